package org.plainclaim.server.signals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.plainclaim.terminology.CsvFile;
import org.plainclaim.terminology.CsvRow;
import org.plainclaim.terminology.TerminologyFolder;

/** What kinds of service and which roles codes mean: the rows of {@code codes/meanings}. */
final class ServiceKinds {
    private final Map<String, String> services = new HashMap<>();
    private final Map<String, String> roles = new HashMap<>();

    ServiceKinds(TerminologyFolder folder) {
        folder.parts("codes/meanings/service").forEach(part -> load(part, services));
        folder.parts("codes/meanings/participant-role").forEach(part -> load(part, roles));
    }

    private static void load(Path part, Map<String, String> meanings) {
        for (CsvRow row : CsvFile.read(part)) {
            for (String system : row.at("system").split("\\|", -1)) {
                meanings.put(system + "|" + row.at("code"), row.at("meaning"));
            }
        }
    }

    /** The kind of service; empty if no coding means one. */
    String kind(List<CodeableConcept> concepts) {
        return meaning(concepts, services);
    }

    boolean supervises(List<CodeableConcept> types) {
        return meaning(types, roles).equals("supervising");
    }

    private static String meaning(List<CodeableConcept> concepts, Map<String, String> meanings) {
        for (CodeableConcept concept : concepts) {
            for (Coding coding : concept.getCoding()) {
                String meaning = meanings.getOrDefault(coding.getSystem() + "|" + coding.getCode(), "");
                if (!meaning.isEmpty()) {
                    return meaning;
                }
            }
        }
        return "";
    }
}
