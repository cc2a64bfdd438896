package org.plainclaim.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.claim.HistoryWindow;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.KnownShapes;
import org.plainclaim.fhir.PatientPast;
import org.plainclaim.fhir.ReadingOptions;

/** Derives the sessions of one patient under two sets of rules. */
final class PatientReplay {
    /** As the server has it where nobody said since when its store is complete. */
    private static final int RECENT_DAYS = 31;

    private final Sides sides;
    private final PatientRecord record;
    private final ReadingOptions options;
    private final KnownShapes shapes = new KnownShapes();
    private final PatientPast pastBefore;
    private final PatientPast pastAfter;

    PatientReplay(Sides sides, PatientRecord record) {
        this.sides = sides;
        this.record = record;
        this.options = new ReadingOptions(null, sides.setup().zone(), null).withoutDigest();
        ObjectNode past = record.past();
        this.pastBefore =
                PatientPast.read(sides.before().reader(), past, sides.setup().zone(), shapes);
        this.pastAfter = sides.alike()
                ? pastBefore
                : PatientPast.read(sides.after().reader(), past, sides.setup().zone(), shapes);
    }

    /**
     * A session under both sets of rules.
     *
     * @param encounter reference of the session
     * @param before the answer under the first; null if it can not be read
     * @param after the answer under the second; null if it can not be read
     */
    record Pair(String encounter, @Nullable ClaimOutcome before, @Nullable ClaimOutcome after) {}

    /** All sessions, one after the other. */
    void each(Consumer<Pair> into) {
        for (Item encounter : record.sessions()) {
            ObjectNode bundle = record.bundle(encounter);
            SessionDocumentation session = read(sides.before(), bundle);
            SessionDocumentation again = sides.alike() ? session : read(sides.after(), bundle);
            into.accept(new Pair(
                    encounter.reference(),
                    outcome(sides.before(), session, pastBefore),
                    outcome(sides.after(), again, pastAfter)));
        }
    }

    private @Nullable SessionDocumentation read(RuleSide side, ObjectNode bundle) {
        try {
            return side.reader().read(bundle, options, shapes);
        } catch (BadInput e) {
            return null;
        }
    }

    private @Nullable ClaimOutcome outcome(RuleSide side, @Nullable SessionDocumentation session, PatientPast past) {
        return session == null ? null : side.engine().derive(session, history(side, session, past));
    }

    private PatientHistory history(RuleSide side, SessionDocumentation session, PatientPast past) {
        Optional<HistoryWindow> window = side.engine().historyOf(session);
        String patient = session.patient().reference().orElse("");
        if (window.isEmpty() || !patient.startsWith("Patient/") || patient.contains("#")) {
            return PatientHistory.UNKNOWN;
        }
        LocalDate date = session.time().dateOfService().orElse(window.get().to());
        LocalDate said = sides.setup().completeSince();
        return past.around(session, window.get(), said == null ? date.minusDays(RECENT_DAYS) : said);
    }

    /** The references of all sessions. */
    List<String> sessions() {
        return record.sessions().stream().map(Item::reference).toList();
    }
}
