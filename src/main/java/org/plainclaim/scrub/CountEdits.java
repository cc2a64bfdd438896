package org.plainclaim.scrub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plainclaim.documentation.Columns;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.edit.EditTables;
import org.plainclaim.edit.FrequencyEdits;
import org.plainclaim.edit.KnownLine;
import org.plainclaim.edit.LimitRows;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.Situation;

/** How many units and how often: unit limits of a line or a day, and limits over a longer time. */
final class CountEdits implements ClaimEdit {
    private static final String[] FREQUENCIES = {"n14", "n15", "n16"};

    @Override
    public void look(Sheet sheet) {
        List<KnownLine> all = new ArrayList<>();
        sheet.lines().forEach(line -> all.add(line.known()));
        sheet.context().others().lines().forEach(other -> all.add(other.known()));
        for (ClaimLine line : sheet.lines()) {
            units(sheet, line, all);
            frequency(sheet, line, all);
        }
    }

    private static void units(Sheet sheet, ClaimLine line, List<KnownLine> all) {
        Optional<Row> row = sheet.book().limits().find(line.code(), line.date());
        String edit = row.flatMap(found -> sheet.book().edit(found.rule()))
                .map(found -> found.result("edit"))
                .orElse("t09");
        for (String other : new String[] {"t09", "t10"}) {
            if (row.isEmpty() || !other.equals(edit)) {
                sheet.bypass(other, line.place(), "other-code");
            }
        }
        if (row.isPresent()) {
            limit(sheet, line, all, edit);
        }
    }

    private static void limit(Sheet sheet, ClaimLine line, List<KnownLine> all, String edit) {
        Row row = sheet.book().limits().find(line.code(), line.date()).orElseThrow();
        boolean ofDay = LimitRows.ofTheDay(row);
        long units = 0;
        for (int i = 0; i < all.size(); i++) {
            KnownLine other = all.get(i);
            boolean counts = ofDay
                    ? other.code().equals(line.code())
                            && line.sameDay(other)
                            && other.provider().npi().equals(line.npi())
                    : i == line.place() - 1;
            units += counts ? other.units() : 0;
        }
        Situation facts = line.facts().with(Columns.UNITS, new Fact<>(units, List.of()));
        boolean known = !ofDay || sheet.context().others().covers(line.date(), line.date());
        if (units > Long.parseLong(row.result("limit"))) {
            sheet.fail(edit, line.place(), "", DiagnosisEdits.failed(row, facts));
        } else if (known) {
            sheet.pass(edit, line.place());
        } else {
            sheet.unknown(edit, line.place(), "other-claims-unknown");
        }
    }

    private static void frequency(Sheet sheet, ClaimLine line, List<KnownLine> all) {
        for (String edit : FREQUENCIES) {
            sheet.bypass(edit, line.place(), "other-code");
        }
        if (sheet.book().table(EditTables.FREQUENCY_LIMITS).rowsOf(line.code()).isEmpty()) {
            return;
        }
        List<KnownLine> others = new ArrayList<>(all);
        others.remove(line.place() - 1);
        OtherClaims reach = sheet.context().others();
        PatientHistory history = new PatientHistory(reach.from(), reach.to(), List.of(), List.of());
        for (Finding finding : new FrequencyEdits(sheet.book().rules(), history, others).check(line.known())) {
            String edit = sheet.book()
                    .edit(finding.rule())
                    .map(row -> row.result("edit"))
                    .orElse("n16");
            switch (finding.verdict()) {
                case FAIL -> sheet.fail(edit, line.place(), "", finding);
                case NOT_CHECKED -> sheet.unknown(edit, line.place(), "other-claims-unknown");
                default -> sheet.pass(edit, line.place());
            }
        }
    }
}
