package org.plainclaim.server.confidentiality;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.plainclaim.server.access.PolicyRows;

/** The rows about labels as a person reads them: what a record bears, and who may read what bears it. */
final class LabelRows {
    private final List<NamedCsvRecord> content = PolicyRows.table("confidentiality/content");
    private final List<NamedCsvRecord> programs = PolicyRows.table("confidentiality/programs");
    private final List<NamedCsvRecord> labels = PolicyRows.table("confidentiality/labels");
    private final List<NamedCsvRecord> reading = PolicyRows.table("confidentiality/reading");

    /**
     * Who reads.
     *
     * @param role the word of the role
     * @param purpose a code of PurposeOfUse
     * @param author whether this one wrote the record
     */
    record Reader(String role, String purpose, boolean author) {}

    /** The labels of a record with this diagnosis, from a program or not, while a consent is in force or not. */
    Set<String> of(String diagnosis, boolean program, boolean consented) {
        Set<String> found = new TreeSet<>();
        content.stream()
                .filter(row -> row.getField("kind").equals("diagnosis"))
                .filter(row -> begins(row, diagnosis))
                .forEach(row -> found.add(row.getField("sensitivity")));
        programs.stream()
                .filter(row -> program && row.getField("source-kind").equals("part-2-program"))
                .forEach(row -> found.add(row.getField("sensitivity")));
        Set<String> all = new TreeSet<>(found);
        found.forEach(sensitivity -> all.addAll(around(sensitivity, program)));
        if (all.contains("42CFRPart2") && !consented) {
            all.add("NODSCLCD");
        }
        return all;
    }

    /** A sensitivity with the labels that its row adds. */
    Set<String> around(String sensitivity, boolean program) {
        Set<String> all = new TreeSet<>(Set.of(sensitivity));
        labels.stream()
                .filter(row -> PolicyRows.names(row, "sensitivity", sensitivity))
                .filter(row -> row.getField("part-two").isEmpty()
                        || row.getField("part-two").equals(program ? "yes" : "no"))
                .forEach(row -> List.of("confidentiality", "policy", "handling").stream()
                        .map(row::getField)
                        .filter(code -> !code.isEmpty())
                        .forEach(all::add));
        return all;
    }

    private static boolean begins(NamedCsvRecord row, String code) {
        return List.of(row.getField("code-begins").split("\\|", -1)).stream().anyMatch(code::startsWith);
    }

    /** Whether somebody may read what bears these labels: each label that rows name needs one for this reader. */
    boolean shows(Reader reader, Set<String> borne) {
        return borne.stream().allMatch(label -> {
            List<NamedCsvRecord> rows = reading.stream()
                    .filter(row -> PolicyRows.names(row, "label", label))
                    .toList();
            return rows.isEmpty() || rows.stream().anyMatch(row -> fits(row, reader));
        });
    }

    private static boolean fits(NamedCsvRecord row, Reader reader) {
        return PolicyRows.names(row, "role", reader.role())
                && PolicyRows.names(row, "purpose", reader.purpose())
                && (row.getField("author").isEmpty() || row.getField("author").equals(reader.author() ? "yes" : "no"));
    }
}
