package org.plainclaim.server.training;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.plainclaim.access.Caller;
import org.plainclaim.access.Role;
import org.plainclaim.server.access.Callers;
import org.plainclaim.training.CaseText;
import org.plainclaim.training.CaseText.About;
import org.plainclaim.training.TrainingCase;

/** Lists the cases with how the caller got on; who instructs is also told what is wrong with files of cases. */
public final class CasesOperation {
    private final FhirContext fhir;
    private final TrainingRoom room;
    private final Results results;

    public CasesOperation(FhirContext fhir, TrainingRoom room, Results results) {
        this.fhir = fhir;
        this.room = room;
        this.results = results;
    }

    /** The cases of a level and a category, or all. */
    @Operation(name = "$training-cases", manualRequest = true, idempotent = true)
    public Parameters list(ServletRequestDetails request) {
        TrainingInput input = TrainingInput.of(request, fhir, Set.of("level", "category"), Set.of());
        Caller caller = Callers.of(request);
        int level = input.level();
        String category = input.one("category").orElse("");
        Map<String, Result> own = results.of(caller.subject()).stream()
                .collect(Collectors.toMap(Result::caseId, Function.identity(), (one, other) -> one));
        TrainingRoom.Loaded now = room.now();
        // payer and date stand in the sessions, and to read all of those takes seconds
        boolean narrow = level != 0 || !category.isEmpty();
        Parameters answer = new Parameters();
        for (CaseText one : now.library().texts().values()) {
            if (isAsked(one.about(), level, category)) {
                Parts parts =
                        about(answer, one, narrow ? now.library().find(one.id()).orElse(null) : null);
                Result result = own.get(one.id());
                if (result != null) {
                    parts.result(result);
                }
            }
        }
        if (caller.is(Role.ADMIN)) {
            now.library().known().forEach(fault -> answer.addParameter()
                    .setName("fault")
                    .setValue(new StringType(fault.toString())));
        }
        return answer;
    }

    private static Parts about(Parameters answer, CaseText text, @Nullable TrainingCase opened) {
        Parts parts = Parts.in(answer, "case");
        return opened == null ? parts.about(text) : parts.about(opened);
    }

    private static boolean isAsked(About about, int level, String category) {
        return (level == 0 || about.level() == level)
                && (category.isEmpty() || about.category().equals(category));
    }
}
