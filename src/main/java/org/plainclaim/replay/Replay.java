package org.plainclaim.replay;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.submission.FeeSchedule;

/** Replays the records of patients, one after the other, and tallies what is different. */
public final class Replay {
    private static final int CENTS = 2;

    private final Sides sides;
    private final Directory directory;
    private final Set<String> measures;
    private final FeeSchedule fees;
    private final Tally tally = new Tally();

    /** A replay of patients whose sessions refer to what is in the directory. */
    public Replay(Sides sides, Directory directory) {
        this.sides = sides;
        this.directory = directory;
        this.measures = sides.measures();
        this.fees = directory.fees(sides.before().reader().vocabulary());
    }

    /** Replays the sessions of one patient, given the lines of an export that are in the patient's record. */
    public void patient(Iterable<byte[]> lines) {
        PatientRecord record = new PatientRecord(lines, directory, measures);
        tally.addUnreadable(record.unreadable());
        new PatientReplay(sides, record).each(this::count);
    }

    /** What was found so far. */
    public Tally tally() {
        return tally;
    }

    private void count(PatientReplay.Pair pair) {
        ClaimOutcome before = pair.before();
        ClaimOutcome after = pair.after();
        Billed one = before == null ? Billed.UNREADABLE : Billed.of(before);
        Billed other = after == null ? Billed.UNREADABLE : Billed.of(after);
        boolean differs = !one.equals(other);
        String practice = practice(before == null ? after : before);
        long cents = cents(one.charge(fees, practice));
        long centsAfter = differs ? cents(other.charge(fees, practice)) : cents;
        Tally.Counted session = new Tally.Counted(
                payer(before == null ? after : before), cents, centsAfter, List.of(one.standing(), other.standing()));
        tally.add(session, differs, one.unpriced(fees, practice));
        if (differs) {
            Change change = new Change(sides.difference().of(bookOf(session.payer())));
            tally.changed(
                    session,
                    change.rules(before, after),
                    new Tally.Example(
                            pair.encounter(), one.toString(), other.toString(), Change.why(before), Change.why(after)));
        }
    }

    private static String bookOf(String payer) {
        return payer.isEmpty() ? RuleLibrary.BASE : payer;
    }

    private static String payer(@Nullable ClaimOutcome outcome) {
        return outcome == null ? "" : outcome.session().coverage().payer().orElse("");
    }

    private static String practice(@Nullable ClaimOutcome outcome) {
        SessionDocumentation session = outcome == null ? null : outcome.session();
        return session == null ? "" : session.billing().npi().orElse("");
    }

    private static long cents(BigDecimal amount) {
        return amount.movePointRight(CENTS).longValueExact();
    }
}
