package org.plainclaim.scrub;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.codes.DatedCodeSystem;
import org.plainclaim.diagnosis.DiagnosisRules;
import org.plainclaim.edit.LimitRows;
import org.plainclaim.edit.PairRows;
import org.plainclaim.explanation.Severity;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Table;
import org.plainclaim.rules.TableSchema;

/** The edits of one payer, made ready once. */
final class ScrubBook {
    private final RuleBook book;
    private final List<Edit> edits = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Row> reasons = new HashMap<>();
    private final Map<String, Row> rules = new HashMap<>();
    private final Map<String, String> telehealth = new HashMap<>();
    private final DiagnosisRules diagnoses;
    private final PairRows pairs;
    private final LimitRows limits;
    private final MinuteRules minutes;

    ScrubBook(RuleBook book) {
        this.book = book;
        Map<String, Edit> byId = new LinkedHashMap<>();
        table(ScrubTables.EDITS).rows().forEach(row -> {
            Edit edit = new Edit(row);
            byId.put(edit.id(), edit);
            places.put(edit.id(), edits.size());
            edits.add(edit);
        });
        table(ScrubTables.CASES).rows().forEach(row -> {
            Edit edit = byId.get(row.conditions().get(0).text());
            if (edit != null) {
                edit.take(row);
            }
        });
        table(ScrubTables.REASONS)
                .rows()
                .forEach(row -> reasons.put(row.conditions().get(0).text(), row));
        named(ScrubTables.RULES, rules);
        Map<String, Row> signs = new HashMap<>();
        named(ScrubTables.SIGNS, signs);
        signs.forEach((sign, row) -> telehealth.put(sign, row.result("telehealth")));
        diagnoses = new DiagnosisRules(book);
        pairs = new PairRows(book);
        limits = new LimitRows(book);
        minutes = new MinuteRules(book);
    }

    private void named(TableSchema schema, Map<String, Row> rows) {
        table(schema).rows().forEach(row -> row.conditions().get(0).oneOf().forEach(value -> rows.put(value, row)));
    }

    RuleBook rules() {
        return book;
    }

    Table table(TableSchema schema) {
        return book.table(schema);
    }

    List<Edit> edits() {
        return edits;
    }

    /** The place of an edit in the list; -1 if this payer has no such edit. */
    int place(String edit) {
        return places.getOrDefault(edit, -1);
    }

    /** What a failure of the edit does to the claim. */
    Severity severity(String edit) {
        int at = place(edit);
        return at < 0 ? Severity.INFO : Severity.of(edits.get(at).row().result("severity"));
    }

    /**
     * The row of a reason.
     *
     * @throws IllegalStateException if the tables lack it, a defect of the program
     */
    Row reason(String reason) {
        Row row = reasons.get(reason);
        if (row == null) {
            throw new IllegalStateException("no reason " + reason);
        }
        return row;
    }

    /** The row that says which edit a rule of another table belongs to; empty if none speaks of it. */
    Optional<Row> edit(String rule) {
        Row row = rules.get(rule);
        if (row == null) {
            int dash = rule.indexOf('-');
            row = dash < 0 ? null : rules.get(rule.substring(0, dash));
        }
        return Optional.ofNullable(row);
    }

    /** What a place of service or modifier says of telehealth; empty if nothing. */
    String telehealth(String sign) {
        return telehealth.getOrDefault(sign, "");
    }

    /** The codes that stand for a word of an edit; empty if the tables lack it. */
    String word(String word) {
        return table(ScrubTables.WORDS).rowsOf(word).stream()
                .findFirst()
                .map(candidate -> candidate.row().result("value"))
                .orElse("");
    }

    DiagnosisRules diagnoses() {
        return diagnoses;
    }

    PairRows pairs() {
        return pairs;
    }

    LimitRows limits() {
        return limits;
    }

    MinuteRules minutes() {
        return minutes;
    }

    /** A code system; empty if it is not at hand. */
    Optional<DatedCodeSystem> system(String id) {
        return book.codes().system(id);
    }

    Optional<Row> named(TableSchema schema, String value, LocalDate date) {
        return table(schema).named(value, date);
    }
}
