package org.plainclaim.scrub;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.codes.CodeAnswer;
import org.plainclaim.codes.DatedCodeSystem;
import org.plainclaim.codes.Validity;
import org.plainclaim.submission.Form;

/** Procedure codes, modifiers and places of service by date of service. */
final class CodeEdits implements ClaimEdit {
    private static final String HCPCS = "hcpcs";
    private static final String CPT = "cpt";
    private static final String MODIFIERS = "modifiers";
    private static final String PLACES = "place-of-service";

    @Override
    public void look(Sheet sheet) {
        for (ClaimLine line : sheet.lines()) {
            procedure(sheet, line);
            modifiers(sheet, line);
            place(sheet, line);
        }
    }

    private static void procedure(Sheet sheet, ClaimLine line) {
        String code = line.code();
        boolean institutional = sheet.claim().heading().form() == Form.INSTITUTIONAL;
        if (code.isEmpty() && institutional && !line.line().revenueCode().isEmpty()) {
            sheet.bypass("c01", line.place(), "revenue-code-only");
            return;
        }
        if (!shaped(code)) {
            sheet.fail("c01", line.place(), "shape");
            return;
        }
        coded(sheet, line, "c01", new Asked(Character.isLetter(code.charAt(0)) ? HCPCS : CPT, code));
    }

    /** Five letters and digits, a digit among the last four. */
    private static boolean shaped(String code) {
        return code.matches("[0-9A-Z][0-9]{3}[0-9A-Z]");
    }

    private static void modifiers(Sheet sheet, ClaimLine line) {
        List<String> modifiers = line.modifiers();
        if (modifiers.isEmpty()) {
            sheet.bypass("c02", line.place(), "no-modifier");
        }
        for (String modifier : modifiers) {
            if (modifier.matches("[0-9A-Z]{2}")) {
                coded(sheet, line, "c02", new Asked(MODIFIERS, modifier));
            } else {
                sheet.fail("c02", line.place(), "shape");
            }
        }
        int most = DiagnosisListEdits.limit(sheet, "modifiers");
        sheet.check("c03", line.place(), modifiers.size() <= most, "many");
        sheet.check("c03", line.place(), new HashSet<>(modifiers).size() == modifiers.size(), "twice");
    }

    private static void place(Sheet sheet, ClaimLine line) {
        String place = line.line().placeOfService();
        if (sheet.claim().heading().form() == Form.INSTITUTIONAL) {
            sheet.bypass("l01", line.place(), "other-form");
        } else if (place.isEmpty()) {
            sheet.fail("l01", line.place(), "missing");
        } else {
            coded(sheet, line, "l01", new Asked(PLACES, place));
        }
    }

    /** A code and the system it is looked up in. */
    private record Asked(String system, String code) {}

    /** A code that is in no release at hand may be wrong or only missing there: of that nobody knows. */
    private static void coded(Sheet sheet, ClaimLine line, String edit, Asked asked) {
        LocalDate date = line.date();
        Optional<DatedCodeSystem> system = sheet.book().system(asked.system());
        if (system.isEmpty()) {
            sheet.unknown(edit, line.place(), "code-not-at-hand");
            return;
        }
        CodeAnswer answer = system.get().look(asked.code(), date);
        boolean missing =
                answer.validity() == Validity.UNKNOWN && !answer.release().isCompleteFor(asked.code());
        if (missing || answer.validity() == Validity.NOT_COVERED) {
            sheet.unknown(edit, line.place(), "code-not-at-hand");
        } else if (answer.validity().isWrong()) {
            sheet.fail(edit, line.place(), "", sheet.said(line.place(), Map.of("wrong", asked.code())));
        } else {
            sheet.pass(edit, line.place());
        }
    }
}
