package org.plainclaim.fhir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.terminology.CsvFile;
import org.plainclaim.terminology.CsvRow;
import org.plainclaim.terminology.TerminologyFolder;

/** What the codes that an EHR sends mean here. */
public final class Vocabulary {
    /** Domains of meaning: one file each. */
    public enum Domain {
        SERVICE,
        PAYER,
        MEDICAID_STATE,
        CONTRACTOR,
        SECTION,
        TELEHEALTH,
        PLACE,
        FACILITY,
        DECISION_LEVEL,
        CONSENT,
        PARTICIPANT_ROLE,
        PROTECTED_NOTE,
        PROGRAM,
        MODALITY,
        COMPLEXITY_FACTOR,
        FILING,
        RELATIONSHIP,
        SEX,
        CARE_TEAM,
        UNLISTED;

        private String file() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private final Map<Domain, Map<String, Map<String, String>>> meanings;

    private Vocabulary(Map<Domain, Map<String, Map<String, String>>> meanings) {
        this.meanings = meanings;
    }

    /**
     * Reads {@code codes/meanings}.
     *
     * @throws IllegalStateException with one line for every fault, as {@code file:line: column: what is wrong}
     */
    public static Vocabulary load(TerminologyFolder folder) {
        List<String> faults = new ArrayList<>();
        Map<Domain, Map<String, Map<String, String>>> meanings = new EnumMap<>(Domain.class);
        for (Domain domain : Domain.values()) {
            Map<String, Map<String, String>> bySystem = new HashMap<>();
            for (Path part : folder.parts("codes/meanings/" + domain.file())) {
                CsvFile.read(part).forEach(row -> add(row, bySystem, faults));
            }
            meanings.put(domain, bySystem);
        }
        if (!faults.isEmpty()) {
            throw new IllegalStateException(String.join("\n", faults));
        }
        return new Vocabulary(meanings);
    }

    private static void add(CsvRow row, Map<String, Map<String, String>> bySystem, List<String> faults) {
        for (String column : List.of("system", "code", "meaning", "citation", "verified_on")) {
            if (row.at(column).isEmpty()) {
                faults.add(row.complaint(column, "is empty; fill it in"));
            }
        }
        for (String system : row.at("system").split("\\|", -1)) {
            Map<String, String> codes = bySystem.computeIfAbsent(system, s -> new HashMap<>());
            if (codes.put(row.at("code"), row.at("meaning").intern()) != null) {
                faults.add(row.complaint("code", row.at("code") + " is there twice for its system; keep one"));
            }
        }
    }

    /** What a code means; empty if it is not known here. */
    public Optional<String> meaning(Domain domain, String system, String code) {
        return Optional.ofNullable(meanings.getOrDefault(domain, Map.of())
                .getOrDefault(system, Map.of())
                .get(code));
    }

    /** The codes of a system that mean something in a domain, in the order of the codes. */
    public List<String> codes(Domain domain, String system, String meaning) {
        return meanings.getOrDefault(domain, Map.of()).getOrDefault(system, Map.of()).entrySet().stream()
                .filter(entry -> entry.getValue().equals(meaning))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
