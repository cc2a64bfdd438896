package org.plainclaim.server.training;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Reference;
import org.plainclaim.server.store.Practices;

/** Keeps how learners got on: a Basic for each learner and case, with a version for each answer. */
public final class Results {
    private static final String BASE = "https://plainclaim.org/fhir/";
    private static final String RESULT = BASE + "StructureDefinition/training-result";
    private static final String LEARNER = BASE + "NamingSystem/training-learner";
    private static final String CASE = BASE + "NamingSystem/training-case";
    private static final int MOST = 10_000;

    private final DaoRegistry daos;
    private final IHapiTransactionService transactions;
    private final Practices practices;

    public Results(DaoRegistry daos, IHapiTransactionService transactions, Practices practices) {
        this.daos = daos;
        this.transactions = transactions;
        this.practices = practices;
    }

    /** Keeps one answer more, and says how the learner got on since the first. */
    Result keep(Result fresh) {
        return Objects.requireNonNull(
                transactions.withRequest(new SystemRequestDetails()).execute(() -> {
                    Result kept = merged(fresh);
                    daos.getResourceDao(Basic.class).update(basic(kept), new SystemRequestDetails());
                    return kept;
                }));
    }

    private Result merged(Result fresh) {
        try {
            Basic before = daos.getResourceDao(Basic.class).read(id(fresh), new SystemRequestDetails());
            return result(before).and(fresh.points(), fresh.of(), fresh.last());
        } catch (ResourceNotFoundException | ResourceGoneException first) {
            return fresh;
        }
    }

    /** The results of a learner, by case. */
    List<Result> of(String learner) {
        return found(SearchParameterMap.newSynchronous("identifier", new TokenParam(LEARNER, learner)));
    }

    /** The results of all learners of the practice. */
    List<Result> all() {
        return found(SearchParameterMap.newSynchronous("code", new TokenParam(BASE + "CodeSystem/training", "result")));
    }

    private List<Result> found(SearchParameterMap query) {
        query.setLoadSynchronousUpTo(MOST);
        return daos.getResourceDao(Basic.class).search(query, new SystemRequestDetails()).getAllResources().stream()
                .map(Basic.class::cast)
                .map(Results::result)
                .sorted(Comparator.comparing(Result::learner).thenComparing(Result::caseId))
                .toList();
    }

    /** The same id for the same learner and case in the same practice. */
    private IdType id(Result result) {
        String name = practices.present() + "|" + result.learner() + "|" + result.caseId();
        return new IdType(
                "Basic",
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }

    private Basic basic(Result result) {
        Basic basic = new Basic();
        basic.setId(id(result));
        basic.addIdentifier().setSystem(LEARNER).setValue(result.learner());
        basic.addIdentifier().setSystem(CASE).setValue(result.caseId());
        basic.getCode().addCoding().setSystem(BASE + "CodeSystem/training").setCode("result");
        basic.setAuthor(new Reference()
                .setIdentifier(new Identifier().setSystem(LEARNER).setValue(result.learner())));
        basic.setCreatedElement(new DateType(result.last().toString()));
        Extension extension = basic.addExtension();
        extension.setUrl(RESULT);
        part(extension, "attempts", result.attempts());
        part(extension, "points", result.points());
        part(extension, "best", result.best());
        part(extension, "of", result.of());
        return basic;
    }

    private static void part(Extension extension, String name, int value) {
        extension.addExtension(name, new IntegerType(value));
    }

    private static Result result(Basic basic) {
        Extension extension = basic.getExtensionByUrl(RESULT);
        return new Result(
                identifier(basic, LEARNER),
                identifier(basic, CASE),
                part(extension, "attempts"),
                part(extension, "points"),
                part(extension, "best"),
                part(extension, "of"),
                LocalDate.parse(basic.getCreatedElement().getValueAsString()));
    }

    private static String identifier(Basic basic, String system) {
        return basic.getIdentifier().stream()
                .filter(one -> system.equals(one.getSystem()))
                .map(Identifier::getValue)
                .findFirst()
                .orElse("");
    }

    private static int part(Extension extension, String name) {
        return extension.getExtensionByUrl(name).getValue() instanceof IntegerType number ? number.getValue() : 0;
    }
}
