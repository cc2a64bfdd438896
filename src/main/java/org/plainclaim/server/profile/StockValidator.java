package org.plainclaim.server.profile;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.ValidationOptions;
import ca.uhn.fhir.validation.ValidationResult;
import java.util.Collection;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;

/** HAPI's instance validator over R4 and our definitions: the reference; it is slow, and R4 takes seconds to load. */
final class StockValidator {
    private final Probes probes;
    private final IValidationSupport support;
    private final FhirValidator validator;

    StockValidator(FhirContext fhir, Collection<? extends MetadataResource> definitions, ForeignCodes codes) {
        this.probes = new Probes(fhir);
        PrePopulatedValidationSupport own = new PrePopulatedValidationSupport(fhir);
        definitions.forEach(own::addResource);
        support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(fhir),
                own,
                probes,
                new SnapshotGeneratingValidationSupport(fhir),
                new ForeignCodeSupport(fhir, codes),
                new InMemoryTerminologyServerValidationSupport(fhir),
                new CommonCodeSystemsTerminologyService(fhir));
        FhirInstanceValidator module = new FhirInstanceValidator(support);
        module.setAnyExtensionsAllowed(true);
        module.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        validator = fhir.newValidator().registerValidatorModule(module);
    }

    /**
     * What is wrong with this resource.
     *
     * @param resource JSON or XML
     * @param profiles further profiles, beside those in {@code meta.profile}
     */
    ValidationResult validate(String resource, List<String> profiles) {
        ValidationOptions options = new ValidationOptions();
        profiles.forEach(options::addProfile);
        return validator.validateWithResult(resource, options);
    }

    /** Whether nothing found is an error. */
    boolean accepts(String resource, List<String> profiles) {
        return validate(resource, profiles).getMessages().stream()
                .noneMatch(message -> message.getSeverity() == ResultSeverityEnum.ERROR
                        || message.getSeverity() == ResultSeverityEnum.FATAL);
    }

    IValidationSupport support() {
        return support;
    }

    Probes probes() {
        return probes;
    }
}
