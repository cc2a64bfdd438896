package org.plainclaim.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.coding.Findings;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.documentation.Columns;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Candidate;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/** Checks what may stand on one claim of one clinician: add-ons, units, single lines. */
public final class EditEngine {
    private final RuleBook book;
    private final LimitRows limits;
    private final List<Finding> findings = new ArrayList<>();

    private EditEngine(RuleBook book) {
        this.book = book;
        this.limits = new LimitRows(book);
    }

    /**
     * Checks add-ons, unit limits and single lines.
     *
     * @param facts by documented service, the situation it was coded in
     * @param others lines of other sessions of the patient that are known
     */
    public static List<Finding> check(
            List<ServiceLine> lines, Map<String, Situation> facts, List<KnownLine> others, RuleBook book) {
        EditEngine engine = new EditEngine(book);
        for (ServiceLine line : lines) {
            engine.primary(line, lines);
            engine.units(line, lines, others);
            engine.line(line, facts.getOrDefault(line.service(), Situation.EMPTY));
        }
        engine.findings.addAll(new ReleaseReach(book).codes(lines));
        return engine.findings;
    }

    /** What nobody checks, for the given situation. */
    public static List<Finding> notChecked(Situation facts, RuleBook book, LocalDate date, List<Evidence> evidence) {
        List<Finding> findings = new ArrayList<>();
        ReleaseReach reach = new ReleaseReach(book);
        for (Row row : book.table(EditTables.NOT_CHECKED).all(reach.with(facts, evidence), date)) {
            findings.add(Findings.of(row, Verdict.NOT_CHECKED, facts, row.evidence(facts, evidence)));
        }
        findings.addAll(reach.over(date, evidence));
        return findings;
    }

    private void primary(ServiceLine line, List<ServiceLine> lines) {
        Optional<Row> row = book.table(EditTables.PRIMARIES).named(line.code().code(), line.date());
        if (row.isPresent()) {
            boolean found = hasPrimary(line, lines, row.get().result("primaries"));
            Fact<String> code = code(line);
            Situation facts = Situation.EMPTY.with(Columns.ADD_ON, code);
            findings.add(Findings.of(row.get(), found ? Verdict.PASS : Verdict.FAIL, facts, code.evidence()));
        }
    }

    private static boolean hasPrimary(ServiceLine line, List<ServiceLine> lines, String primaries) {
        for (ServiceLine other : lines) {
            if (isListed(other.code().code(), primaries) && other.date().equals(line.date())) {
                return true;
            }
        }
        return false;
    }

    /** True if the text is one of {@code a|b}. */
    private static boolean isListed(String text, String list) {
        int at = list.indexOf(text);
        while (at >= 0) {
            int end = at + text.length();
            if ((at == 0 || list.charAt(at - 1) == '|') && (end == list.length() || list.charAt(end) == '|')) {
                return true;
            }
            at = list.indexOf(text, end);
        }
        return false;
    }

    private void units(ServiceLine line, List<ServiceLine> lines, List<KnownLine> others) {
        Optional<Row> row = limit(line.code().code(), line.date());
        if (row.isPresent()) {
            boolean perDay = LimitRows.ofTheDay(row.get());
            int units = perDay ? unitsOfDay(line, lines, others) : line.units();
            Fact<String> code = code(line);
            Situation facts =
                    Situation.EMPTY.with(Columns.CODE, code).with(Columns.UNITS, new Fact<>(units, code.evidence()));
            boolean within = units <= Integer.parseInt(row.get().result("limit"));
            findings.add(Findings.of(row.get(), within ? Verdict.PASS : Verdict.FAIL, facts, code.evidence()));
        }
    }

    /** The row of the tables, unless a loaded release decides. */
    private Optional<Row> limit(String code, LocalDate date) {
        return limits.find(code, date);
    }

    /** The units of the code by one clinician on one day, over all lines that are known. */
    private static int unitsOfDay(ServiceLine line, List<ServiceLine> lines, List<KnownLine> others) {
        int units = 0;
        for (ServiceLine own : lines) {
            units += own.code().equals(line.code()) && own.date().equals(line.date()) ? own.units() : 0;
        }
        String npi = line.rendering().npi().orElse("nobody");
        for (KnownLine other : others) {
            boolean counts = other.code().equals(line.code().code())
                    && other.date().equals(line.date())
                    && other.provider().npi().equals(npi);
            units += counts ? other.units() : 0;
        }
        return units;
    }

    /** An edit is about a line if its code cell fits; the other cells decide whether it fails. */
    private void line(ServiceLine line, Situation service) {
        Fact<String> code = code(line);
        Situation facts = service.with(Columns.CODE, code)
                .with(Columns.PLACE_OF_SERVICE, new Fact<>(line.placeOfService(), code.evidence()));
        for (Candidate candidate :
                book.table(EditTables.LINES).rowsOf(line.code().code(), line.date())) {
            Row row = candidate.row();
            Verdict verdict = candidate.matches(facts) ? Verdict.FAIL : Verdict.PASS;
            findings.add(Findings.of(row, verdict, facts, row.evidence(facts, code.evidence())));
        }
    }

    private static Fact<String> code(ServiceLine line) {
        return new Fact<>(line.code().code(), line.reasons().get(0).evidence());
    }
}
