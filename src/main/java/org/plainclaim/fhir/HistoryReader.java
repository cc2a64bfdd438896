package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.documentation.SessionDocumentation;

/**
 * Reads the other sessions and the claims of a session's patient.
 *
 * <p>What can not be read of an entry is left out and never held against the session; but then the history is not
 * complete, and no rule concludes anything from what is not in it.
 */
public final class HistoryReader {
    private final DocumentationReader reader;

    HistoryReader(DocumentationReader reader) {
        this.reader = reader;
    }

    /**
     * The session whose history it is.
     *
     * @param documentation the session as it was read
     * @param bundle what it was read from; the history may refer to its resources
     * @param zone time zone of the practice, for times stated in UTC only; null if there is none
     */
    public record Around(SessionDocumentation documentation, JsonNode bundle, @Nullable ZoneId zone) {}

    /**
     * The history of the patient of a session.
     *
     * @throws BadInput if nothing of it can be read, or if it is of another patient
     */
    public PatientHistory read(HistoryDocument document, Around session) throws BadInput {
        String patient = session.documentation().patient().reference().value();
        HistoryResources history = HistoryResources.accept(document.bundle(), session);
        if (patient == null) {
            return PatientHistory.UNKNOWN;
        }
        HistoryEntries entries = new HistoryEntries(reader, history, session.documentation());
        var sessions = entries.sessions(session.zone());
        var lines = entries.lines(sessions);
        if (!history.complete()) {
            return new PatientHistory(null, null, sessions, lines);
        }
        LocalDate from = document.from() == null ? entries.first() : document.from();
        LocalDate to = document.to() == null ? entries.last() : document.to();
        return new PatientHistory(from, to, sessions, lines);
    }
}
