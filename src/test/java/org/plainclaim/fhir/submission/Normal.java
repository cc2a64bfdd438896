package org.plainclaim.fhir.submission;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.OtherCover;
import org.plainclaim.submission.Payer;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Submission;

/** Claims in the one of several ways to say the same in which they are read from FHIR. */
final class Normal {
    private Normal() {}

    /** Without the rule books of payers, which X12 has no place for. */
    static Submission withoutBooks(Submission claim) {
        return new Submission(
                claim.heading(),
                claim.stay(),
                claim.providers(),
                claim.patient(),
                without(claim.cover()),
                claim.others().stream()
                        .map(other -> new OtherCover(without(other.cover()), other.decision(), other.adjustments()))
                        .toList(),
                claim.diagnoses(),
                claim.lines());
    }

    private static Cover without(Cover cover) {
        return new Cover(
                cover.order(),
                new Payer(cover.payer().id(), cover.payer().name(), ""),
                cover.filing(),
                cover.relationship(),
                cover.memberId(),
                cover.group(),
                cover.plan(),
                cover.subscriber(),
                cover.from(),
                cover.to(),
                cover.insuranceType());
    }

    /** If every line says who rendered it and the claim does not, the first of them is the one of the claim. */
    static Submission of(Submission claim) {
        List<Line> lines = claim.lines();
        boolean everyLine = lines.stream().allMatch(line -> line.rendering() != null);
        Provider first = lines.get(0).rendering();
        if (claim.provider(Role.RENDERING).isPresent() || !everyLine || first == null) {
            return claim;
        }
        Map<Role, Provider> providers = new EnumMap<>(Role.class);
        providers.putAll(claim.providers());
        providers.put(Role.RENDERING, first);
        return new Submission(
                claim.heading(),
                claim.stay(),
                providers,
                claim.patient(),
                claim.cover(),
                claim.others(),
                claim.diagnoses(),
                lines.stream()
                        .map(line -> first.equals(line.rendering()) ? renderedByTheSame(line) : line)
                        .toList());
    }

    private static Line renderedByTheSame(Line line) {
        return new Line(
                line.control(),
                line.procedure(),
                line.revenueCode(),
                line.description(),
                line.charge(),
                line.units(),
                line.placeOfService(),
                line.from(),
                line.to(),
                line.pointers(),
                null,
                line.authorization(),
                line.emergency(),
                line.decisions());
    }
}
