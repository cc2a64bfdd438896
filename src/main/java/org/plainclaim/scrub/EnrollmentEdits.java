package org.plainclaim.scrub;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Role;

/** How the clinician stands with the payer, the licensing board and the lists of excluded persons. */
final class EnrollmentEdits implements ClaimEdit {
    private static final String NOT_KNOWN = "enrollment-unknown";

    @Override
    public void look(Sheet sheet) {
        EnrollmentFacts facts = sheet.context().enrollment();
        for (ClaimLine line : sheet.lines()) {
            EnrollmentFacts.Standing standing =
                    facts == null ? null : facts.byNpi().get(line.npi());
            if (standing == null) {
                for (String edit : new String[] {"p02", "p03", "p08", "l07"}) {
                    sheet.unknown(edit, line.place(), NOT_KNOWN);
                }
            } else {
                said(sheet, "p02", line, standing.enrolled());
                said(sheet, "p03", line, standing.licensed());
                said(sheet, "p08", line, standing.excluded() == null ? null : !standing.excluded());
                state(sheet, line, standing.states());
            }
        }
    }

    private static void said(Sheet sheet, String edit, ClaimLine line, @Nullable Boolean fits) {
        if (fits == null) {
            sheet.unknown(edit, line.place(), NOT_KNOWN);
        } else {
            sheet.check(edit, line.place(), fits, "");
        }
    }

    /** A patient at home is where the patient lives; anywhere else, where the place of service is. */
    private static void state(Sheet sheet, ClaimLine line, @Nullable Set<String> states) {
        boolean remote = !line.telehealth().equals("in-person");
        String state = remote
                ? sheet.claim().patient().address().state()
                : sheet.claim()
                        .provider(Role.FACILITY)
                        .or(() -> sheet.claim().provider(Role.BILLING))
                        .map(provider -> provider.address().state())
                        .orElse("");
        if (states == null || state.isEmpty()) {
            sheet.unknown("l07", line.place(), NOT_KNOWN);
        } else {
            sheet.check("l07", line.place(), states.contains(state), "");
        }
    }
}
