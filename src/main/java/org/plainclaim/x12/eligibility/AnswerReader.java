package org.plainclaim.x12.eligibility;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.eligibility.MemberSaid;
import org.plainclaim.eligibility.Reject;
import org.plainclaim.x12.Controls;
import org.plainclaim.x12.Faults;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.Said;
import org.plainclaim.x12.SegmentFeed;

/**
 * Reads 271 files in constant memory.
 *
 * <p>An answer counts from the moment its transaction closes without faults.
 */
public final class AnswerReader implements SegmentFeed.Sink {
    private final AnswerListener listener;
    private final Faults faults = new Faults();
    private final Said said = new Said(faults);
    private String sender = "";
    private String interchange = "";
    private String group = "";
    private String version = "";
    private @Nullable Controls controls;
    private String reference = "";
    private @Nullable LocalDate created;
    private String time = "";
    private String level = "";
    private String payerName = "";
    private String payerId = "";
    private final List<Reject> above = new ArrayList<>();
    private @Nullable MemberDraft subscriber;
    private @Nullable MemberDraft member;
    private boolean answered;

    private AnswerReader(AnswerListener listener) {
        this.listener = listener;
    }

    /** Makes of segments what a listener is told. */
    public static SegmentFeed.Sink sink(AnswerListener listener) {
        return new AnswerReader(listener);
    }

    /**
     * Hands over what the file says, and at the end of each transaction what is wrong with it.
     *
     * @throws IOException if the stream fails
     */
    public static void read(InputStream file, AnswerListener listener) throws IOException {
        SegmentFeed.read(file, new AnswerReader(listener));
    }

    @Override
    public void envelopeFault(long position, String message) {
        faults.add(InterchangeFault.Level.ENVELOPE, position, message);
    }

    @Override
    public void accept(String id, Said.Source segment, long position) {
        said.at(segment, position);
        switch (id) {
            case "ISA" -> {
                sender = said.text(6).strip();
                interchange = said.text(13);
            }
            case "GS" -> {
                group = said.text(6);
                version = said.text(8);
            }
            case "ST" -> begin();
            case "SE" -> end();
            case "GE", "IEA" -> abandon();
            default -> inside(id);
        }
    }

    private void begin() {
        abandon();
        if (!said.text(1).equals("271")) {
            return;
        }
        String stated = said.text(3).isEmpty() ? version : said.text(3);
        if (!stated.startsWith("005010X279")) {
            said.wrong("the version is not that of a 271 (" + Parts.VERSION + ")");
        }
        controls = new Controls(sender, interchange, group, said.text(2));
        reference = "";
        created = null;
        time = "";
        level = "";
        payerName = "";
        payerId = "";
        above.clear();
        answered = false;
    }

    private void abandon() {
        if (controls != null) {
            envelopeFault(said.position(), "the transaction does not end with SE");
            end();
        }
    }

    private void end() {
        if (controls == null) {
            return;
        }
        memberEnds();
        if (!answered && !above.isEmpty()) {
            refusedAsAWhole();
        } else if (!answered) {
            said.wrong("the transaction says nothing of any member");
        }
        controls = null;
        subscriber = null;
        listener.closed(faults.kept());
        faults.clear();
    }

    @Override
    public void finish(long position) {
        abandon();
        listener.ended(faults.kept());
        faults.clear();
    }

    private void inside(String id) {
        if (controls == null) {
            return;
        }
        switch (id) {
            case "BHT" -> {
                reference = said.text(3);
                created = said.date(4);
                time = said.text(5);
            }
            case "HL" -> level();
            default -> content(id);
        }
    }

    private void level() {
        memberEnds();
        level = said.text(3);
        switch (level) {
            case "20", "21" -> {
                // the rejects of these levels hold for all members below
            }
            case "22" -> {
                subscriber = new MemberDraft(null);
                member = subscriber;
            }
            case "23" -> member =
                    subscriber == null ? new MemberDraft(new MemberDraft(null)) : new MemberDraft(subscriber);
            default -> said.wrong("a level that a 271 does not have");
        }
    }

    private void content(String id) {
        MemberDraft draft = member;
        boolean known = draft == null ? ofOthers(id) : draft.take(id, said);
        if (!known) {
            said.wrong("a segment in the wrong place, or one that this transaction does not have");
        }
    }

    /** Loops 2000A and 2000B. */
    private boolean ofOthers(String id) {
        boolean payer = level.equals("20");
        switch (id) {
            case "NM1" -> {
                payerName = payer ? said.text(3) : payerName;
                payerId = payer ? said.text(9) : payerId;
            }
            case "AAA" -> {
                if (above.size() < Faults.KEPT) {
                    above.add(
                            new Reject(payer ? Reject.Level.PAYER : Reject.Level.PROVIDER, said.text(3), said.text(4)));
                }
            }
            case "PER", "REF", "PRV", "N3", "N4" -> {
                // decide nothing
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void memberEnds() {
        MemberDraft draft = member;
        member = null;
        AnswerHeader header = draft == null || !draft.says() ? null : header();
        if (draft == null || header == null) {
            return;
        }
        answered = true;
        String trace = draft.trace().isEmpty() ? reference : draft.trace();
        listener.answer(header, draft.made(heading(trace, draft.outcome(above), header), above));
    }

    private void refusedAsAWhole() {
        AnswerHeader header = header();
        if (header != null) {
            listener.answer(
                    header,
                    new EligibilityAnswer(
                            heading(reference, EligibilityAnswer.Outcome.REFUSED, header),
                            MemberSaid.NOBODY,
                            List.of(),
                            EligibilityAnswer.PlanRemarks.NONE,
                            above));
        }
    }

    private EligibilityAnswer.Heading heading(String trace, EligibilityAnswer.Outcome outcome, AnswerHeader header) {
        return new EligibilityAnswer.Heading(
                trace,
                EligibilityAnswer.Origin.PAYER,
                outcome,
                header.created().toInstant(ZoneOffset.UTC),
                payerId,
                payerName);
    }

    private @Nullable AnswerHeader header() {
        LocalDate day = created;
        Controls under = controls;
        if (day == null || under == null) {
            said.wrong("the transaction has no date (BHT04)");
            return null;
        }
        return new AnswerHeader(reference, day.atTime(Times.of(time)), under);
    }
}
