package org.plainclaim.x12.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Heading;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.LineDecision;
import org.plainclaim.submission.OtherCover;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.Said;

/** A claim in the making (2300 and all below it). */
final class ClaimDraft {
    /** More lines than the guides allow; a claim has to fit into memory, whoever sent it. */
    private static final int MOST_LINES = 999;

    private static final int MOST_OTHERS = 10;
    private static final int MOST_SEGMENTS = 20_000;

    private final Said said;
    private final Form form;
    private final long position;
    private final HeadingDraft heading;
    private final Map<Role, PartyDraft> parties = new EnumMap<>(Role.class);
    private @Nullable PartyDraft party;
    private final List<OtherDraft> others = new ArrayList<>(0);
    private final List<Line> lines = new ArrayList<>(4);
    private @Nullable LineDraft line;
    private @Nullable Provider ordering;
    private int segments;

    /** Begins with CLM. */
    ClaimDraft(Form form, Said clm) {
        this.said = clm;
        this.form = form;
        this.position = clm.position();
        this.heading = new HeadingDraft(form, clm);
    }

    long position() {
        return position;
    }

    /** Takes a segment of the claim; false if it has no place there. */
    boolean take(String id) {
        if (++segments > MOST_SEGMENTS) {
            if (segments == MOST_SEGMENTS + 1) {
                said.wrong("the claim has more than " + MOST_SEGMENTS + " segments");
            }
            return true;
        }
        if (id.equals("LX")) {
            endLine();
            line = new LineDraft(lines.size() + 1, said);
            return true;
        }
        if (line != null) {
            return line.take(id);
        }
        if (id.equals("SBR")) {
            return other();
        }
        if (!others.isEmpty()) {
            return others.get(others.size() - 1).take(id, said);
        }
        return ofClaim(id);
    }

    private boolean ofClaim(String id) {
        if (id.equals("NM1")) {
            PartyDraft named = new PartyDraft(said);
            party = named;
            Role role = role(said.text(1));
            if (role != null) {
                parties.put(role, named);
            }
            return true;
        }
        return party != null ? party.take(id, said) : heading.take(id, said);
    }

    private static @Nullable Role role(String code) {
        return switch (code) {
            case "DN" -> Role.REFERRING;
            case "82" -> Role.RENDERING;
            case "77" -> Role.FACILITY;
            case "DQ" -> Role.SUPERVISING;
            case "71" -> Role.ATTENDING;
            default -> null;
        };
    }

    private boolean other() {
        if (others.size() == MOST_OTHERS) {
            said.wrong("the claim has more than " + MOST_OTHERS + " other payers");
            return true;
        }
        others.add(new OtherDraft(said));
        return true;
    }

    private void endLine() {
        LineDraft draft = line;
        line = null;
        if (draft == null) {
            return;
        }
        Line made = draft.made(heading.place(), heading.from(), heading.to());
        if (lines.size() == MOST_LINES) {
            said.wrong("the claim has more than " + MOST_LINES + " lines");
        } else if (made != null) {
            lines.add(made);
        }
        ordering = ordering == null ? draft.ordering() : ordering;
    }

    /** The claim below its levels; says at the segment at hand what does not fit together. */
    Submission made(Levels levels) {
        endLine();
        Person patient = levels.patient();
        Submission made = new Submission(
                heading.made(),
                heading.stay(),
                providers(levels),
                patient,
                levels.cover(),
                others(patient),
                heading.diagnoses(),
                lines);
        check(made);
        return made;
    }

    private List<OtherCover> others(Person patient) {
        List<OtherCover> made = new ArrayList<>(others.size());
        for (OtherDraft other : others) {
            made.add(other.made(patient, decided(other.payerId()), said));
        }
        return made;
    }

    private @Nullable LocalDate decided(String payer) {
        for (Line done : lines) {
            for (LineDecision decision : done.decisions()) {
                if (decision.payerId().equals(payer)) {
                    return decision.date();
                }
            }
        }
        return null;
    }

    private Map<Role, Provider> providers(Levels levels) {
        Map<Role, Provider> made = new EnumMap<>(Role.class);
        made.put(Role.BILLING, levels.billing().billing());
        Provider payTo = levels.billing().payTo();
        if (payTo != null) {
            made.put(Role.PAY_TO, payTo);
        }
        parties.forEach((role, draft) -> made.put(role, draft.provider()));
        if (ordering != null) {
            made.put(Role.ORDERING, ordering);
        }
        return made;
    }

    private void check(Submission made) {
        Heading claim = made.heading();
        BigDecimal total = claim.total();
        if (total != null && total.compareTo(made.charge()) != 0) {
            said.unbalanced("CLM02 is not the sum of the charges of the lines");
        }
        if (made.lines().isEmpty()) {
            said.wrong("the claim has no line", org.plainclaim.x12.SyntaxError.SEGMENT_MISSING);
        }
        if (form == Form.PROFESSIONAL && made.lines().stream().anyMatch(done -> beyond(done, made))) {
            said.wrong("a line points to a diagnosis that is not there");
        }
    }

    private static boolean beyond(Line line, Submission made) {
        return line.pointers().stream()
                .anyMatch(pointer -> pointer > made.diagnoses().size());
    }
}
