package org.plainclaim.x12.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.eligibility.Benefit;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.eligibility.MemberSaid;
import org.plainclaim.eligibility.PlanDate;
import org.plainclaim.eligibility.PlanNumber;
import org.plainclaim.eligibility.Reject;
import org.plainclaim.x12.Said;

/** What is said of one member while it is read (loops 2000C and 2000D). */
final class MemberDraft {
    private static final int MOST_BENEFITS = 5_000;
    private static final int MOST = 200;

    private final PersonDraft person = new PersonDraft();
    private final @Nullable MemberDraft subscriber;
    private final List<PlanDate> dates = new ArrayList<>();
    private final List<PlanNumber> numbers = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();
    private final List<Benefit> benefits = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private @Nullable BenefitDraft benefit;
    private String trace = "";

    /** A draft; the subscriber is null for the subscriber's own. */
    MemberDraft(@Nullable MemberDraft subscriber) {
        this.subscriber = subscriber;
    }

    /** Takes a segment of the member's loops; false if they do not have it. */
    boolean take(String segment, Said said) {
        BenefitDraft open = benefit;
        switch (segment) {
            case "EB" -> begin(said);
            case "AAA" -> reject(said);
            case "TRN" -> trace = said.text(1).equals("2") || trace.isEmpty() ? said.text(2) : trace;
            default -> {
                return open == null ? ofMember(segment, said) : open.take(segment, said);
            }
        }
        return true;
    }

    private void begin(Said said) {
        benefitEnds();
        if (benefits.size() == MOST_BENEFITS) {
            said.wrong("more than " + MOST_BENEFITS + " benefits are said of one member");
        } else {
            benefit = new BenefitDraft(said);
        }
    }

    private void benefitEnds() {
        BenefitDraft open = benefit;
        if (open != null) {
            benefits.add(open.made());
            benefit = null;
        }
    }

    private void reject(Said said) {
        Reject.Level level = benefit != null
                ? Reject.Level.SERVICE
                : subscriber == null ? Reject.Level.SUBSCRIBER : Reject.Level.DEPENDENT;
        if (rejects.size() < MOST) {
            rejects.add(new Reject(level, said.text(3), said.text(4)));
        }
    }

    private boolean ofMember(String segment, Said said) {
        switch (segment) {
            case "REF" -> limited(numbers, new PlanNumber(said.text(1), said.text(2), said.text(3)));
            case "DTP" -> {
                LocalDate from = said.dateOfRange(3, false);
                LocalDate to = said.dateOfRange(3, true);
                if (from != null && to != null) {
                    limited(dates, new PlanDate(said.text(1), from, to));
                }
            }
            case "MSG" -> limited(messages, said.text(1));
            case "PRV", "HI", "MPI", "HSD", "III" -> {
                // decide nothing
            }
            default -> {
                return person.take(segment, said);
            }
        }
        return true;
    }

    private static <T> void limited(List<T> list, T thing) {
        if (list.size() < MOST) {
            list.add(thing);
        }
    }

    /** True if the payer says anything of the member: a subscriber of whom nothing is said only leads to a dependent. */
    boolean says() {
        return benefit != null || !benefits.isEmpty() || !rejects.isEmpty() || !trace.isEmpty();
    }

    String trace() {
        return trace;
    }

    /** The answer, with what was complained about on the levels above. */
    EligibilityAnswer made(EligibilityAnswer.Heading heading, List<Reject> above) {
        benefitEnds();
        List<Reject> all = new ArrayList<>(above);
        all.addAll(rejects);
        MemberDraft holder = subscriber;
        String number = holder == null ? person.id() : holder.person.id();
        List<PlanNumber> allNumbers = new ArrayList<>(holder == null ? List.of() : holder.numbers);
        allNumbers.addAll(numbers);
        List<PlanDate> allDates = new ArrayList<>(dates);
        if (holder != null && dates.isEmpty()) {
            allDates.addAll(holder.dates);
        }
        return new EligibilityAnswer(
                heading,
                new MemberSaid(number, person.made(), holder != null, person.corrected()),
                benefits,
                new EligibilityAnswer.PlanRemarks(allDates, allNumbers, messages),
                all);
    }

    /** What became of the question: one that was complained about and has no benefits was refused. */
    EligibilityAnswer.Outcome outcome(List<Reject> above) {
        boolean none = benefits.isEmpty() && benefit == null;
        boolean refused = none && !(rejects.isEmpty() && above.isEmpty());
        return refused ? EligibilityAnswer.Outcome.REFUSED : EligibilityAnswer.Outcome.ANSWERED;
    }
}
