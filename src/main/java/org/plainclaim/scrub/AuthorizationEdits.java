package org.plainclaim.scrub;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Line;

/** Prior authorizations: whether one is needed, is there, fits, and has units left. */
final class AuthorizationEdits implements ClaimEdit {
    private static final String NOT_KNOWN = "authorizations-unknown";

    @Override
    public void look(Sheet sheet) {
        for (ClaimLine line : sheet.lines()) {
            String number = number(sheet, line.line());
            present(sheet, line, number);
            if (number.isEmpty()) {
                sheet.bypass("e08", line.place(), "no-authorization");
                sheet.bypass("e09", line.place(), "no-authorization");
            } else {
                fits(sheet, line, number);
            }
        }
    }

    private static String number(Sheet sheet, Line line) {
        String own = line.authorization().strip();
        return own.isEmpty() ? sheet.claim().heading().authorization().strip() : own;
    }

    private static void present(Sheet sheet, ClaimLine line, String number) {
        CoverageFacts facts = sheet.context().coverage();
        Boolean required = facts == null ? null : facts.authorization();
        if (!number.isEmpty()) {
            sheet.pass("e07", line.place());
        } else if (required == null) {
            sheet.unknown("e07", line.place(), facts == null ? "eligibility-unknown" : "eligibility-silent");
        } else if (required) {
            sheet.fail("e07", line.place(), "");
        } else {
            sheet.bypass("e07", line.place(), "no-authorization-asked");
        }
    }

    private static void fits(Sheet sheet, ClaimLine line, String number) {
        List<AuthorizationFacts> known = sheet.context().authorizations();
        if (known == null) {
            sheet.unknown("e08", line.place(), NOT_KNOWN);
            sheet.unknown("e09", line.place(), NOT_KNOWN);
            return;
        }
        AuthorizationFacts facts = find(known, number);
        if (facts == null) {
            sheet.fail("e08", line.place(), "number");
            sheet.bypass("e09", line.place(), "no-authorization");
            return;
        }
        boolean dates =
                facts.covers(line.line().from()) && facts.covers(line.line().to());
        sheet.check("e08", line.place(), dates, "dates");
        sheet.check(
                "e08", line.place(), facts.codes().isEmpty() || facts.codes().contains(line.code()), "code");
        sheet.check(
                "e08",
                line.place(),
                facts.providers().isEmpty() || facts.providers().contains(line.npi()),
                "provider");
        boolean enough = facts.unitsLeft() == null
                || facts.unitsLeft().compareTo(line.line().units()) >= 0;
        sheet.check("e09", line.place(), enough, "");
    }

    private static @Nullable AuthorizationFacts find(List<AuthorizationFacts> known, String number) {
        return known.stream()
                .filter(one -> one.number().equalsIgnoreCase(number))
                .findFirst()
                .orElse(null);
    }
}
