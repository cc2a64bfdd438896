package org.plainclaim.scrub;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plainclaim.edit.KnownLine;
import org.plainclaim.edit.PairRows;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.Situation;

/** Every two lines of one provider and day, on this claim and on others: what may not stand together, or only with a modifier. */
final class PairScrubEdits implements ClaimEdit {
    private static final String NEVER = "0";
    private static final String DISTINCT = "59";

    private static final String[] EDITS = {"n01", "n02", "n07", "n09", "n13"};

    @Override
    public void look(Sheet sheet) {
        for (ClaimLine line : sheet.lines()) {
            boolean known = sheet.context().others().covers(line.date(), line.date());
            for (String edit : EDITS) {
                if (known) {
                    sheet.pass(edit, line.place());
                } else {
                    sheet.unknown(edit, line.place(), "other-claims-unknown");
                }
            }
            distinct(sheet, line);
        }
        own(sheet);
        others(sheet);
    }

    private static void own(Sheet sheet) {
        List<ClaimLine> lines = sheet.lines();
        for (int i = 0; i < lines.size(); i++) {
            for (int j = i + 1; j < lines.size(); j++) {
                ClaimLine one = lines.get(i);
                ClaimLine two = lines.get(j);
                if (one.beside(two.known())) {
                    Optional<Row> row = sheet.book().pairs().find(one.code(), two.code(), one.date());
                    if (row.isPresent()) {
                        decide(sheet, row.get(), one.known(), two.place(), two);
                    } else {
                        sheet.book()
                                .pairs()
                                .find(two.code(), one.code(), one.date())
                                .ifPresent(turned -> decide(sheet, turned, two.known(), one.place(), one));
                    }
                }
            }
        }
    }

    private static void others(Sheet sheet) {
        for (ClaimLine line : sheet.lines()) {
            for (OtherClaims.OtherLine other : sheet.context().others().lines()) {
                KnownLine known = other.known();
                if (!line.beside(known)) {
                    continue;
                }
                Optional<Row> row = sheet.book().pairs().find(known.code(), line.code(), line.date());
                if (row.isPresent()) {
                    decide(sheet, row.get(), known, line.place(), line);
                } else {
                    sheet.book()
                            .pairs()
                            .find(line.code(), known.code(), line.date())
                            .ifPresent(turned -> onOther(sheet, turned, line, other));
                }
            }
        }
    }

    /** The second line is ours: it has the modifier, or fails. */
    private static void decide(Sheet sheet, Row row, KnownLine first, int place, ClaimLine second) {
        if (!row.result("indicator").equals(PairRows.LIFTED) && !lifted(sheet, row, second.modifiers(), second)) {
            sheet.fail(edit(sheet, row), place, "", failed(row, first.code(), second.code(), first.origin()));
        }
    }

    /** The second line is on another claim, which ought to have the modifier. */
    private static void onOther(Sheet sheet, Row row, ClaimLine line, OtherClaims.OtherLine other) {
        if (!row.result("indicator").equals(PairRows.LIFTED) && !lifted(sheet, row, other.modifiers(), line)) {
            sheet.fail(
                    edit(sheet, row),
                    line.place(),
                    "",
                    failed(row, line.code(), other.known().code(), other.known().origin()));
        }
    }

    private static boolean lifted(Sheet sheet, Row row, List<String> modifiers, ClaimLine line) {
        if (row.result("indicator").equals(NEVER)) {
            return false;
        }
        String wanted = row.result("modifier");
        return sheet.book()
                .named(ScrubTables.PAIR_MODIFIERS, wanted.isEmpty() ? "any" : wanted, line.date())
                .map(found -> Set.of(found.result("satisfied-by").split("\\|", -1)))
                .filter(any -> modifiers.stream().anyMatch(any::contains))
                .isPresent();
    }

    private static String edit(Sheet sheet, Row row) {
        String indicated = row.result("indicator").equals(NEVER) ? "n01" : "n02";
        return sheet.book()
                .edit(row.rule())
                .map(found -> found.result("edit"))
                .filter(edit -> !edit.isEmpty())
                .orElse(indicated);
    }

    private static Finding failed(Row row, String one, String two, String origin) {
        Situation facts = Situation.of(Map.of(
                "column-one", new Fact<>(one, List.of()),
                "column-two", new Fact<>(two, List.of()),
                "other", new Fact<>(origin, List.of())));
        return DiagnosisEdits.failed(row, facts);
    }

    /** A modifier that says that two services were apart needs times that say so. */
    private static void distinct(Sheet sheet, ClaimLine line) {
        Set<String> any = sheet.book()
                .named(ScrubTables.PAIR_MODIFIERS, DISTINCT, line.date())
                .map(row -> Set.of(row.result("satisfied-by").split("\\|", -1)))
                .orElse(Set.of());
        if (!line.hasModifier(any)) {
            sheet.bypass("n03", line.place(), "no-such-modifier");
            return;
        }
        RecordFacts record = sheet.context().record();
        if (record == null) {
            sheet.unknown("n03", line.place(), "record-unknown");
            return;
        }
        RecordFacts.Times times = record.times().getOrDefault(line.line().control(), RecordFacts.Times.NONE);
        boolean apart = times.clocked();
        for (ClaimLine other : sheet.lines()) {
            RecordFacts.Times theirs = record.times().getOrDefault(other.line().control(), RecordFacts.Times.NONE);
            apart &= other.place() == line.place() || !line.beside(other.known()) || !times.overlaps(theirs);
        }
        sheet.check("n03", line.place(), apart, "");
    }
}
