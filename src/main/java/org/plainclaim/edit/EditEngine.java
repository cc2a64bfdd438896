package org.plainclaim.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.coding.Findings;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Cell;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/** Looks at the lines of one clinician, patient and date together. */
public final class EditEngine {
    private final RuleBook book;
    private final LocalDate date;
    private final List<Finding> findings = new ArrayList<>();

    private EditEngine(RuleBook book, LocalDate date) {
        this.book = book;
        this.date = date;
    }

    /**
     * Checks pairs, add-ons, unit limits and single lines.
     *
     * @param facts by documented service, the situation it was coded in
     */
    public static List<Finding> check(
            List<ServiceLine> lines, Map<String, Situation> facts, RuleBook book, LocalDate date) {
        EditEngine engine = new EditEngine(book, date);
        engine.pairs(lines);
        for (ServiceLine line : lines) {
            engine.primary(line, lines);
            engine.units(line);
            engine.line(line, facts.getOrDefault(line.service(), Situation.of(Map.of())));
        }
        return engine.findings;
    }

    /** What nobody checks, for the given situation. */
    public static List<Finding> notChecked(Situation facts, RuleBook book, LocalDate date, List<Evidence> evidence) {
        return book.table(EditTables.NOT_CHECKED).all(facts, date).stream()
                .map(row -> Findings.of(row, Verdict.NOT_CHECKED, facts, row.evidence(facts, evidence)))
                .toList();
    }

    private void pairs(List<ServiceLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            for (ServiceLine other : lines.subList(i + 1, lines.size())) {
                ServiceLine line = lines.get(i);
                pair(line, other).or(() -> pair(other, line)).ifPresent(findings::add);
            }
        }
    }

    private Optional<Finding> pair(ServiceLine one, ServiceLine two) {
        Situation facts = Situation.of(Map.of("column-one", code(one), "column-two", code(two)));
        return book.table(EditTables.PAIRS)
                .first(facts, date)
                .map(row -> Findings.of(row, Verdict.FAIL, facts, row.evidence(facts, List.of())));
    }

    private void primary(ServiceLine line, List<ServiceLine> lines) {
        Situation facts = Situation.of(Map.of("add-on", code(line)));
        Optional<Row> row = book.table(EditTables.PRIMARIES).first(facts, date);
        if (row.isPresent()) {
            List<String> allowed = Arrays.asList(row.get().result("primaries").split("\\|", -1));
            boolean found = lines.stream()
                    .anyMatch(other -> allowed.contains(other.code().code()));
            findings.add(Findings.of(
                    row.get(),
                    found ? Verdict.PASS : Verdict.FAIL,
                    facts,
                    code(line).evidence()));
        }
    }

    private void units(ServiceLine line) {
        Fact<String> code = code(line);
        Situation facts = Situation.of(Map.of("code", code, "units", new Fact<>(line.units(), code.evidence())));
        book.table(EditTables.UNIT_LIMITS).first(facts, date).ifPresent(row -> {
            boolean within = line.units() <= Integer.parseInt(row.result("limit"));
            findings.add(Findings.of(row, within ? Verdict.PASS : Verdict.FAIL, facts, code.evidence()));
        });
    }

    private void line(ServiceLine line, Situation service) {
        Situation facts = service.with("code", code(line))
                .with(
                        "place-of-service",
                        new Fact<>(line.placeOfService(), code(line).evidence()));
        for (Row row : book.table(EditTables.LINES).rows()) {
            if (row.period().contains(date) && isAbout(row, facts)) {
                Verdict verdict = row.matches(facts) ? Verdict.FAIL : Verdict.PASS;
                findings.add(Findings.of(
                        row, verdict, facts, row.evidence(facts, code(line).evidence())));
            }
        }
    }

    /** An edit is about a line if its code cell fits; the other cells decide whether it fails. */
    private static boolean isAbout(Row row, Situation facts) {
        for (Cell cell : row.conditions()) {
            if (cell.column().equals("code")) {
                return cell.matches(facts.fact("code"));
            }
        }
        return true;
    }

    private static Fact<String> code(ServiceLine line) {
        return new Fact<>(line.code().code(), line.reasons().get(0).evidence());
    }
}
