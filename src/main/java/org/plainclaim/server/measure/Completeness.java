package org.plainclaim.server.measure;

import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hl7.fhir.r4.model.IdType;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.server.operation.Derivations;
import org.plainclaim.server.operation.Derivations.SentCase;
import org.plainclaim.server.operation.Derivations.SessionTaker;

/** Reviews the stored sessions of a period, patient by patient, and counts. */
public final class Completeness {
    /** Where the patient is, is no site of the practice. */
    private static final Set<String> AWAY = Set.of("VR", "HH", "FLD");

    private static final String TEST_DATA = "HTEST";

    private final Derivations derivations;
    private final FinishedSessions sessions;

    public Completeness(Derivations derivations, Derivations.Store store) {
        this.derivations = derivations;
        this.sessions = new FinishedSessions(store.daos(), store.versions());
    }

    Tally count(Question question, Consumer<SearchParameterMap> narrowing) {
        Map<String, Map<String, Found>> patients = new LinkedHashMap<>();
        AtomicInteger place = new AtomicInteger();
        sessions.narrowedBy(narrowing).each(question, encounter -> {
            Found found = found(place.getAndIncrement(), encounter);
            patients.computeIfAbsent(patient(encounter), any -> new LinkedHashMap<>())
                    .put(found.id(), found);
        });
        Tally tally = new Tally();
        patients.values().forEach(ofOne -> review(ofOne, question, tally));
        return tally;
    }

    /**
     * An encounter as far as it is kept until its patient's turn.
     *
     * @param place how many were found before
     * @param id its id
     * @param test true if it is marked as test data
     * @param utc its day in UTC
     * @param site where it belongs
     */
    private record Found(int place, String id, boolean test, LocalDate utc, String site) {
        Reviewed unreadable() {
            return new Reviewed("Encounter/" + id, test, utc, site, null);
        }

        Reviewed reviewed(ClaimOutcome outcome) {
            LocalDate date = outcome.session().time().dateOfService().orElse(utc);
            return new Reviewed("Encounter/" + id, test, date, site, outcome);
        }
    }

    private static Found found(int place, JsonNode encounter) {
        boolean test = false;
        for (JsonNode label : encounter.path("meta").path("security")) {
            test |= label.path("code").asText().equals(TEST_DATA);
        }
        return new Found(place, encounter.path("id").asText(), test, FinishedSessions.day(encounter), site(encounter));
    }

    /** Sessions with the same answer are read together; one that names its patient otherwise stands alone. */
    private static String patient(JsonNode encounter) {
        return encounter
                .path("subject")
                .path("reference")
                .asText(encounter.path("id").asText());
    }

    private void review(Map<String, Found> ofOne, Question question, Tally tally) {
        ClaimDerivation engine = derivations.engine();
        derivations.ofPatient(List.copyOf(ofOne.keySet()), new SessionTaker() {
            @Override
            public void read(String encounter, SentCase found) {
                add(encounter, one -> one.reviewed(engine.review(found.session(), found.history())));
            }

            /** One that was deleted meanwhile does not count. */
            @Override
            public void failed(String encounter, Exception why) {
                if (why instanceof BadInput) {
                    add(encounter, Found::unreadable);
                } else if (why instanceof RuntimeException fault && !isDeleted(fault)) {
                    throw fault;
                }
            }

            private void add(String encounter, Function<Found, Reviewed> review) {
                Found one = Objects.requireNonNull(ofOne.get(encounter));
                Reviewed session = review.apply(one);
                if (question.contains(session.date())
                        && (question.practitioner().isEmpty() || session.renderedBy(question.practitioner()))) {
                    tally.add(one.place(), session);
                }
            }
        });
    }

    private static boolean isDeleted(RuntimeException fault) {
        return fault instanceof ResourceNotFoundException || fault instanceof ResourceGoneException;
    }

    /** The first Location of a session at the practice; of any other, the organization that provides it. */
    private static String site(JsonNode encounter) {
        boolean away = AWAY.contains(encounter.path("class").path("code").asText());
        boolean here = !away && encounter.path("location").has(0);
        JsonNode site = here ? encounter.at("/location/0/location") : encounter.path("serviceProvider");
        if (site.has("reference")) {
            return new IdType(site.path("reference").asText())
                    .toUnqualifiedVersionless()
                    .getValue();
        }
        JsonNode identifier = site.path("identifier");
        return identifier.isObject()
                ? identifier.path("system").asText() + "|"
                        + identifier.path("value").asText()
                : Reviewed.UNKNOWN;
    }
}
