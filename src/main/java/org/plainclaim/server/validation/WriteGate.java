package org.plainclaim.server.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.plainclaim.server.profile.ProfileValidation;

/**
 * Holds a resource to those profiles of ours that it names in {@code meta.profile}, however it comes to be stored.
 *
 * <p>A resource that names none is stored as it is: drafts are incomplete on purpose, and what their documentation lacks is
 * a finding, not a refusal.
 */
@Interceptor
public final class WriteGate {
    private final FhirContext fhir;
    private final ProfileValidation profiles;

    public WriteGate(FhirContext fhir, ProfileValidation profiles) {
        this.fhir = fhir;
        this.profiles = profiles;
    }

    /** A new resource. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED)
    public void created(IBaseResource resource) {
        check(resource);
    }

    /** A new version, as sent or as patched. */
    @Hook(Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED)
    public void updated(IBaseResource former, IBaseResource resource) {
        check(resource);
    }

    private void check(IBaseResource stored) {
        Resource resource = (Resource) stored;
        List<String> claimed = profiles.claimed(resource);
        if (claimed.isEmpty()) {
            return;
        }
        OperationOutcome found = profiles.objections(resource, claimed);
        if (found != null) {
            throw new UnprocessableEntityException(fhir, refusal(found, claimed));
        }
    }

    private static OperationOutcome refusal(OperationOutcome found, List<String> claimed) {
        OperationOutcome refusal = new OperationOutcome();
        found.getIssue().stream()
                .filter(issue ->
                        issue.getSeverity() == IssueSeverity.ERROR || issue.getSeverity() == IssueSeverity.FATAL)
                .map(WriteGate::plain)
                .forEach(refusal::addIssue);
        refusal.addIssue()
                .setSeverity(IssueSeverity.INFORMATION)
                .setCode(IssueType.INFORMATIONAL)
                .setDiagnostics(
                        "Nothing was stored. Correct the elements named above; or, to store what is not complete yet,"
                                + " leave " + String.join(" and ", claimed) + " out of meta.profile.");
        return refusal;
    }

    /** Without lines and columns, which are those of the resource as it would be stored and not as it was sent. */
    private static OperationOutcomeIssueComponent plain(OperationOutcomeIssueComponent found) {
        OperationOutcomeIssueComponent issue = new OperationOutcomeIssueComponent()
                .setSeverity(IssueSeverity.ERROR)
                .setCode(found.getCode())
                .setDiagnostics(found.getDiagnostics());
        found.getLocation().stream()
                .map(StringType::getValue)
                .filter(place -> !place.startsWith("Line["))
                .forEach(issue::addExpression);
        return issue;
    }
}
