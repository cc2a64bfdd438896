package org.plainclaim.codes;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rows that lead from the codes of one system to those of another, by date of service.
 *
 * @param id such as {@code dsm-5-tr-to-icd-10-cm}
 * @param title for people
 * @param source id of the system that is translated
 * @param sourceUri the FHIR system of the source, if no code system of that id is at hand
 * @param targetUri the FHIR system of the targets
 * @param rows in the order of their file
 */
public record CodeMap(
        String id, String title, String source, String sourceUri, String targetUri, List<CodeMapping> rows) {
    public CodeMap {
        rows = List.copyOf(rows);
    }

    /** The rows of a source code on a date; reverse asks from the target. */
    public List<CodeMapping> translate(String code, LocalDate date, boolean reverse) {
        return rows.stream()
                .map(row -> reverse ? row.reversed() : row)
                .filter(row -> row.source().code().equals(code) && row.period().contains(date))
                .toList();
    }

    /** True if the map speaks of the code on any date. */
    public boolean knows(String code, boolean reverse) {
        return rows.stream().map(row -> reverse ? row.target() : row.source()).anyMatch(named -> named.code()
                .equals(code));
    }

    /** The sources as a code system of its own, for names that no official system has. */
    public DatedCodeSystem sources(CodeRelease release, String label) {
        Map<String, List<CodeMapping>> bySource =
                rows.stream().collect(Collectors.groupingBy(row -> row.source().code()));
        List<DatedCode> codes = bySource.values().stream()
                .map(same -> same.get(0))
                .map(row -> new DatedCode(
                        row.source().code(),
                        row.source().label(),
                        true,
                        new EffectivePeriod(null, null),
                        row.citation(),
                        release.verifiedOn()))
                .toList();
        return new DatedCodeSystem(source, sourceUri, label, List.of(CodeEdition.of(release, codes)));
    }
}
