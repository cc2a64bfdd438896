package org.plainclaim.server.operation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SortOrderEnum;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import ca.uhn.fhir.rest.param.ReferenceOrListParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Encounter;
import org.jspecify.annotations.Nullable;
import org.plainclaim.claim.HistoryWindow;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.fhir.HistoryDocument;
import org.plainclaim.server.operation.Gathering.Referring;

/** Gathers from the store the other sessions of a patient in a time, and the claims of the patient, in a few searches. */
final class HistoryStore {
    /** Sessions at most: those nearest to the end of the time; what is before the last one left out is then not known. */
    private static final int MOST_SESSIONS = 400;

    private static final int MOST_CLAIMS = 1000;

    /** Without a word on it, a practice is taken to have sent the sessions of the last month, but not of years ago. */
    private static final int RECENT_DAYS = 31;

    private static final List<String> PEOPLE = List.of("Practitioner", "PractitionerRole");

    private static final Gathering.Scope SCOPE = new Gathering.Scope(
            Map.of(
                    "individual",
                    PEOPLE,
                    "actor",
                    PEOPLE,
                    "practitioner",
                    PEOPLE,
                    "location",
                    List.of("Location"),
                    "serviceProvider",
                    List.of("Organization"),
                    "organization",
                    List.of("Organization")),
            Map.of("Practitioner", new Referring(List.of("PractitionerRole"), "practitioner")));

    private final FhirContext fhir;
    private final DaoRegistry daos;
    private final @Nullable LocalDate completeSince;

    HistoryStore(FhirContext fhir, DaoRegistry daos, @Nullable LocalDate completeSince) {
        this.fhir = fhir;
        this.daos = daos;
        this.completeSince = completeSince;
    }

    /**
     * The history of the patient of a session, without what was gathered for the session itself.
     *
     * <p>Sessions are looked for on all days of the window; but that one is not there says something only of the days of
     * which the store is complete.
     */
    StoredHistory load(StoredSession stored, SessionDocumentation session, HistoryWindow window) {
        String patient = session.patient().reference().orElse("");
        if (!patient.startsWith("Patient/") || patient.contains("#")) {
            return StoredHistory.NOTHING;
        }
        LocalDate date = session.time().dateOfService().orElse(window.to());
        LocalDate complete = completeSince == null ? date.minusDays(RECENT_DAYS) : completeSince;
        return new Run(stored, patient, window).load(complete);
    }

    /** One history being gathered. */
    private final class Run {
        private final Gathering gathering;
        private final String patient;
        private final HistoryWindow window;
        private final TokenOrListParam identifiers = new TokenOrListParam();
        private LocalDate known;

        Run(StoredSession session, String patient, HistoryWindow window) {
            this.gathering = new Gathering(fhir, daos, SCOPE, session.versions().keySet());
            this.patient = patient;
            this.window = window;
            this.known = window.from();
            for (JsonNode entry : session.bundle().path("entry")) {
                JsonNode resource = entry.path("resource");
                if (patient.equals("Patient/" + resource.path("id").asText())
                        && resource.path("resourceType").asText().equals("Patient")) {
                    resource.path("identifier").forEach(identifier -> identifiers.add(Gathering.token(identifier)));
                }
            }
        }

        StoredHistory load(LocalDate complete) {
            knownOnlyFrom(complete);
            sessions();
            DerivedClaims derived = new DerivedClaims();
            Collection<IBaseResource> claims = ofPatient("Claim", this::activeSince);
            if (claims.size() > MOST_CLAIMS) {
                knownOnlyFrom(LocalDate.MAX);
            }
            for (IBaseResource claim : claims) {
                if (!derived.isOneOf((Claim) claim, gathering::knows)) {
                    gathering.add(claim);
                }
            }
            StoredSession gathered = gathering.session();
            return new StoredHistory(
                    new HistoryDocument(gathered.bundle(), known, window.to()), gathered.versions(), derived.found());
        }

        private void knownOnlyFrom(LocalDate day) {
            known = day.isAfter(known) ? day : known;
        }

        private void sessions() {
            List<Encounter> found = ofPatient("Encounter", this::newestFirst).stream()
                    .map(Encounter.class::cast)
                    .sorted(Comparator.comparing(HistoryStore::start).reversed())
                    .toList();
            if (found.size() > MOST_SESSIONS) {
                // the day itself may be cut in two, and it may be another day where the patient was
                Instant leftOut = start(found.get(MOST_SESSIONS));
                knownOnlyFrom(leftOut.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(2));
            }
            List<Encounter> kept = found.subList(0, Math.min(found.size(), MOST_SESSIONS)).stream()
                    .filter(encounter -> encounter.getStatus() == Encounter.EncounterStatus.FINISHED)
                    .filter(encounter -> !gathering.knows(reference(encounter)))
                    .toList();
            kept.forEach(gathering::add);
            procedures(kept);
        }

        private void procedures(List<Encounter> encounters) {
            ReferenceOrListParam references = new ReferenceOrListParam();
            TokenOrListParam tokens = new TokenOrListParam();
            for (Encounter encounter : encounters) {
                references.add(new ReferenceParam(reference(encounter)));
                encounter
                        .getIdentifier()
                        .forEach(identifier ->
                                tokens.add(new TokenParam(identifier.getSystem(), identifier.getValue())));
            }
            if (!encounters.isEmpty()) {
                SearchParameterMap query = SearchParameterMap.newSynchronous();
                search("Procedure", query.add("encounter", references)).forEach(gathering::add);
            }
            if (!tokens.getValuesAsQueryTokens().isEmpty()) {
                SearchParameterMap query = SearchParameterMap.newSynchronous();
                search("Procedure", query.add("encounter-identifier", tokens)).forEach(gathering::add);
            }
        }

        /** A day more on both sides: the store compares instants, the rules compare days where the patient was. */
        private SearchParameterMap newestFirst() {
            DateRangeParam days = new DateRangeParam(
                    date(ParamPrefixEnum.GREATERTHAN_OR_EQUALS, window.from().minusDays(1)),
                    date(ParamPrefixEnum.LESSTHAN_OR_EQUALS, window.to().plusDays(1)));
            return SearchParameterMap.newSynchronous()
                    .add("date", days)
                    .setSort(new SortSpec("date", SortOrderEnum.DESC))
                    .setLoadSynchronousUpTo(MOST_SESSIONS + 1);
        }

        /** A claim is not written before the service that it bills. */
        private SearchParameterMap activeSince() {
            return SearchParameterMap.newSynchronous("status", new TokenParam("active"))
                    .add(
                            "created",
                            date(
                                    ParamPrefixEnum.GREATERTHAN_OR_EQUALS,
                                    window.from().minusDays(1)))
                    .setLoadSynchronousUpTo(MOST_CLAIMS + 1);
        }

        /** What refers to the patient by id or by identifier, each once. */
        private Collection<IBaseResource> ofPatient(String type, Supplier<SearchParameterMap> query) {
            Map<String, IBaseResource> found = new LinkedHashMap<>();
            search(type, query.get().add("patient", new ReferenceParam(patient)))
                    .forEach(resource -> found.put(reference(resource), resource));
            if (!identifiers.getValuesAsQueryTokens().isEmpty()) {
                search(type, query.get().add("patient-identifier", identifiers))
                        .forEach(resource -> found.put(reference(resource), resource));
            }
            return found.values();
        }
    }

    private static DateParam date(ParamPrefixEnum prefix, LocalDate day) {
        return new DateParam(prefix, day.toString());
    }

    private List<IBaseResource> search(String type, SearchParameterMap query) {
        return Gathering.search(daos, type, query);
    }

    private static String reference(IBaseResource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    private static Instant start(Encounter encounter) {
        return encounter.getPeriod().hasStart()
                ? encounter.getPeriod().getStart().toInstant()
                : Instant.EPOCH;
    }
}
