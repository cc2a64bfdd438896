package org.plainclaim.server.operation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.SummaryEnum;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.DateParam;
import ca.uhn.fhir.rest.param.ParamPrefixEnum;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.plainclaim.server.search.Hiding;

/** Lists the active treatment plans whose review or end falls due: found by index, never by reading all plans. */
public final class PlansDueOperation {
    private final FhirContext fhir;
    private final DaoRegistry daos;
    private final Hiding hiding;
    private final Clock clock;

    public PlansDueOperation(FhirContext fhir, DaoRegistry daos, Hiding hiding, Clock clock) {
        this.hiding = hiding;
        this.fhir = fhir;
        this.daos = daos;
        this.clock = clock;
    }

    /** The worklist: the most overdue plan first. */
    @Operation(name = "$due", typeName = "CarePlan", manualRequest = true, idempotent = true)
    public Parameters due(ServletRequestDetails request) {
        LocalDate today = LocalDate.now(clock);
        PlansDueInput input = PlansDueInput.of(request, fhir, today);
        List<PlanDue> found = find(input, today, request);
        Parameters answer = new Parameters();
        answer.addParameter().setName("today").setValue(date(today));
        answer.addParameter().setName("more").setValue(new BooleanType(found.size() > input.count()));
        found.stream().limit(input.count()).forEach(plan -> {
            ParametersParameterComponent into = answer.addParameter().setName("plan");
            write(plan, today, into);
            sessions(plan, request, into);
        });
        return answer;
    }

    /** One more than asked for, where there is one more. */
    private List<PlanDue> find(PlansDueInput input, LocalDate today, ServletRequestDetails request) {
        Map<String, PlanDue> plans = new LinkedHashMap<>();
        for (String day : List.of("plan-review-due", "plan-end")) {
            SearchParameterMap query = query(day, input);
            hiding.hide(query, request, "CarePlan");
            for (IBaseResource plan : daos.getResourceDao("CarePlan")
                    .search(query, new SystemRequestDetails())
                    .getAllResources()) {
                Optional<PlanDue> due = PlanDue.of((CarePlan) plan, today);
                due.ifPresent(one -> plans.put(plan.getIdElement().getIdPart(), one));
            }
        }
        return plans.values().stream()
                .sorted(PlanDue.MOST_OVERDUE_FIRST)
                .limit(input.count() + 1L)
                .toList();
    }

    private static SearchParameterMap query(String day, PlansDueInput input) {
        SearchParameterMap query = SearchParameterMap.newSynchronous("status", new TokenParam("active"))
                .add(
                        day,
                        new DateParam(
                                ParamPrefixEnum.LESSTHAN_OR_EQUALS, input.by().toString()))
                .setSort(new SortSpec(day))
                .setLoadSynchronousUpTo(input.count() + 1);
        if (input.patient() != null) {
            query.add("patient", new ReferenceParam(input.patient()));
        }
        if (input.practitioner() != null) {
            query.add("plan-practitioner", new ReferenceParam(input.practitioner()));
        }
        return query;
    }

    private void write(PlanDue due, LocalDate today, ParametersParameterComponent into) {
        Reference patient = due.plan().getSubject();
        LocalDate since = due.since();
        into.addPart()
                .setName("reference")
                .setValue(new Reference("CarePlan/" + due.plan().getIdElement().getIdPart()));
        into.addPart().setName("patient").setValue(patient.copy());
        into.addPart().setName("why").setValue(new CodeType(due.why()));
        into.addPart().setName("due").setValue(date(due.due()));
        into.addPart()
                .setName("days-left")
                .setValue(new IntegerType(Math.toIntExact(ChronoUnit.DAYS.between(today, due.due()))));
        if (since != null) {
            into.addPart().setName("since").setValue(date(since));
        }
    }

    private void sessions(PlanDue due, ServletRequestDetails request, ParametersParameterComponent into) {
        Reference patient = due.plan().getSubject();
        LocalDate since = due.since();
        if (since != null && patient.hasReference()) {
            int sessions = sessions(patient.getReference(), since, request);
            into.addPart().setName("sessions").setValue(new IntegerType(sessions));
        }
    }

    private int sessions(String patient, LocalDate since, ServletRequestDetails request) {
        SearchParameterMap query = SearchParameterMap.newSynchronous("patient", new ReferenceParam(patient))
                .add("status", new TokenParam("finished"))
                .add("date", new DateParam(ParamPrefixEnum.GREATERTHAN_OR_EQUALS, since.toString()));
        hiding.hide(query, request, "Encounter");
        query.setSummaryMode(SummaryEnum.COUNT);
        Integer size = daos.getResourceDao("Encounter")
                .search(query, new SystemRequestDetails())
                .size();
        return size == null ? 0 : size;
    }

    private static DateType date(LocalDate day) {
        return new DateType(day.toString());
    }
}
