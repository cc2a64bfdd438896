package org.plainclaim.server.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.DocumentationReader;
import org.plainclaim.fhir.DocumentationReader.ReadSession;
import org.plainclaim.fhir.HistoryDocument;
import org.plainclaim.fhir.HistoryReader.Around;
import org.plainclaim.fhir.KnownShapes;
import org.plainclaim.fhir.PatientPast;
import org.plainclaim.fhir.ReadingOptions;
import org.plainclaim.server.store.KeptResults;

/** Reads sessions and histories; what was read of the same versions lately is not read again. */
final class Readings {
    private static final int MOST = 500;

    private final DocumentationReader reader;
    private final @Nullable ZoneId practiceZone;
    private final KeptResults<ReadSession> sessions = new KeptResults<>(MOST);
    private final KeptResults<PatientHistory> histories = new KeptResults<>(MOST);

    Readings(DocumentationReader reader, @Nullable ZoneId practiceZone) {
        this.reader = reader;
        this.practiceZone = practiceZone;
    }

    /** A session to be billed to a coverage; to the one that it says, if that is null. */
    ReadSession session(JsonNode bundle, @Nullable String coverage) throws BadInput {
        return reader.readWithSources(bundle, new ReadingOptions(coverage, practiceZone, Instant.now()));
    }

    /** A stored session. */
    ReadSession stored(StoredSession stored, @Nullable String coverage) throws BadInput {
        List<JsonNode> sources = KeptResults.resources(stored.bundle());
        String name = sources.get(0).path("id").asText() + " " + coverage;
        Optional<ReadSession> kept = sessions.get(name, sources);
        if (kept.isPresent()) {
            return kept.get();
        }
        ReadSession read = session(stored.bundle(), coverage);
        if (began(read.session())) {
            sessions.keep(name, sources, read);
        }
        return read;
    }

    /** What is said of a session that did not begin yet is another thing once it did. */
    private static boolean began(SessionDocumentation session) {
        OffsetDateTime start = session.time().start().value();
        return start == null || start.toInstant().isBefore(Instant.now());
    }

    /** The history of a session. */
    PatientHistory history(HistoryDocument document, SessionDocumentation session, JsonNode bundle) throws BadInput {
        return reader.history().read(document, new Around(session, bundle, practiceZone));
    }

    /** All that the store has of a patient's sessions and claims. */
    PatientPast past(JsonNode bundle) {
        return PatientPast.read(reader, bundle, practiceZone, new KnownShapes());
    }

    /** The stored history of a stored session. */
    PatientHistory stored(HistoryDocument document, SessionDocumentation session, JsonNode bundle) throws BadInput {
        List<Object> sources = new ArrayList<>(KeptResults.resources(document.bundle()));
        sources.add(session);
        String name = session.encounter() + " " + document.from() + " " + document.to();
        Optional<PatientHistory> kept = histories.get(name, sources);
        if (kept.isPresent()) {
            return kept.get();
        }
        PatientHistory read = history(document, session, bundle);
        histories.keep(name, sources, read);
        return read;
    }
}
