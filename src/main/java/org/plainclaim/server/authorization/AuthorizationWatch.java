package org.plainclaim.server.authorization;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.jspecify.annotations.Nullable;
import org.plainclaim.authorization.Authorization;
import org.plainclaim.authorization.AuthorizationRules;
import org.plainclaim.authorization.AuthorizedService;
import org.plainclaim.authorization.AuthorizedUse;
import org.plainclaim.authorization.Balance;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Severity;
import org.plainclaim.work.Cause;
import org.plainclaim.work.Owners;
import org.plainclaim.work.WorkQueue;

/** Raises work before the units or the days of an authorization run out, in the transaction that uses them. */
@Interceptor
public final class AuthorizationWatch {
    private final Authorizations authorizations;
    private final AuthorizationRules rules;
    private final Todo todo;
    private final Clock clock;

    AuthorizationWatch(Authorizations authorizations, AuthorizationRules rules, Todo todo, Clock clock) {
        this.authorizations = authorizations;
        this.rules = rules;
        this.todo = todo;
        this.clock = clock;
    }

    /** Where work goes, and whose it is. */
    record Todo(WorkQueue queue, Owners owners) {}

    /** A new resource. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        look(null, resource);
    }

    /** A new version, which may no longer use what the former one used. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void updated(IBaseResource former, IBaseResource resource) {
        look(former, resource);
    }

    private void look(@Nullable IBaseResource former, IBaseResource resource) {
        if (resource instanceof Claim claim && (uses(claim) || (former instanceof Claim before && uses(before)))) {
            look(claim.getPatient().getReference());
        } else if (resource instanceof ClaimResponse response
                && response.getUse() == ClaimResponse.Use.PREAUTHORIZATION) {
            look(response.getPatient().getReference());
        }
    }

    private static boolean uses(Claim claim) {
        return claim.getUse() != Claim.Use.PREAUTHORIZATION
                && claim.getInsurance().stream().anyMatch(Claim.InsuranceComponent::hasPreAuthRef);
    }

    /** Brings the warnings about the authorizations of a patient up to date. */
    void look(@Nullable String patient) {
        if (patient == null || patient.isEmpty()) {
            return;
        }
        List<AuthorizedUse> used = authorizations.uses(patient);
        Map<String, List<Authorization>> byAnswer = new LinkedHashMap<>();
        authorizations.of(patient).forEach(one -> byAnswer.computeIfAbsent(one.reference(), name -> new ArrayList<>())
                .add(one));
        byAnswer.forEach((reference, all) -> warn(reference, all, used));
    }

    private void warn(String reference, List<Authorization> all, List<AuthorizedUse> used) {
        LocalDate today = LocalDate.now(clock);
        List<Finding> findings = all.stream()
                .flatMap(one -> Balance.of(one, used).stream())
                .flatMap(balance -> rules.warnings(balance, today).stream())
                .toList();
        String name = reference + "/left";
        LocalDate due = all.stream()
                .flatMap(one -> one.services().stream())
                .map(AuthorizedService::to)
                .filter(Objects::nonNull)
                .filter(to -> !to.isBefore(today))
                .min(LocalDate::compareTo)
                .orElse(null);
        Cause cause = new Cause(name, reference, all.get(0).patient(), null, due);
        todo.queue()
                .replace(
                        name,
                        cause.failed(findings, todo.owners(), Severity.WARN),
                        "The authorization has units and days enough, or is over.");
    }
}
