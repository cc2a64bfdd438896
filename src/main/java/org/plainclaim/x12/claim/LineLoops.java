package org.plainclaim.x12.claim;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.LineDecision;
import org.plainclaim.submission.Procedure;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Submission;

/** Loops 2400, 2420 and 2430: the service lines. */
final class LineLoops {
    private static final int PROFESSIONAL_LINES = 50;
    private static final int INSTITUTIONAL_LINES = 999;
    private static final int POINTERS = 4;
    private static final int MODIFIERS = 4;
    private static final int DECISIONS = 15;

    private final Loops out;
    private final PartyLoops parties;
    private final Submission claim;
    private final boolean institutional;
    private final String renderingNpi;
    private final Set<String> controls = new HashSet<>();
    private @Nullable Set<String> payers;

    private LineLoops(Loops out, Submission claim) {
        this.out = out;
        this.parties = new PartyLoops(out);
        this.claim = claim;
        this.institutional = claim.heading().form() == Form.INSTITUTIONAL;
        this.renderingNpi = ClaimProviders.renderingNpi(claim);
    }

    static void write(Loops out, Submission claim) {
        LineLoops loops = new LineLoops(out, claim);
        int most = loops.institutional ? INSTITUTIONAL_LINES : PROFESSIONAL_LINES;
        out.loop("2400");
        if (claim.lines().isEmpty()) {
            out.fault("LX01", "is missing: there is no service line");
        }
        if (claim.lines().size() > most) {
            out.fault("LX01", "there are more than " + most + " service lines");
        }
        for (int i = 0; i < claim.lines().size(); i++) {
            out.line(i + 1);
            loops.serviceLine(i + 1, claim.lines().get(i));
        }
        out.line(0);
    }

    /** Loop 2400. */
    private void serviceLine(int number, Line line) {
        out.loop("2400");
        out.segment("LX", Integer.toString(number));
        if (institutional) {
            institutionalService(line);
        } else {
            professionalService(line);
        }
        out.period("472", line.from(), line.to());
        references(line);
        providers(line);
        if (line.decisions().size() > DECISIONS) {
            out.fault("SVD01", "there are more than " + DECISIONS + " decisions");
        }
        line.decisions().forEach(decision -> adjudication(line, decision));
    }

    private void professionalService(Line line) {
        String place = line.placeOfService();
        boolean elsewhere = !place.isEmpty() && !place.equals(claim.heading().placeOfService());
        out.segment(
                "SV1",
                required("SV101", line.procedure(), line.description()),
                out.charge("SV102", line.charge()),
                "UN",
                units("SV104", line.units()),
                elsewhere ? out.digits("SV105", place, 2) : "",
                "",
                pointers(line.pointers()),
                "",
                line.emergency() ? "Y" : "");
    }

    private void institutionalService(Line line) {
        out.segment(
                "SV2",
                out.digits("SV201", line.revenueCode(), 4),
                line.procedure().code().isEmpty() ? "" : required("SV202", line.procedure(), line.description()),
                out.charge("SV203", line.charge()),
                "UN",
                units("SV205", line.units()));
    }

    private String required(String element, Procedure procedure, String description) {
        out.code(element, procedure.code(), 48);
        return procedure(element, procedure, description);
    }

    private String procedure(String element, Procedure procedure, String description) {
        List<String> modifiers = procedure.modifiers();
        if (modifiers.size() > MODIFIERS) {
            out.fault(element, "has more than " + MODIFIERS + " modifiers");
            return "";
        }
        String[] parts = {procedure.qualifier(), procedure.code(), "", "", "", "", ""};
        for (int i = 0; i < modifiers.size(); i++) {
            parts[2 + i] = out.code(element, modifiers.get(i), 2);
        }
        parts[6] = out.text(element, description, 80);
        return Loops.composite(parts);
    }

    private String units(String element, BigDecimal units) {
        if (units.signum() <= 0) {
            out.fault(element, "is nothing, or less");
        }
        return out.number(element, units);
    }

    private String pointers(List<Integer> pointers) {
        if (pointers.isEmpty()) {
            out.fault("SV107", "is missing: the line points to no diagnosis");
        }
        if (pointers.size() > POINTERS) {
            out.fault("SV107", "there are more than " + POINTERS + " pointers");
            return "";
        }
        String[] parts = new String[pointers.size()];
        for (int i = 0; i < parts.length; i++) {
            int pointer = pointers.get(i);
            if (pointer < 1 || pointer > claim.diagnoses().size()) {
                out.fault("SV107", "points to a diagnosis that is not there");
            }
            parts[i] = Integer.toString(pointer);
        }
        return Loops.composite(parts);
    }

    private void references(Line line) {
        if (!institutional) {
            out.reference("G1", line.authorization());
        } else if (!line.authorization().isEmpty()
                && !line.authorization().equals(claim.heading().authorization())) {
            out.fault("REF02", "an institutional line has no place for an authorization of its own");
        }
        if (!line.control().isEmpty()) {
            if (!controls.add(line.control())) {
                out.fault("REF02", "two lines have the same control number");
            }
            out.segment("REF", "6R", out.optional("REF02", line.control(), 30));
        }
    }

    /** Loops 2420: who took part in this line, if not those of the claim. */
    private void providers(Line line) {
        Provider rendering = line.rendering();
        String npi = renderingNpi;
        if (rendering != null && !rendering.npi().equals(renderingNpi)) {
            npi = rendering.npi();
            rendering(rendering);
        }
        if (!institutional) {
            ordering(npi);
        }
    }

    private void rendering(Provider rendering) {
        if (institutional) {
            out.loop("2420C");
            parties.clinician("82", rendering);
        } else {
            out.loop("2420A");
            parties.numbered("82", rendering);
            parties.taxonomy("PE", rendering);
        }
    }

    /** Loop 2420E. */
    private void ordering(String renderedBy) {
        Provider ordering = claim.provider(Role.ORDERING).orElse(null);
        if (ordering != null && !ordering.npi().equals(renderedBy)) {
            out.loop("2420E");
            parties.clinician("DK", ordering);
        }
    }

    /** Loop 2430: what an earlier payer decided. */
    private void adjudication(Line line, LineDecision decision) {
        out.loop("2430");
        if (payers == null) {
            payers = OtherPayerLoops.payers(claim.others());
        }
        if (!payers.contains(decision.payerId())) {
            out.fault("SVD01", "is not the one payer of that number among the other payers (2330B)");
        }
        boolean coded = !institutional || !decision.procedure().code().isEmpty();
        out.segment(
                "SVD",
                out.code("SVD01", decision.payerId(), 80),
                out.charge("SVD02", decision.paid()),
                coded ? required("SVD03", decision.procedure(), "") : "",
                institutional ? line.revenueCode() : "",
                out.number("SVD05", decision.units()));
        new Adjustments(out).write(decision.adjustments());
        out.segment("DTP", "573", "D8", Loops.day(decision.date()));
        BigDecimal charge = line.charge();
        BigDecimal expected = decision.paid().add(Adjustments.sum(decision.adjustments()));
        if (charge != null && charge.compareTo(expected) != 0) {
            out.fault("CAS03", "what was paid and what was taken off is not the charge of the line");
        }
    }
}
