package org.plainclaim.scrub;

import java.util.List;
import org.plainclaim.coding.CodingTables;
import org.plainclaim.explanation.Finding;
import org.plainclaim.rules.Cell;
import org.plainclaim.rules.Row;

/** Services by video or telephone: the modifier the payer wants, and where the patient was. */
final class TelehealthEdits implements ClaimEdit {
    private static final String IN_PERSON = "in-person";
    private static final String PLACE = "df20-patient-location";

    @Override
    public void look(Sheet sheet) {
        for (ClaimLine line : sheet.lines()) {
            if (line.telehealth().equals(IN_PERSON)) {
                sheet.bypass("l02", line.place(), "in-person");
                sheet.bypass("l04", line.place(), "in-person");
                sheet.bypass("l13", line.place(), "in-person");
            } else {
                modifier(sheet, line);
                place(sheet, line);
            }
        }
    }

    /** The rows that give a modifier to such a session say which one the payer wants on the line. */
    private static void modifier(Sheet sheet, ClaimLine line) {
        boolean could = false;
        boolean any = false;
        for (Row row : sheet.book().table(CodingTables.MODIFIERS).rows(line.date())) {
            Cell telehealth = cell(row, "telehealth");
            Cell code = cell(row, "code");
            boolean speaks = telehealth != null
                    && telehealth.matches(line.facts().fact("telehealth"))
                    && (code == null || code.oneOf().contains(line.code()));
            if (speaks && row.matches(line.facts())) {
                any = true;
                String wanted = row.result("modifier");
                if (!line.modifiers().contains(wanted)) {
                    sheet.fail("l02", line.place(), "", sheet.said(line.place(), java.util.Map.of("wanted", wanted)));
                }
            } else {
                could |= speaks && row.couldMatch(line.facts());
            }
        }
        if (any) {
            sheet.pass("l02", line.place());
        } else if (could) {
            sheet.unknown("l02", line.place(), "telehealth-modifier");
        } else {
            sheet.bypass("l02", line.place(), "other-code");
        }
    }

    private static @org.jspecify.annotations.Nullable Cell cell(Row row, String column) {
        return row.conditions().stream()
                .filter(cell -> cell.column().equals(column))
                .findFirst()
                .orElse(null);
    }

    private static void place(Sheet sheet, ClaimLine line) {
        RecordFacts record = sheet.context().record();
        if (record == null) {
            sheet.unknown("l04", line.place(), "record-unknown");
            sheet.unknown("l13", line.place(), "record-unknown");
            return;
        }
        boolean home =
                sheet.book().telehealth("place-" + line.line().placeOfService()).isEmpty();
        Boolean facility = record.patientInFacility();
        if (home || !line.line().placeOfService().equals(homePlace(sheet))) {
            sheet.bypass("l04", line.place(), "other-place");
        } else if (facility == null) {
            sheet.unknown("l04", line.place(), "record-silent");
        } else {
            sheet.check("l04", line.place(), !facility, "");
        }
        List<Finding> said = RecordEdits.of(record, PLACE);
        if (said.isEmpty()) {
            sheet.unknown("l13", line.place(), "record-silent");
        }
        said.forEach(finding -> RecordEdits.say(sheet, "l13", line.place(), finding));
    }

    /** The place of service of a patient at home, which a row names. */
    private static String homePlace(Sheet sheet) {
        return sheet.book().word("home-place");
    }
}
