package org.plainclaim.server.measure;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.plainclaim.server.store.CurrentVersions;
import org.plainclaim.server.store.CurrentVersions.Current;

/** The finished encounters of a time, day by day. */
final class FinishedSessions {
    private static final int PAGE = 200;
    private static final int MOST = 50_000;

    private final DaoRegistry daos;
    private final CurrentVersions versions;
    private final Consumer<SearchParameterMap> narrowing;

    FinishedSessions(DaoRegistry daos, CurrentVersions versions) {
        this(daos, versions, query -> {});
    }

    private FinishedSessions(DaoRegistry daos, CurrentVersions versions, Consumer<SearchParameterMap> narrowing) {
        this.daos = daos;
        this.versions = versions;
        this.narrowing = narrowing;
    }

    /** Those of them that somebody sees. */
    FinishedSessions narrowedBy(Consumer<SearchParameterMap> seen) {
        return new FinishedSessions(daos, versions, seen);
    }

    /** Each encounter once, on the day of its start; a day more on both sides, as the days are those of UTC. */
    void each(Question question, Consumer<JsonNode> taker) {
        if (!question.patient().isEmpty()) {
            ofPatient(question, taker);
            return;
        }
        int taken = 0;
        for (LocalDate day = question.from().minusDays(1);
                !day.isAfter(question.to().plusDays(1));
                day = day.plusDays(1)) {
            taken += each(day, taker);
            refuse(taken > MOST);
        }
    }

    private static void refuse(boolean tooMany) {
        if (tooMany) {
            throw new InvalidRequestException(
                    "More than " + MOST + " sessions are in the period; ask for a shorter one, or for one patient.");
        }
    }

    /** Those of a patient are few, and a search for patient and day and status at once is what databases are slow at. */
    private void ofPatient(Question question, Consumer<JsonNode> taker) {
        List<JsonNode> found = new ArrayList<>();
        found(query -> query.add("patient", new ReferenceParam(question.patient())), encounter -> {
            if (!day(encounter).isBefore(question.from().minusDays(1))
                    && !day(encounter).isAfter(question.to().plusDays(1))) {
                found.add(encounter);
            }
        });
        refuse(found.size() > MOST);
        found.sort(Comparator.comparing(FinishedSessions::day));
        found.forEach(taker);
    }

    private int each(LocalDate day, Consumer<JsonNode> taker) {
        DateRangeParam days = new DateRangeParam(
                new DateParam(ParamPrefixEnum.GREATERTHAN_OR_EQUALS, day + "T00:00:00Z"),
                new DateParam(ParamPrefixEnum.LESSTHAN, day.plusDays(1) + "T00:00:00Z"));
        AtomicInteger taken = new AtomicInteger();
        found(query -> query.add("date", days), encounter -> {
            if (day(encounter).equals(day)) {
                taker.accept(encounter);
                taken.incrementAndGet();
            }
        });
        return taken.get();
    }

    /** Each finished encounter with a start that a search finds; they are read by few statements, as HAPI reads them slowly. */
    private void found(Consumer<SearchParameterMap> what, Consumer<JsonNode> taker) {
        SearchParameterMap query = SearchParameterMap.newSynchronous().setSort(new SortSpec("_id"));
        what.accept(query);
        narrowing.accept(query);
        List<String> ids =
                daos.getResourceDao(Encounter.class).searchForResourceIds(query, new SystemRequestDetails()).stream()
                        .map(IIdType::getIdPart)
                        .distinct()
                        .toList();
        for (int done = 0; done < ids.size(); done += PAGE) {
            List<String> page = ids.subList(done, Math.min(ids.size(), done + PAGE));
            for (Current found : versions.read(Map.of("Encounter", page))) {
                JsonNode encounter = found.json();
                if (encounter.path("status").asText().equals("finished")
                        && encounter.path("period").path("start").isTextual()) {
                    taker.accept(encounter);
                }
            }
        }
    }

    static LocalDate day(JsonNode encounter) {
        String start = encounter.path("period").path("start").asText();
        return new DateTimeType(start)
                .getValue()
                .toInstant()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate();
    }
}
