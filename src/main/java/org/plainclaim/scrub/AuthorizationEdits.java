package org.plainclaim.scrub;

import java.util.ArrayList;
import java.util.List;
import org.plainclaim.authorization.AuthorizationMatch;
import org.plainclaim.authorization.AuthorizationMatch.Kind;
import org.plainclaim.authorization.AuthorizationsOnFile;
import org.plainclaim.authorization.AuthorizedUse;

/** Prior authorizations: whether one is needed, is there, fits, and has units left; what fits is decided by the match. */
final class AuthorizationEdits implements ClaimEdit {
    private static final String NOT_KNOWN = "authorizations-unknown";
    private static final String NONE = "no-authorization";

    @Override
    public void look(Sheet sheet) {
        AuthorizationsOnFile known = sheet.context().authorizations();
        List<AuthorizedUse> others = new ArrayList<>(known == null ? List.of() : known.uses());
        for (ClaimLine line : sheet.lines()) {
            AuthorizedUse use = AuthorizedUse.of("", sheet.claim(), line.line());
            AuthorizationMatch match =
                    AuthorizationMatch.of(use, known == null ? List.of() : known.authorizations(), others);
            present(sheet, line, match.kind());
            if (use.number().isEmpty()) {
                sheet.bypass("e08", line.place(), NONE);
                sheet.bypass("e09", line.place(), NONE);
            } else if (known == null) {
                sheet.unknown("e08", line.place(), NOT_KNOWN);
                sheet.unknown("e09", line.place(), NOT_KNOWN);
            } else {
                fits(sheet, line, match.kind());
            }
            // the lines of a claim share what is left
            others.add(use);
        }
    }

    private static void present(Sheet sheet, ClaimLine line, Kind kind) {
        CoverageFacts facts = sheet.context().coverage();
        Boolean required = facts == null ? null : facts.authorization();
        if (!kind.edit().equals("e07")) {
            sheet.pass("e07", line.place());
        } else if (required == null) {
            sheet.unknown("e07", line.place(), facts == null ? "eligibility-unknown" : "eligibility-silent");
        } else if (required) {
            sheet.fail("e07", line.place(), kind.word());
        } else {
            sheet.bypass("e07", line.place(), "no-authorization-asked");
        }
    }

    private static void fits(Sheet sheet, ClaimLine line, Kind kind) {
        if (kind.edit().equals("e08")) {
            sheet.fail("e08", line.place(), kind.word());
            sheet.bypass("e09", line.place(), NONE);
        } else {
            sheet.pass("e08", line.place());
            sheet.check("e09", line.place(), kind != Kind.TOO_FEW_UNITS, "");
        }
    }
}
