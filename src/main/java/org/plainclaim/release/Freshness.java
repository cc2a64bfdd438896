package org.plainclaim.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.CodeEdition;
import org.plainclaim.codes.CodeRelease;
import org.plainclaim.codes.CodeStore;
import org.plainclaim.codes.DatedCodeSystem;
import org.plainclaim.codes.Edition;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.rules.Table;

/**
 * How fresh what is known is, for dates of service of one day.
 *
 * @param date the day
 * @param entries of every code system, of the national edits, and of every family of tables
 */
public record Freshness(LocalDate date, List<Entry> entries) {
    /** Systems that a site loads, and what nobody checks while they are stale. */
    private static final Map<String, String> UNCHECKED = Map.of(
            CodeStore.ICD_10_CM,
            "whether diagnosis codes are valid on the date of service",
            "hcpcs",
            "whether HCPCS codes are in use on the date of service",
            "cpt",
            "whether CPT codes are in use on the date of service",
            "ncci-pairs",
            "procedure pairs beyond those in the tables",
            "ncci-units",
            "unit limits beyond those in the tables");

    public Freshness {
        entries = List.copyOf(entries);
    }

    /**
     * One system or family.
     *
     * @param id such as {@code icd-10-cm}, or {@code rules} of a family of tables
     * @param release the release that holds on the day, or the nearest; empty if none is there
     * @param through last date of service that it covers; null if it is open, or there is none
     * @param verifiedOn day somebody compared it with its source, of tables the oldest of their rows; null if unknown
     * @param covered true if it covers the day
     * @param unchecked what is therefore not checked; empty if nothing is
     */
    public record Entry(
            String id,
            String release,
            @Nullable LocalDate through,
            @Nullable LocalDate verifiedOn,
            boolean covered,
            String unchecked) {
        /** True if something is not checked because of it. */
        public boolean stale() {
            return !covered;
        }
    }

    /** What a library knows for a day. */
    public static Freshness of(RuleLibrary library, LocalDate date) {
        List<Entry> entries = new ArrayList<>();
        CodeStore codes = library.codes();
        Set<String> ids = new java.util.TreeSet<>(codes.systems().keySet());
        ids.addAll(Set.of(CodeStore.ICD_10_CM, "hcpcs", "cpt"));
        for (String id : ids) {
            DatedCodeSystem system = codes.systems().get(id);
            List<CodeRelease> releases = system == null
                    ? List.of()
                    : system.editions().stream().map(CodeEdition::release).toList();
            entries.add(entry(
                    id, releases, system == null ? null : system.edition(date).release(), date));
        }
        entries.add(edits("ncci-pairs", releases(codes.edits().pairs()), date));
        entries.add(edits("ncci-units", releases(codes.edits().units()), date));
        entries.addAll(tables(library));
        return new Freshness(date, entries);
    }

    private static <T> List<CodeRelease> releases(List<Edition<T>> editions) {
        return editions.stream().map(Edition::release).toList();
    }

    private static Entry edits(String id, List<CodeRelease> releases, LocalDate date) {
        CodeRelease nearest = releases.isEmpty() ? null : releases.get(0);
        for (CodeRelease release : releases) {
            LocalDate from = release.covers().from();
            nearest = from == null || !from.isAfter(date) ? release : nearest;
        }
        return entry(id, releases, nearest, date);
    }

    private static Entry entry(String id, List<CodeRelease> all, @Nullable CodeRelease nearest, LocalDate date) {
        String unchecked = UNCHECKED.getOrDefault(id, "whether codes of this system are in use on the date of service");
        if (nearest == null || all.isEmpty()) {
            return new Entry(id, "", null, null, false, unchecked);
        }
        boolean covered = nearest.covers().contains(date);
        return new Entry(
                id, nearest.name(), nearest.covers().to(), nearest.verifiedOn(), covered, covered ? "" : unchecked);
    }

    /** Tables are open to the future unless a row ends; what matters of them is when somebody last looked. */
    private static List<Entry> tables(RuleLibrary library) {
        Map<String, LocalDate> oldest = new HashMap<>();
        for (Table table : library.base().tables().values()) {
            String file = table.schema().file();
            String family = file.substring(0, file.indexOf('/'));
            for (Row row : table.rows()) {
                LocalDate verified = row.source().verifiedOn();
                oldest.merge(family, verified, (one, other) -> one.isBefore(other) ? one : other);
            }
        }
        String version = library.release().version();
        return oldest.keySet().stream()
                .sorted()
                .map(family -> new Entry("tables/" + family, version, null, oldest.get(family), true, ""))
                .toList();
    }

    /** What does not cover the day. */
    public List<Entry> stale() {
        return entries.stream().filter(Entry::stale).toList();
    }
}
