package org.plainclaim.server.operation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.claim.HistoryWindow;
import org.plainclaim.documentation.ClinicalMeasure;
import org.plainclaim.documentation.Instruments;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.DocumentationReader;
import org.plainclaim.fhir.DocumentationReader.ReadSession;
import org.plainclaim.fhir.HistoryDocument;
import org.plainclaim.server.store.CurrentVersions;
import org.plainclaim.server.store.StoreView;

/** What both operations do: read the session that is meant, stored or sent along, among the others of its patient. */
public final class Derivations {
    private final FhirContext fhir;
    private final CurrentVersions store;
    private final SessionStore sessions;
    private final HistoryStore histories;
    private final MeasureStore measures;
    private final DocumentationReader reader;
    private final LiveEngine engine;
    private final Readings readings;

    public Derivations(FhirContext fhir, Store store, Knowledge knowledge, Practice practice) {
        this.fhir = fhir;
        this.store = store.versions();
        this.reader = knowledge.reader();
        this.measures = new MeasureStore(reader.instruments());
        this.sessions = new SessionStore(store.daos(), measures);
        this.histories = new HistoryStore(practice.completeSince());
        this.engine = new LiveEngine(knowledge::rules);
        this.readings = new Readings(reader, practice.zone());
    }

    /**
     * Where sessions are kept.
     *
     * @param daos HAPI's way to them, which says what is the matter with one that is not there
     * @param versions the quick way
     */
    public record Store(DaoRegistry daos, CurrentVersions versions) {}

    /**
     * What the sessions do not say of the practice.
     *
     * @param zone its time zone, for times stated in UTC only; null if none is set
     * @param completeSince first day from which on all its sessions are in the store; null if that is not known
     */
    public record Practice(@Nullable ZoneId zone, @Nullable LocalDate completeSince) {}

    /** What derives and reviews as of now; take it once for each answer. */
    public ClaimDerivation engine() {
        return engine.get();
    }

    Instruments instruments() {
        return reader.instruments();
    }

    /** What the store has of a patient's measures between two days; empty if there is no such patient. */
    Optional<List<ClinicalMeasure>> measures(String patient, LocalDate from, LocalDate to) {
        Gathering gathering = new Gathering(store.view(), new Gathering.Scope(Map.of(), Map.of()));
        gathering.read(new IdType("Patient", patient));
        gathering.patient().ifPresent(found -> measures.gather(found, from, to, gathering));
        return gathering
                .patient()
                .map(found -> reader.measures(gathering.session().bundle()));
    }

    /**
     * A session that is not stored, of which nothing else is known.
     *
     * @throws BadInput if it is not one session of one patient
     */
    public SentCase ofBundle(JsonNode bundle) throws BadInput {
        return new SentCase(readings.session(bundle, null).session(), PatientHistory.UNKNOWN);
    }

    /**
     * A stored session as it would be after a change, among what is stored of its patient.
     *
     * @param people references of clinicians who belong in, whether the session names them or not
     * @throws BadInput if it is not one session of one patient
     * @throws ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException if there is no such encounter
     */
    public SentCase ofStore(IIdType encounter, List<String> people, UnaryOperator<JsonNode> change) throws BadInput {
        String work = "review " + encounter.getIdPart() + String.join(" ", people);
        StoredCase found = store.work(work, view -> {
            StoredSession stored = sessions.load(view, encounter, people);
            return readStored(view, new StoredSession(change.apply(stored.bundle()), stored.versions()), null);
        });
        return new SentCase(found.session(), found.history());
    }

    /** A stored session in a view of the store, among what is stored there of its patient. */
    public SentCase ofView(StoreView view, IIdType encounter) throws BadInput {
        StoredCase found = readStored(view, sessions.load(view, encounter, List.of()), null);
        return new SentCase(found.session(), found.history());
    }

    /** The stored sessions of one patient, each among the others; what is stored of the patient is read once for all of them. */
    public void ofPatient(List<String> encounters, SessionTaker taker) {
        StoreView view = store.view();
        sessions.expect(view, encounters);
        List<OfPatient.Session> read = new ArrayList<>();
        for (String encounter : encounters) {
            try {
                StoredSession stored = sessions.load(view, new IdType("Encounter", encounter), List.of());
                SessionDocumentation session = readings.stored(stored, null).session();
                read.add(new OfPatient.Session(
                        encounter, stored, session, engine().historyOf(session).orElse(null)));
            } catch (BadInput | RuntimeException fault) {
                taker.failed(encounter, fault);
            }
        }
        OfPatient patient = OfPatient.of(view, read, histories, readings);
        for (OfPatient.Session one : read) {
            try {
                PatientHistory known = patient.history(one);
                taker.read(
                        one.encounter(),
                        known == null
                                ? ofView(view, new IdType("Encounter", one.encounter()))
                                : new SentCase(one.session(), known));
            } catch (BadInput | RuntimeException fault) {
                taker.failed(one.encounter(), fault);
            }
        }
    }

    /** Takes in the sessions of a patient, one after the other. */
    public interface SessionTaker {
        /** One that was read. */
        void read(String encounter, SentCase found);

        /** One that could not be read. */
        void failed(String encounter, Exception why);
    }

    OperationInput input(ServletRequestDetails request, List<String> allowed) {
        try {
            return OperationInput.of(request, fhir, allowed);
        } catch (BadInput e) {
            throw new Refusals(fhir).unreadable(e);
        }
    }

    StoredSession stored(IIdType encounter) {
        return store.work("session " + encounter.getIdPart(), view -> sessions.load(view, encounter, List.of()));
    }

    /** A stored session, read among what is stored of its patient. */
    StoredCase read(StoredSession stored, @Nullable String coverage) {
        try {
            return readStored(stored, coverage);
        } catch (BadInput e) {
            throw new Refusals(fhir).noSession(e);
        }
    }

    /** The same; what is wrong with it is for the caller to judge. */
    StoredCase readStored(StoredSession stored, @Nullable String coverage) throws BadInput {
        return readStored(store.view(), stored, coverage);
    }

    /** Takes in what came of reading one session of many. */
    interface Taker {
        void read(StoredCase found);

        void failed(String encounter, Exception why);
    }

    /** Stored sessions, each among what is stored of its patient; the view asks for all of them together. */
    void each(StoreView view, List<String> encounters, Taker taker) {
        sessions.expect(view, encounters);
        Map<String, StoredSession> stored = new LinkedHashMap<>();
        Map<String, ReadSession> read = new HashMap<>();
        List<Map.Entry<StoredSession, SessionDocumentation>> known = new ArrayList<>();
        for (String encounter : encounters) {
            try {
                StoredSession found = sessions.load(view, new IdType("Encounter", encounter), List.of());
                ReadSession session = readings.stored(found, null);
                stored.put(encounter, found);
                read.put(encounter, session);
                known.add(Map.entry(found, session.session()));
            } catch (BadInput | RuntimeException fault) {
                taker.failed(encounter, fault);
            }
        }
        histories.expect(view, known, engine()::historyOf);
        stored.forEach((encounter, found) -> {
            try {
                taker.read(among(view, found, Objects.requireNonNull(read.get(encounter))));
            } catch (BadInput | RuntimeException fault) {
                taker.failed(encounter, fault);
            }
        });
    }

    private StoredCase readStored(StoreView view, StoredSession stored, @Nullable String coverage) throws BadInput {
        return among(view, stored, readings.stored(stored, coverage));
    }

    private StoredCase among(StoreView view, StoredSession stored, ReadSession read) throws BadInput {
        SessionDocumentation session = read.session();
        Optional<HistoryWindow> window = engine().historyOf(session);
        StoredHistory history =
                window.map(days -> histories.load(view, stored, session, days)).orElse(StoredHistory.NOTHING);
        HistoryDocument document = history.document();
        PatientHistory known =
                document == null ? PatientHistory.UNKNOWN : readings.stored(document, session, stored.bundle());
        return new StoredCase(stored, read, history, known);
    }

    /** The session sent along, with the history sent along. */
    SentCase sent(OperationInput input) {
        JsonNode bundle = input.session();
        if (bundle == null) {
            throw new InvalidRequestException(
                    "The parameter session is missing: send the session as a Bundle in Parameters, or name a stored "
                            + "Encounter in the URL.");
        }
        SessionDocumentation session = session(bundle, input);
        SentHistory sent = input.history();
        return new SentCase(
                session,
                sent.bundle() == null
                        ? PatientHistory.UNKNOWN
                        : history(new HistoryDocument(sent.bundle(), sent.from(), sent.to()), session, bundle));
    }

    private SessionDocumentation session(JsonNode bundle, OperationInput input) {
        try {
            return readings.session(bundle, input.coverage()).session();
        } catch (BadInput e) {
            throw new Refusals(fhir).noSession(e);
        }
    }

    private PatientHistory history(HistoryDocument document, SessionDocumentation session, JsonNode bundle) {
        try {
            return readings.history(document, session, bundle);
        } catch (BadInput e) {
            throw new Refusals(fhir).noHistory(e);
        }
    }

    /**
     * What was sent.
     *
     * @param session the session
     * @param history the others
     */
    public record SentCase(SessionDocumentation session, PatientHistory history) {}

    Parameters answer(JsonNode parameters) {
        return fhir.newJsonParser().parseResource(Parameters.class, parameters.toString());
    }
}
