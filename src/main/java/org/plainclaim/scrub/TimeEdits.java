package org.plainclaim.scrub;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.documentation.Columns;
import org.plainclaim.rules.Row;

/** Minutes of the record against the code and units of the line; a claim itself carries no minutes. */
final class TimeEdits implements ClaimEdit {
    private static final int DAY = 1440;

    /** Edits about the minutes of particular codes; which codes those are is a row of {@code edits/scrub-rules}. */
    private static final String[] OF_CODES = {"t02", "t03", "t04", "t05", "t11", "t13"};

    @Override
    public void look(Sheet sheet) {
        for (ClaimLine line : sheet.lines()) {
            MinuteRules rules = sheet.book().minutes();
            Optional<Row> rounding = rules.rounding(line.code(), line.date());
            RecordFacts record = sheet.context().record();
            RecordFacts.Times times = record == null
                    ? RecordFacts.Times.NONE
                    : record.times().getOrDefault(line.line().control(), RecordFacts.Times.NONE);
            stated(sheet, line, times, rules.timed(line.code(), line.date()));
            band(sheet, line, times);
            units(sheet, line, times, rounding);
            overlap(sheet, line, times);
        }
    }

    private static void stated(Sheet sheet, ClaimLine line, RecordFacts.Times times, boolean timed) {
        if (!timed) {
            sheet.bypass("t01", line.place(), "untimed");
        } else if (times.minutes() != null) {
            sheet.pass("t01", line.place());
        } else if (sheet.context().record() == null) {
            sheet.unknown("t01", line.place(), "record-unknown");
        } else {
            sheet.fail("t01", line.place(), "");
        }
    }

    /** Which edit the minutes of a code belong to is said by a row; of any other code it is that of the wrong band. */
    private static String decides(Sheet sheet, String code) {
        return sheet.book()
                .edit("minutes-" + code)
                .map(row -> row.result("edit"))
                .orElse("t03");
    }

    private static void band(Sheet sheet, ClaimLine line, RecordFacts.Times times) {
        MinuteRules rules = sheet.book().minutes();
        String decides = decides(sheet, line.code());
        boolean banded = rules.banded(line.code());
        boolean timed = decides.equals("t03") ? banded : rules.timed(line.code(), line.date());
        Integer minutes = times.minutes();
        for (String edit : OF_CODES) {
            boolean under = edit.equals("t02") && decides.equals("t03") && minutes != null;
            if (!timed || !(edit.equals(decides) || under)) {
                sheet.bypass(edit, line.place(), timed ? "other-code" : "untimed");
            } else if (minutes == null) {
                sheet.unknown(edit, line.place(), "minutes-unknown");
            } else {
                fits(sheet, line, edit, minutes);
            }
        }
    }

    private static void fits(Sheet sheet, ClaimLine line, String edit, int minutes) {
        MinuteRules rules = sheet.book().minutes();
        boolean nothing = rules.belowAll(line.code(), minutes, line.date());
        boolean fits = edit.equals("t02")
                ? !nothing
                : rules.fit(line.code(), minutes, line.date()) || (edit.equals("t03") && nothing);
        if (fits) {
            sheet.pass(edit, line.place());
        } else {
            sheet.fail(edit, line.place(), "", words(sheet, line, minutes));
        }
    }

    private static org.plainclaim.rules.Situation words(Sheet sheet, ClaimLine line, int minutes) {
        return sheet.said(
                line.place(),
                Map.of(
                        "minutes",
                        String.valueOf(minutes),
                        "bands",
                        sheet.book().minutes().bands(line.code(), line.date())));
    }

    private static void units(Sheet sheet, ClaimLine line, RecordFacts.Times times, Optional<Row> rounding) {
        Integer minutes = times.minutes();
        if (rounding.isEmpty()) {
            sheet.bypass("t06", line.place(), "untimed");
        } else if (minutes == null) {
            sheet.unknown("t06", line.place(), "minutes-unknown");
        } else {
            int units = MinuteRules.units(rounding.get(), Math.min(Math.max(minutes, 0), DAY * 31));
            Object billed = line.facts().fact(Columns.UNITS).value();
            Map<String, String> words = Map.of("minutes", String.valueOf(minutes), "earned", String.valueOf(units));
            if (units == 0 && !decides(sheet, line.code()).equals("t03")) {
                sheet.bypass("t06", line.place(), "decided-elsewhere");
            } else if (Integer.valueOf(units).equals(billed)) {
                sheet.pass("t06", line.place());
            } else {
                sheet.fail("t06", line.place(), "", sheet.said(line.place(), words));
            }
        }
    }

    private static void overlap(Sheet sheet, ClaimLine line, RecordFacts.Times times) {
        RecordFacts record = sheet.context().record();
        List<RecordFacts.OtherSession> sessions = record == null ? null : record.sessions();
        if (sessions == null) {
            for (String edit : new String[] {"t07", "t08", "t12"}) {
                sheet.unknown(edit, line.place(), record == null ? "record-unknown" : "sessions-unknown");
            }
            return;
        }
        List<RecordFacts.OtherSession> own = sessions.stream()
                .filter(other -> other.npi().equals(line.npi()))
                .toList();
        boolean shared = own.stream().anyMatch(other -> times.overlaps(other.times()));
        if (!times.clocked()) {
            sheet.unknown("t07", line.place(), "minutes-unknown");
            sheet.unknown("t12", line.place(), "minutes-unknown");
        } else if (group(sheet, line.code())) {
            sheet.bypass("t07", line.place(), "group");
            sheet.check("t12", line.place(), alike(own, line, times), "");
        } else {
            sheet.check("t07", line.place(), !shared, "");
            sheet.bypass("t12", line.place(), "no-group");
        }
        day(sheet, line, own, times);
    }

    private static boolean group(Sheet sheet, String code) {
        return sheet.book()
                .edit("minutes-" + code)
                .filter(row -> row.result("edit").equals("t12"))
                .isPresent();
    }

    /** Members of one group have one start and one stop. */
    private static boolean alike(List<RecordFacts.OtherSession> own, ClaimLine line, RecordFacts.Times times) {
        return own.stream()
                .filter(other -> other.code().equals(line.code()) && times.overlaps(other.times()))
                .allMatch(other -> other.times().equals(times));
    }

    private static void day(Sheet sheet, ClaimLine line, List<RecordFacts.OtherSession> own, RecordFacts.Times times) {
        Integer minutes = times.minutes();
        if (minutes == null) {
            sheet.unknown("t08", line.place(), "minutes-unknown");
            return;
        }
        long sum = minutes;
        for (RecordFacts.OtherSession other : own) {
            boolean counts = !group(sheet, other.code()) && other.times().on(line.date());
            Integer theirs = other.times().minutes();
            sum += counts && theirs != null ? theirs : 0;
        }
        sheet.check("t08", line.place(), sum <= DAY, "");
    }
}
