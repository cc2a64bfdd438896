package org.plainclaim.server.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ValidationOptions;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.conformance.Definitions;

/** Validates against R4 and our profiles; made when first asked, because R4's definitions take seconds to load. */
public final class Validator {
    private final FhirContext fhir;
    private final Definitions definitions;
    private @Nullable FhirValidator made;

    public Validator(FhirContext fhir, Definitions definitions) {
        this.fhir = fhir;
        this.definitions = definitions;
    }

    /**
     * What is wrong with this resource.
     *
     * @param resource JSON or XML
     * @param profiles further profiles, beside those in {@code meta.profile}
     */
    OperationOutcome validate(String resource, List<String> profiles) {
        ValidationOptions options = new ValidationOptions();
        profiles.forEach(options::addProfile);
        return (OperationOutcome)
                validator().validateWithResult(resource, options).toOperationOutcome();
    }

    private synchronized FhirValidator validator() {
        if (made == null) {
            made = fhir.newValidator().registerValidatorModule(module());
        }
        return made;
    }

    private FhirInstanceValidator module() {
        FhirInstanceValidator module = new FhirInstanceValidator(new ValidationSupportChain(
                new DefaultProfileValidationSupport(fhir),
                own(),
                new SnapshotGeneratingValidationSupport(fhir),
                new InMemoryTerminologyServerValidationSupport(fhir),
                new CommonCodeSystemsTerminologyService(fhir)));
        module.setAnyExtensionsAllowed(true);
        module.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        return module;
    }

    private PrePopulatedValidationSupport own() {
        PrePopulatedValidationSupport own = new PrePopulatedValidationSupport(fhir);
        definitions.of(StructureDefinition.class).forEach(own::addStructureDefinition);
        definitions.of(CodeSystem.class).forEach(own::addCodeSystem);
        definitions.of(ValueSet.class).forEach(own::addValueSet);
        return own;
    }
}
