package org.plainclaim.server.measure;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Encounter;

/** The finished encounters of a time, day by day and page by page. */
final class FinishedSessions {
    private static final int PAGE = 200;
    private static final int MOST = 50_000;

    private final DaoRegistry daos;
    private final Consumer<SearchParameterMap> narrowing;

    FinishedSessions(DaoRegistry daos) {
        this(daos, query -> {});
    }

    private FinishedSessions(DaoRegistry daos, Consumer<SearchParameterMap> narrowing) {
        this.daos = daos;
        this.narrowing = narrowing;
    }

    /** Those of them that somebody sees. */
    FinishedSessions narrowedBy(Consumer<SearchParameterMap> seen) {
        return new FinishedSessions(daos, seen);
    }

    /** Each encounter once, on the day of its start; a day more on both sides, as the days are those of UTC. */
    void each(Question question, Consumer<Encounter> taker) {
        int taken = 0;
        for (LocalDate day = question.from().minusDays(1);
                !day.isAfter(question.to().plusDays(1));
                day = day.plusDays(1)) {
            taken += each(question, day, taker);
            if (taken > MOST) {
                throw new InvalidRequestException("More than " + MOST
                        + " sessions are in the period; ask for a shorter one, or for one patient.");
            }
        }
    }

    private int each(Question question, LocalDate day, Consumer<Encounter> taker) {
        int taken = 0;
        List<IBaseResource> page;
        int offset = 0;
        do {
            page = page(question, day, offset);
            for (IBaseResource found : page) {
                Encounter encounter = (Encounter) found;
                if (startsOn(encounter, day)) {
                    taker.accept(encounter);
                    taken++;
                }
            }
            offset += PAGE;
        } while (page.size() == PAGE);
        return taken;
    }

    private List<IBaseResource> page(Question question, LocalDate day, int offset) {
        DateRangeParam days = new DateRangeParam(
                new DateParam(ParamPrefixEnum.GREATERTHAN_OR_EQUALS, day + "T00:00:00Z"),
                new DateParam(ParamPrefixEnum.LESSTHAN, day.plusDays(1) + "T00:00:00Z"));
        SearchParameterMap query = SearchParameterMap.newSynchronous("status", new TokenParam("finished"))
                .add("date", days)
                .setSort(new SortSpec("_id"));
        if (!question.patient().isEmpty()) {
            query.add("patient", new ReferenceParam(question.patient()));
        }
        narrowing.accept(query);
        query.setCount(PAGE);
        query.setOffset(offset);
        return daos.getResourceDao("Encounter")
                .search(query, new SystemRequestDetails())
                .getAllResources();
    }

    private static boolean startsOn(Encounter encounter, LocalDate day) {
        return encounter.getPeriod().hasStart() && day(encounter).equals(day);
    }

    static LocalDate day(Encounter encounter) {
        Instant start = encounter.getPeriod().getStart().toInstant();
        return start.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
