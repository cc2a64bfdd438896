package org.plainclaim.confidentiality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Reason;
import org.plainclaim.rules.Column;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/** Assigns security labels by rows: from what a record says, and from where it comes. */
public final class Labelling {
    private static final Column CODE = Column.of("code-begins");
    private static final Column KIND = Column.of("kind");
    private static final Column SENSITIVITY = Column.of("sensitivity");
    private static final Column PART_TWO = Column.of("part-two");
    private static final int SHORTEST = 3;

    /** The kind of a program that says itself that it is one. */
    private static final String PROGRAM = "part-2-program";

    private final RuleBook book;

    /** Labels by the rows of a book. */
    public Labelling(RuleBook book) {
        this.book = book;
    }

    /**
     * Labels with the rows that made them so.
     *
     * @param labels what is to be written
     * @param reasons a reason for each sensitivity and each row of labels
     */
    public record Labelled(Labels labels, List<Reason> reasons) {
        public Labelled {
            reasons = List.copyOf(reasons);
        }
    }

    /** The labels of a record on a day. */
    public Labels labels(Content content, LocalDate day) {
        return labelled(content, day).labels();
    }

    /** The same with the reasons. */
    public Labelled labelled(Content content, LocalDate day) {
        Map<String, Fact<String>> found = new TreeMap<>();
        List<Reason> reasons = new ArrayList<>();
        for (Content.Code code : content.codes()) {
            sensitivities(code, day, found, reasons);
        }
        Fact<String> partTwo = content.partTwo().map(yes -> yes ? "yes" : "no");
        boolean applies = content.partTwo().is(true);
        Labels labels = Labels.NONE;
        if (applies) {
            book.table(ConfidentialityTables.PROGRAMS)
                    .named(PROGRAM, day)
                    .ifPresent(row -> found.putIfAbsent(row.result("sensitivity"), partTwo));
        }
        for (Map.Entry<String, Fact<String>> sensitivity : found.entrySet()) {
            labels = labels.and(new Labels("", Set.of(sensitivity.getKey()), Set.of(), Set.of()));
            Situation facts = Situation.of(
                            SENSITIVITY,
                            new Fact<>(
                                    sensitivity.getKey(), sensitivity.getValue().evidence()))
                    .with(PART_TWO, applies ? partTwo : Fact.of("no", Evidence.missing("", "")));
            Optional<Row> row = book.table(ConfidentialityTables.LABELS).first(facts, day);
            row.ifPresent(one -> reasons.add(
                    one.reason(facts, "labels of " + sensitivity.getKey(), List.of(Evidence.missing("", "")))));
            labels = row.map(Labelling::of).map(labels::and).orElse(labels);
        }
        return new Labelled(labels, reasons);
    }

    private void sensitivities(
            Content.Code code, LocalDate day, Map<String, Fact<String>> found, List<Reason> reasons) {
        String text = code.code().orElse("");
        Fact<String> kind = Fact.of(code.kind().code(), Evidence.missing("", ""));
        for (int length = text.length(); length >= Math.min(SHORTEST, text.length()) && length > 0; length--) {
            Situation facts = Situation.of(
                            CODE,
                            new Fact<>(text.substring(0, length), code.code().evidence()))
                    .with(KIND, kind);
            for (Row row : book.table(ConfidentialityTables.CONTENT).all(facts, day)) {
                String sensitivity = row.result("sensitivity");
                if (found.putIfAbsent(sensitivity, code.code()) == null) {
                    reasons.add(row.reason(facts, sensitivity, List.of(Evidence.missing("", ""))));
                }
            }
        }
    }

    /** The sensitivities of one code, the plainest use of the rows. */
    public Set<String> sensitivities(Content.Code code, LocalDate day) {
        Map<String, Fact<String>> found = new TreeMap<>();
        sensitivities(code, day, found, new ArrayList<>());
        return new TreeSet<>(found.keySet());
    }

    /** True if a kind of organization or service is a program under 42 CFR Part 2. */
    public boolean program(String kind, LocalDate day) {
        return book.table(ConfidentialityTables.PROGRAMS).named(kind, day).isPresent();
    }

    private static Labels of(Row row) {
        return new Labels(row.result("confidentiality"), Set.of(), codes(row, "policy"), codes(row, "handling"));
    }

    private static Set<String> codes(Row row, String column) {
        String text = row.result(column);
        return text.isEmpty() ? Set.of() : Set.of(text.split("\\|", -1));
    }
}
