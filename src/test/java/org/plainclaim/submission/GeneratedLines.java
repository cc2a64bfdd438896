package org.plainclaim.submission;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** Service lines, and what an earlier payer decided on them. */
final class GeneratedLines {
    private static final String[] CODES = {"90837", "90834", "90791", "99214", "90853", "90847", "H0004"};
    private static final String[] PROGRAM_CODES = {"H0015", "S9480", "H0035", "90853", "G0410"};
    private static final String[] REVENUE = {"0905", "0906", "0912", "0913", "0914", "0915"};
    private static final String[] MODIFIERS = {"95", "HO", "59", "25", "GT", "HJ"};
    private static final String[] GROUPS = {"CO", "PR", "OA", "PI"};
    private static final String[] REASONS = {"45", "1", "2", "3", "97", "23", "253"};
    private static final String[] PLACES = {"11", "02", "10", "53"};

    private final Random random;
    private final GeneratedParties parties;

    GeneratedLines(Random random, GeneratedParties parties) {
        this.random = random;
        this.parties = parties;
    }

    List<Line> next(Form form, LocalDate day, int diagnoses) {
        int count = random.nextInt(40) == 0 ? 50 : 1 + random.nextInt(3);
        List<Line> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(form == Form.PROFESSIONAL ? professional(i + 1, day, diagnoses) : institutional(i + 1, day));
        }
        return lines;
    }

    private Line professional(int number, LocalDate day, int diagnoses) {
        boolean unlisted = random.nextInt(20) == 0;
        return new Line(
                "L" + number,
                new Procedure("HC", unlisted ? "90899" : pick(CODES), modifiers()),
                "",
                unlisted ? "GROUP OUTDOORS, ONE HOUR" : "",
                cents(40_000),
                units(),
                pick(PLACES),
                day,
                random.nextInt(9) == 0 ? day.plusDays(2) : day,
                pointers(diagnoses),
                random.nextInt(6) == 0 ? parties.clinician() : null,
                random.nextInt(9) == 0 ? "LA" + random.nextInt(1000) : "",
                random.nextInt(9) == 0,
                List.of());
    }

    private Line institutional(int number, LocalDate day) {
        boolean room = random.nextInt(5) == 0;
        LocalDate from = day.plusDays(random.nextInt(5));
        return new Line(
                "L" + number,
                room ? Procedure.of("") : new Procedure("HC", pick(PROGRAM_CODES), modifiers()),
                room ? "0124" : pick(REVENUE),
                "",
                cents(200_000),
                units(),
                "",
                from,
                random.nextInt(4) == 0 ? from.plusDays(2) : from,
                List.of(),
                random.nextInt(6) == 0 ? parties.clinicianWithoutTaxonomy() : null,
                "",
                false,
                List.of());
    }

    private List<String> modifiers() {
        List<String> modifiers = new ArrayList<>();
        for (int i = random.nextInt(9) == 0 ? 4 : random.nextInt(3); i > 0; i--) {
            modifiers.add(pick(MODIFIERS));
        }
        return modifiers;
    }

    private List<Integer> pointers(int diagnoses) {
        Set<Integer> pointers = new LinkedHashSet<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            pointers.add(1 + random.nextInt(diagnoses));
        }
        return List.copyOf(pointers);
    }

    /** The lines as the payers that came first left them: some whole claims are decided without a word on lines. */
    List<Line> decided(List<Line> lines, List<OtherCover> others) {
        List<Line> decided = lines;
        for (OtherCover other : others) {
            Decision decision = other.decision();
            if (decision != null && random.nextInt(4) > 0) {
                List<Line> next = new ArrayList<>();
                for (Line line : decided) {
                    next.add(decided(line, other.cover().payer().id(), decision.date()));
                }
                decided = next;
            }
        }
        return decided;
    }

    private Line decided(Line line, String payer, LocalDate date) {
        BigDecimal charge = Objects.requireNonNull(line.charge());
        List<Adjustment> adjustments = adjustments(charge);
        BigDecimal paid = charge.subtract(sum(adjustments));
        List<LineDecision> decisions = new ArrayList<>(line.decisions());
        decisions.add(new LineDecision(payer, line.procedure(), paid, line.units(), adjustments, date));
        return new Line(
                line.control(),
                line.procedure(),
                line.revenueCode(),
                line.description(),
                charge,
                line.units(),
                line.placeOfService(),
                line.from(),
                line.to(),
                line.pointers(),
                line.rendering(),
                line.authorization(),
                line.emergency(),
                decisions);
    }

    /** What a payer decided on the whole claim, in balance. */
    OtherCover balanced(Submission claim, OtherCover other, Decision decision) {
        boolean byLine =
                claim.lines().stream().anyMatch(line -> !line.decisions().isEmpty());
        BigDecimal whole = claim.charge();
        if (byLine) {
            whole = claim.lines().stream()
                    .flatMap(line -> line.decisions().stream())
                    .map(LineDecision::paid)
                    .reduce(Money.ZERO, BigDecimal::add);
        }
        List<Adjustment> adjustments = byLine && random.nextInt(4) > 0 ? List.of() : adjustments(whole);
        BigDecimal paid = whole.subtract(sum(adjustments));
        return new OtherCover(
                other.cover(), new Decision(paid, decision.date(), decision.controlNumber()), adjustments);
    }

    /** Up to three groups, each together, and the first one with up to eight. */
    private List<Adjustment> adjustments(BigDecimal amount) {
        List<Adjustment> adjustments = new ArrayList<>();
        BigDecimal left = amount;
        int first = random.nextInt(GROUPS.length);
        for (int group = 0; group < 1 + random.nextInt(3); group++) {
            for (int i = group == 0 && random.nextInt(8) == 0 ? 7 : random.nextInt(2); i >= 0; i--) {
                BigDecimal off = left.multiply(BigDecimal.valueOf(random.nextInt(60)))
                        .divide(BigDecimal.valueOf(100), 2, RoundingMode.DOWN);
                left = left.subtract(off);
                BigDecimal quantity = random.nextInt(6) == 0 ? BigDecimal.ONE : null;
                adjustments.add(new Adjustment(GROUPS[(first + group) % GROUPS.length], pick(REASONS), off, quantity));
            }
        }
        return adjustments;
    }

    private static BigDecimal sum(List<Adjustment> adjustments) {
        return adjustments.stream().map(Adjustment::amount).reduce(Money.ZERO, BigDecimal::add);
    }

    private BigDecimal units() {
        int units = 1 + random.nextInt(4);
        return random.nextInt(12) == 0 ? new BigDecimal(units + ".5") : BigDecimal.valueOf(units);
    }

    private BigDecimal cents(int most) {
        return BigDecimal.valueOf(random.nextInt(most) + 1L, 2);
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
