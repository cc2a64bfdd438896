package org.plainclaim.server.profile;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.ConceptValidationOptions;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.profile.ForeignCodes.Answer;

/** Lets the stock validator ask {@link ForeignCodes}. */
final class ForeignCodeSupport implements IValidationSupport {
    private final FhirContext fhir;
    private final ForeignCodes codes;

    ForeignCodeSupport(FhirContext fhir, ForeignCodes codes) {
        this.fhir = fhir;
        this.codes = codes;
    }

    @Override
    public FhirContext getFhirContext() {
        return fhir;
    }

    @Override
    public boolean isCodeSystemSupported(ValidationSupportContext context, @Nullable String system) {
        return system != null && codes.judge(system, "") != Answer.NOT_JUDGED;
    }

    @Override
    public @Nullable CodeValidationResult validateCode(
            ValidationSupportContext context,
            ConceptValidationOptions options,
            @Nullable String system,
            @Nullable String code,
            @Nullable String display,
            @Nullable String valueSet) {
        if (system == null || code == null || valueSet != null) {
            return null;
        }
        return switch (codes.judge(system, code)) {
            case NOT_JUDGED -> null;
            case KNOWN -> new CodeValidationResult().setCode(code);
            case UNKNOWN -> new CodeValidationResult()
                    .setSeverity(IssueSeverity.ERROR)
                    .setMessage("The code '" + code + "' is not in " + system + ".");
        };
    }
}
