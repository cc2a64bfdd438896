package org.plainclaim.x12.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Adjustment;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.LineDecision;
import org.plainclaim.submission.Procedure;
import org.plainclaim.submission.Provider;
import org.plainclaim.x12.Said;
import org.plainclaim.x12.SyntaxError;

/** A service line in the making (2400 to 2440). */
final class LineDraft {
    private static final int DECISIONS = 15;
    private static final Procedure NONE = Procedure.of("");

    private final int number;
    private final Said said;
    private boolean service;
    private Procedure procedure = NONE;
    private String description = "";
    private String revenueCode = "";
    private BigDecimal charge = BigDecimal.ZERO;
    private BigDecimal units = BigDecimal.ZERO;
    private String place = "";
    private final List<Integer> pointers = new ArrayList<>(4);
    private boolean emergency;
    private String control = "";
    private String authorization = "";
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable PartyDraft rendering;
    private @Nullable PartyDraft ordering;
    private @Nullable PartyDraft party;
    private final List<LineDecision> decisions = new ArrayList<>(0);
    private @Nullable DecisionDraft decision;

    /** Begins with LX; has this place in the claim, from 1. */
    LineDraft(int number, Said lx) {
        this.number = number;
        said = lx;
    }

    /** What an earlier payer decided, in the making (2430). */
    private static final class DecisionDraft {
        private final String payer;
        private final BigDecimal paid;
        private final Procedure procedure;
        private final BigDecimal units;
        private final List<Adjustment> adjustments = new ArrayList<>(2);
        private @Nullable LocalDate date;

        private DecisionDraft(Said svd) {
            Procedure decided = svd.procedure(3);
            BigDecimal count = svd.number(5);
            payer = svd.text(1);
            paid = svd.amount(2);
            procedure = decided == null ? NONE : decided;
            units = count == null ? BigDecimal.ZERO : count;
        }
    }

    /** Takes a segment of the line; false if it has no place there. */
    boolean take(String id) {
        switch (id) {
            case "SV1" -> professional();
            case "SV2" -> institutional();
            case "SVD" -> decide();
            case "NM1" -> {
                return name();
            }
            case "SV5", "PWK", "CR1", "CR3", "CRC", "QTY", "MEA", "CN1", "K3", "NTE", "PS1", "HCP" -> {
                return decision == null;
            }
            case "LIN", "CTP", "LQ", "FRM" -> {
                // drugs and forms decide nothing here
            }
            default -> {
                return decision != null ? ofDecision(decision, id) : ofLine(id);
            }
        }
        return true;
    }

    private void service() {
        if (service) {
            said.wrong("a line has one service");
        }
        service = true;
    }

    private void professional() {
        service();
        procedure(1);
        charge = said.amount(2);
        units(3, 4);
        place = said.text(5);
        for (int component = 1; component <= 4; component++) {
            String text = said.text(7, component);
            if (!text.isEmpty()) {
                pointer(text);
            }
        }
        emergency = said.text(9).equals("Y");
    }

    private void pointer(String text) {
        boolean digits = text.length() <= 2 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        int pointer = digits ? Integer.parseInt(text) : 0;
        if (pointer == 0) {
            said.wrong(7, "points to no diagnosis");
        } else {
            pointers.add(pointer);
        }
    }

    private void institutional() {
        service();
        revenueCode = said.text(1);
        if (revenueCode.isEmpty()) {
            said.wrong(1, "has to be a revenue code");
        }
        if (!said.text(2, 2).isEmpty()) {
            procedure(2);
        }
        charge = said.amount(3);
        units(4, 5);
    }

    private void procedure(int element) {
        Procedure done = said.procedure(element);
        if (done == null) {
            said.wrong(element, "has to be a procedure");
            return;
        }
        procedure = done;
        description = said.text(element, 7);
    }

    private void units(int unit, int element) {
        String text = said.text(unit);
        if (!text.equals("UN") && !text.equals("DA")) {
            said.wrong(unit, "is not UN: only units can be taken");
        }
        BigDecimal count = said.number(element);
        if (count == null) {
            said.wrong(element, "has to be a count");
            return;
        }
        units = count;
    }

    private boolean name() {
        if (decision != null) {
            return false;
        }
        PartyDraft named = new PartyDraft(said);
        party = named;
        switch (said.text(1)) {
            case "82" -> rendering = named;
            case "DK" -> ordering = named;
            default -> {
                // others who took part in one line only can not be kept
            }
        }
        return true;
    }

    private boolean ofLine(String id) {
        if (party != null && !id.equals("DTP") && !id.equals("AMT")) {
            return party.take(id, said);
        }
        switch (id) {
            case "DTP" -> date();
            case "REF" -> reference();
            case "AMT" -> {
                // taxes are part of the charge
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void date() {
        if (said.text(1).equals("472")) {
            from = said.dateOfRange(3, false);
            to = said.dateOfRange(3, true);
            if (from != null && to != null && to.isBefore(from)) {
                said.wrong(3, "ends before it begins");
            }
        }
    }

    private void reference() {
        switch (said.text(1)) {
            case "6R" -> control = said.text(2);
            case "G1" -> authorization = said.text(2);
            default -> {
                // other numbers of the line
            }
        }
    }

    private void decide() {
        endDecision();
        if (decisions.size() == DECISIONS) {
            said.wrong("a line has more than " + DECISIONS + " decisions");
        }
        decision = new DecisionDraft(said);
    }

    private boolean ofDecision(DecisionDraft open, String id) {
        switch (id) {
            case "CAS" -> AdjustmentDrafts.take(said, open.adjustments);
            case "DTP" -> open.date = said.text(1).equals("573") ? said.date(3) : open.date;
            case "AMT" -> {
                // what is left to pay follows from the rest
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void endDecision() {
        DecisionDraft done = decision;
        decision = null;
        if (done == null || decisions.size() == DECISIONS) {
            return;
        }
        LocalDate day = done.date;
        if (day == null) {
            said.wrong("line " + number + ": the day of a decision is missing (DTP*573)", SyntaxError.SEGMENT_MISSING);
            return;
        }
        decisions.add(new LineDecision(done.payer, done.procedure, done.paid, done.units, done.adjustments, day));
    }

    /** Who ordered the service, if it is said. */
    @Nullable
    Provider ordering() {
        return ordering == null ? null : ordering.provider();
    }

    /** The line; null if its day is not known. What it does not say of place and days is that of the claim. */
    @Nullable
    Line made(String claimPlace, @Nullable LocalDate first, @Nullable LocalDate last) {
        endDecision();
        LocalDate begin = from == null ? first : from;
        LocalDate end = to == null ? last : to;
        if (!service || begin == null || end == null) {
            said.wrong("line " + number + " lacks its service or its day", SyntaxError.SEGMENT_MISSING);
            return null;
        }
        return new Line(
                control,
                procedure,
                revenueCode,
                description,
                charge,
                units,
                place.isEmpty() ? claimPlace : place,
                begin,
                end,
                pointers,
                rendering == null ? null : rendering.provider(),
                authorization,
                emergency,
                decisions);
    }
}
