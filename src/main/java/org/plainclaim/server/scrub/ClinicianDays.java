package org.plainclaim.server.scrub;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.Systems;
import org.plainclaim.scrub.RecordFacts.OtherSession;
import org.plainclaim.scrub.RecordFacts.Times;
import org.plainclaim.server.store.CurrentVersions.Current;
import org.plainclaim.server.store.Question;
import org.plainclaim.server.store.StoreView;
import org.plainclaim.server.submission.GatheredClaim;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;

/** The other sessions that the clinicians of a claim had on its days, as far as the store has them. */
final class ClinicianDays {
    /** More sessions than anybody has in three days. */
    private static final int MOST = 200;

    private static final int DAY = 1440;

    private final GatheredClaim gathered;
    private final StoreView view;

    ClinicianDays(GatheredClaim gathered, StoreView view) {
        this.gathered = gathered;
        this.view = view;
    }

    /**
     * Who looks for what.
     *
     * @param own references of the Encounters that the claim bills
     * @param times when its lines were
     * @param zone clock by which these times are told, and the times of all others are told
     */
    record Asked(Set<String> own, List<Times> times, ZoneId zone) {}

    /** A session found, and the Encounter that it was found in. */
    private record Found(Current encounter, OtherSession session) {}

    /** The sessions; null if one of the clinicians is not stored, so that nobody could look. */
    @Nullable
    List<OtherSession> of(Asked asked) {
        Map<String, Set<String>> people = people(npis());
        if (people.isEmpty() || people.values().stream().anyMatch(Set::isEmpty)) {
            return null;
        }
        List<Found> found = found(people, days(), asked);
        List<Current> unclear = new ArrayList<>();
        long sum = 0;
        for (Found one : found) {
            Integer minutes = one.session().times().minutes();
            sum += minutes == null ? 0 : minutes;
        }
        for (Found one : found) {
            if (sum > DAY || asked.times().stream().anyMatch(one.session().times()::overlaps)) {
                unclear.add(one.encounter());
            }
        }
        return coded(found, unclear);
    }

    private Set<String> npis() {
        Set<String> npis = new LinkedHashSet<>();
        String usual = gathered.submission()
                .provider(Role.RENDERING)
                .map(Provider::npi)
                .orElse("");
        for (Line line : gathered.submission().lines()) {
            Provider rendering = line.rendering();
            npis.add(rendering == null ? usual : rendering.npi());
        }
        return npis;
    }

    private Set<LocalDate> days() {
        Set<LocalDate> days = new LinkedHashSet<>();
        gathered.submission().lines().forEach(line -> days.add(line.from()));
        return days;
    }

    /** By NPI, what an Encounter may name: the Practitioners who have it, and their roles. */
    private Map<String, Set<String>> people(Set<String> npis) {
        Map<String, Set<String>> people = new LinkedHashMap<>();
        Map<String, Question> named = new LinkedHashMap<>();
        npis.forEach(npi -> named.put(npi, Question.token("Practitioner", "identifier", Systems.NPI, npi)));
        view.expect(named.values());
        List<Question> roles = new ArrayList<>();
        named.forEach((npi, question) -> {
            Set<String> references = people.computeIfAbsent(npi, made -> new LinkedHashSet<>());
            view.ask(question).forEach(person -> references.add(person.reference()));
            references.forEach(person -> roles.add(roles(person)));
        });
        view.expect(roles);
        people.values().forEach(references -> List.copyOf(references)
                .forEach(person -> view.ask(roles(person)).forEach(role -> references.add(role.reference()))));
        return people;
    }

    private static Question roles(String person) {
        return Question.referring(person, "PractitionerRole.practitioner");
    }

    private List<Found> found(Map<String, Set<String>> people, Set<LocalDate> days, Asked asked) {
        Map<Question, String> questions = new LinkedHashMap<>();
        people.forEach((npi, references) ->
                references.forEach(person -> days.forEach(day -> questions.put(sessions(person, day), npi))));
        view.expect(questions.keySet());
        Map<String, Found> found = new LinkedHashMap<>();
        questions.forEach((question, npi) -> {
            for (Current encounter : view.ask(question)) {
                Times times = SessionHours.of(encounter.json(), people.getOrDefault(npi, Set.of()), asked.zone());
                if (times != null && !asked.own().contains(encounter.reference()) && within(times, days)) {
                    found.putIfAbsent(
                            npi + encounter.reference(), new Found(encounter, new OtherSession(npi, "", times)));
                }
            }
        });
        return List.copyOf(found.values());
    }

    /** A day more on both sides: the store compares days as they are written, the edits those of the claim. */
    private static Question sessions(String person, LocalDate day) {
        return Question.referring(person, "Encounter.participant.individual")
                .within("Encounter", "date", day.minusDays(1), day.plusDays(1))
                .atMost(MOST);
    }

    private static boolean within(Times times, Set<LocalDate> days) {
        LocalDateTime start = times.start();
        LocalDateTime stop = times.stop();
        return start != null
                && (days.contains(start.toLocalDate()) || (stop != null && days.contains(stop.toLocalDate())));
    }

    /** Which code a session was billed with matters only where it stands in the way of another. */
    private List<OtherSession> coded(List<Found> found, List<Current> unclear) {
        view.expect(unclear.stream().map(ClinicianDays::claims).toList());
        Map<OtherSession, OtherSession> sessions = new LinkedHashMap<>();
        for (Found one : found) {
            OtherSession plain = one.session();
            OtherSession session = unclear.contains(one.encounter())
                    ? new OtherSession(plain.npi(), code(one.encounter()), plain.times())
                    : plain;
            // members of one group whose sessions are not billed yet are one session
            sessions.putIfAbsent(session, session);
        }
        return List.copyOf(sessions.values());
    }

    private static Question claims(Current encounter) {
        return Question.referring(encounter.reference(), "Claim.item.encounter");
    }

    /** The procedure code that the session is billed with; empty if it is not. */
    private String code(Current encounter) {
        for (Current claim : view.ask(claims(encounter))) {
            boolean active = claim.json().path("status").asText().equals("active");
            for (JsonNode item : active ? claim.json().path("item") : List.<JsonNode>of()) {
                for (JsonNode one : item.path("encounter")) {
                    if (one.path("reference").asText().equals(encounter.reference())) {
                        return item.at("/productOrService/coding/0/code").asText();
                    }
                }
            }
        }
        return "";
    }
}
