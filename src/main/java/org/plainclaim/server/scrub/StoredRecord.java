package org.plainclaim.server.scrub;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.ServiceTime;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.explanation.Finding;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.scrub.RecordFacts;
import org.plainclaim.server.operation.Derivations;
import org.plainclaim.server.operation.Derivations.SentCase;
import org.plainclaim.server.signals.CopiedNotes;
import org.plainclaim.server.store.KeptResults;
import org.plainclaim.server.store.KeptWork;
import org.plainclaim.server.store.Question;
import org.plainclaim.server.store.StoreView;
import org.plainclaim.server.submission.GatheredClaim;
import org.plainclaim.submission.Line;

/** What is documented behind a stored claim: its sessions are read and reviewed again, as they are now. */
final class StoredRecord {
    private static final int MOST = 500;

    private final Derivations derivations;
    private final CopiedNotes notes;
    private final KeptResults<Reviewed> reviews = new KeptResults<>(MOST);
    private final KeptWork<Read> records = new KeptWork<>(MOST, Read::begun);

    StoredRecord(Derivations derivations, CopiedNotes notes) {
        this.derivations = derivations;
        this.notes = notes;
    }

    /** The record of all sessions of a claim; null if the claim names none, or one that can not be read. */
    @Nullable
    RecordFacts of(GatheredClaim gathered) {
        StoreView view = gathered.view();
        Set<String> encounters = new LinkedHashSet<>();
        for (JsonNode item : gathered.claim().path("item")) {
            item.path("encounter")
                    .forEach(encounter ->
                            encounters.add(encounter.path("reference").asText()));
        }
        if (encounters.isEmpty() || view == null) {
            return null;
        }
        List<Object> beside = List.of(derivations.engine(), gathered.submission());
        Read read = records.of(
                "Claim/" + gathered.claim().path("id").asText(), view, beside, () -> read(gathered, view, encounters));
        return read == null
                ? null
                : read.facts()
                        .copied(copied(view, encounters, gathered.submission().from()));
    }

    /** What is documented, and whether it will be so tomorrow: what is said of a session that did not begin yet will not. */
    private record Read(RecordFacts facts, boolean begun) {}

    private @Nullable Read read(GatheredClaim gathered, StoreView view, Set<String> encounters) {
        List<Finding> findings = new ArrayList<>();
        Map<String, RecordFacts.Times> times = new HashMap<>();
        List<SessionDocumentation> sessions = new ArrayList<>();
        for (String encounter : encounters) {
            Sums sums = new Sums(gathered.submission().lines(), findings, times, sessions);
            if (!encounter.startsWith("Encounter/") || !add(view, encounter, sums)) {
                return null;
            }
        }
        RecordFacts facts = new RecordFacts(
                findings,
                times,
                new ClinicianDays(gathered, view)
                        .of(new ClinicianDays.Asked(encounters, List.copyOf(times.values()), zone(sessions.get(0)))),
                inFacility(view, sessions),
                null);
        return new Read(facts, sessions.stream().allMatch(StoredRecord::begun));
    }

    private static boolean begun(SessionDocumentation session) {
        OffsetDateTime start = session.time().start().value();
        return start == null || start.toInstant().isBefore(Instant.now());
    }

    /** The clock of the place of a session, by which its day is told. */
    private static ZoneId zone(SessionDocumentation session) {
        OffsetDateTime start = session.time().start().value();
        ZoneId written = start == null ? ZoneOffset.UTC : start.getOffset();
        try {
            return session.time().zone().known()
                    ? ZoneId.of(session.time().zone().orElse("Z"))
                    : written;
        } catch (DateTimeException e) {
            return written;
        }
    }

    /** True if the patient was in a facility in one of the sessions, null if nobody knows it of one. */
    private static @Nullable Boolean inFacility(StoreView view, List<SessionDocumentation> sessions) {
        Boolean all = false;
        for (SessionDocumentation session : sessions) {
            Boolean one = Stays.during(view, session);
            if (Boolean.TRUE.equals(one)) {
                return true;
            }
            all = one == null ? null : all;
        }
        return all;
    }

    private static Question named(String encounter) {
        return Question.named("Encounter", encounter.substring("Encounter/".length()));
    }

    /** True if one of the sessions has a copied note, null if none has a note that could be compared. */
    private @Nullable Boolean copied(StoreView view, Set<String> encounters, @Nullable LocalDate day) {
        if (day == null) {
            return null;
        }
        Boolean found = null;
        for (String encounter : encounters) {
            Boolean one = notes.of(view, encounter, day, (session, other) -> begunTogether(view, session, other));
            found = one == null ? found : Boolean.valueOf(one || Boolean.TRUE.equals(found));
        }
        return found;
    }

    /** Notes of the members of one group are alike. */
    private static boolean begunTogether(StoreView view, String session, String other) {
        String here = start(view, session);
        return !here.isEmpty() && here.equals(start(view, other));
    }

    private static String start(StoreView view, String encounter) {
        return !encounter.startsWith("Encounter/")
                ? ""
                : view.ask(named(encounter)).stream()
                        .map(one -> one.json().at("/period/start").asText())
                        .findFirst()
                        .orElse("");
    }

    /** What is added up over the sessions. */
    private record Sums(
            List<Line> lines,
            List<Finding> findings,
            Map<String, RecordFacts.Times> times,
            List<SessionDocumentation> sessions) {}

    private boolean add(StoreView view, String encounter, Sums sums) {
        try {
            Reviewed reviewed = reviewed(derivations.ofView(view, new IdType(encounter)));
            sums.findings().addAll(reviewed.findings());
            sums.sessions().add(reviewed.session());
            for (Line line : sums.lines()) {
                service(line, reviewed).ifPresent(service -> sums.times()
                        .put(line.control(), times(service.time(), zone(reviewed.session()))));
            }
            return true;
        } catch (BadInput | BaseServerResponseException e) {
            return false;
        }
    }

    /** What a session says, and what was found in it. */
    private record Reviewed(SessionDocumentation session, List<ServiceLine> coded, List<Finding> findings) {}

    /** The same session among the same others, by the same rules, is reviewed once. */
    private Reviewed reviewed(SentCase found) {
        ClaimDerivation engine = derivations.engine();
        SessionDocumentation session = found.session();
        List<Object> sources = List.of(engine, session, found.history());
        return reviews.get(session.encounter(), sources).orElseGet(() -> {
            ClaimOutcome outcome = engine.derive(session, found.history());
            List<ServiceLine> coded = outcome.claims().stream()
                    .flatMap(claim -> claim.lines().stream())
                    .toList();
            Reviewed reviewed = new Reviewed(
                    session, coded, engine.review(session, found.history()).findings());
            reviews.keep(session.encounter(), sources, reviewed);
            return reviewed;
        });
    }

    /** The service that a line bills: the one that the code was made of, or the only one there is. */
    private static Optional<DocumentedService> service(Line line, Reviewed reviewed) {
        List<DocumentedService> services = reviewed.session().services();
        for (ServiceLine one : reviewed.coded()) {
            if (one.code().code().equals(line.procedure().code()) && one.date().equals(line.from())) {
                return services.stream()
                        .filter(service -> service.reference().equals(one.service()))
                        .findFirst();
            }
        }
        boolean theirs = reviewed.session().time().dateOfService().is(line.from());
        return theirs && services.size() == 1 ? Optional.of(services.get(0)) : Optional.empty();
    }

    private static RecordFacts.Times times(ServiceTime time, ZoneId zone) {
        return new RecordFacts.Times(
                time.minutes().value(),
                local(time.start().value(), zone),
                local(time.stop().value(), zone));
    }

    private static @Nullable LocalDateTime local(@Nullable OffsetDateTime moment, ZoneId zone) {
        return moment == null ? null : moment.atZoneSameInstant(zone).toLocalDateTime();
    }
}
