package org.plainclaim.replay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.claim.DerivedClaim;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.submission.FeeSchedule;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Procedure;

/**
 * What a session is billed as: what of an answer has to be the same for the claim to be the same.
 *
 * @param standing {@code ready}, {@code held}, {@code elsewhere} (billed with another session) or {@code unreadable}
 * @param lines the lines of its claims; what they would be if it is held
 */
public record Billed(String standing, List<BilledLine> lines) {
    /** A session that is none, or not FHIR. */
    static final Billed UNREADABLE = new Billed("unreadable", List.of());

    public Billed {
        lines = List.copyOf(lines);
    }

    /**
     * A line of a claim.
     *
     * @param biller whose number it is billed under, and the form of the claim
     * @param code procedure code
     * @param modifiers in the order they go on the claim
     * @param units how often
     * @param place place of service, or the revenue code on an institutional claim
     * @param date date of service
     * @param diagnoses the codes that it points to
     */
    public record BilledLine(
            String biller,
            String code,
            List<String> modifiers,
            int units,
            String place,
            LocalDate date,
            List<String> diagnoses) {
        public BilledLine {
            modifiers = List.copyOf(modifiers);
            diagnoses = List.copyOf(diagnoses);
        }

        @Override
        public String toString() {
            String all = modifiers.stream().map(modifier -> "-" + modifier).collect(Collectors.joining());
            return code + all + (units == 1 ? "" : " x" + units);
        }
    }

    /** What an answer bills. */
    public static Billed of(ClaimOutcome outcome) {
        String standing = outcome.ready() ? "ready" : outcome.billedElsewhere() ? "elsewhere" : "held";
        List<BilledLine> lines = new ArrayList<>();
        for (DerivedClaim claim : outcome.claims()) {
            claim.lines().forEach(line -> lines.add(line(claim, line)));
        }
        return new Billed(standing, lines);
    }

    private static BilledLine line(DerivedClaim claim, ServiceLine line) {
        return new BilledLine(
                claim.biller(),
                line.code().code(),
                line.modifiers(),
                line.units(),
                line.placeOfService() + line.revenueCode(),
                line.date(),
                line.pointers().stream()
                        .map(pointer ->
                                claim.diagnoses().get(pointer - 1).code().orElse(""))
                        .toList());
    }

    /** True if it may leave. */
    boolean ready() {
        return standing.equals("ready");
    }

    /** Dollars that leave with it: nothing while it is held. */
    BigDecimal charge(FeeSchedule fees, String practice) {
        BigDecimal sum = Money.ZERO;
        if (ready()) {
            for (BilledLine line : lines) {
                BigDecimal unit = unit(line, fees, practice);
                sum = unit == null ? sum : sum.add(unit.multiply(BigDecimal.valueOf(line.units())));
            }
        }
        return sum;
    }

    /** Lines that may leave but have no price. */
    int unpriced(FeeSchedule fees, String practice) {
        return ready()
                ? (int) lines.stream()
                        .filter(line -> unit(line, fees, practice) == null)
                        .count()
                : 0;
    }

    private static @Nullable BigDecimal unit(BilledLine line, FeeSchedule fees, String practice) {
        Procedure procedure = new Procedure("HC", line.code(), line.modifiers());
        return fees.quote(procedure, line.date(), practice).amount();
    }

    /** For people: {@code ready: 90837-95, 90785}. */
    @Override
    public String toString() {
        return standing
                + (lines.isEmpty()
                        ? ""
                        : ": " + lines.stream().map(BilledLine::toString).collect(Collectors.joining(", ")));
    }
}
