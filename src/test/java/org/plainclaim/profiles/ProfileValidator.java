package org.plainclaim.profiles;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.StructureDefinition;

/** HAPI's validator with the base specification and our own definitions. */
final class ProfileValidator {
    /** One for all tests: reading the base specification takes seconds. */
    static final ProfileValidator SHARED = new ProfileValidator();

    private final IValidationSupport support;
    private final FhirValidator validator;

    private ProfileValidator() {
        FhirContext context = FhirContext.forR4Cached();
        PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(context);
        for (Path file : Artefacts.definitions()) {
            ours.addResource(Artefacts.resource(file));
        }
        support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                ours,
                new InMemoryTerminologyServerValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new SnapshotGeneratingValidationSupport(context));
        FhirInstanceValidator instances = new FhirInstanceValidator(support);
        instances.setAnyExtensionsAllowed(true);
        instances.setErrorForUnknownProfiles(true);
        validator = context.newValidator().registerValidatorModule(instances);
    }

    /** What the validator says about a resource that claims the given profile. */
    List<SingleValidationMessage> validate(IBaseResource resource, String profile) {
        ValidationOptions options =
                new ValidationOptions().addProfile(Artefacts.CANONICAL_BASE + "StructureDefinition/" + profile);
        return validator.validateWithResult(resource, options).getMessages();
    }

    /** What the validator says about a resource as R4 alone sees it. */
    List<SingleValidationMessage> validate(IBaseResource resource) {
        return validator.validateWithResult(resource).getMessages();
    }

    /** A structure definition with the snapshot that the validator works from. */
    StructureDefinition snapshot(StructureDefinition differential) {
        IBaseResource complete =
                support.generateSnapshot(new ValidationSupportContext(support), differential.copy(), "", "", "");
        return (StructureDefinition) Objects.requireNonNull(complete);
    }

    /** The errors and our own warnings; what other people's code lists lack here is left out. */
    static List<String> complaints(List<SingleValidationMessage> messages) {
        return messages.stream()
                .filter(message -> error(message) || message.getMessage().contains(" pc-"))
                .map(message -> severity(message) + " " + message.getLocationString() + " " + message.getMessage())
                .toList();
    }

    static boolean error(SingleValidationMessage message) {
        return message.getSeverity() == ResultSeverityEnum.ERROR || message.getSeverity() == ResultSeverityEnum.FATAL;
    }

    static String severity(SingleValidationMessage message) {
        return error(message) ? "error" : message.getSeverity().getCode();
    }
}
