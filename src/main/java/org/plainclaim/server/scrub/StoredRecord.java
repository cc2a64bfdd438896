package org.plainclaim.server.scrub;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.ServiceTime;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.explanation.Finding;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.scrub.RecordFacts;
import org.plainclaim.server.operation.Derivations;
import org.plainclaim.server.store.StoreView;
import org.plainclaim.server.submission.GatheredClaim;
import org.plainclaim.submission.Line;

/** What is documented behind a stored claim: its sessions are read and reviewed again, as they are now. */
final class StoredRecord {
    private final Derivations derivations;

    StoredRecord(Derivations derivations) {
        this.derivations = derivations;
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
        List<Finding> findings = new ArrayList<>();
        Map<String, RecordFacts.Times> times = new HashMap<>();
        for (String encounter : encounters) {
            Sums sums = new Sums(gathered.submission().lines(), findings, times);
            if (!encounter.startsWith("Encounter/") || !add(view, encounter, sums)) {
                return null;
            }
        }
        return new RecordFacts(findings, times, null, null, null);
    }

    /** What is added up over the sessions. */
    private record Sums(List<Line> lines, List<Finding> findings, Map<String, RecordFacts.Times> times) {}

    private boolean add(StoreView view, String encounter, Sums sums) {
        try {
            Derivations.SentCase found = derivations.ofView(view, new IdType(encounter));
            ClaimOutcome outcome = derivations.engine().derive(found.session(), found.history());
            sums.findings()
                    .addAll(derivations
                            .engine()
                            .review(found.session(), found.history())
                            .findings());
            List<ServiceLine> coded = outcome.claims().stream()
                    .flatMap(claim -> claim.lines().stream())
                    .toList();
            for (Line line : sums.lines()) {
                service(line, coded, found.session())
                        .ifPresent(service -> sums.times().put(line.control(), times(service.time())));
            }
            return true;
        } catch (BadInput | ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException e) {
            return false;
        }
    }

    /** The service that a line bills: the one that the code was made of, or the only one there is. */
    private static java.util.Optional<DocumentedService> service(
            Line line, List<ServiceLine> coded, SessionDocumentation session) {
        List<DocumentedService> services = session.services();
        for (ServiceLine one : coded) {
            if (one.code().code().equals(line.procedure().code()) && one.date().equals(line.from())) {
                return services.stream()
                        .filter(service -> service.reference().equals(one.service()))
                        .findFirst();
            }
        }
        boolean theirs = session.time().dateOfService().is(line.from());
        return theirs && services.size() == 1 ? java.util.Optional.of(services.get(0)) : java.util.Optional.empty();
    }

    private static RecordFacts.Times times(ServiceTime time) {
        return new RecordFacts.Times(
                time.minutes().value(),
                local(time.start().value()),
                local(time.stop().value()));
    }

    private static @Nullable LocalDateTime local(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toLocalDateTime();
    }
}
