package org.plainclaim.fhir.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.ConceptValidationOptions;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plainclaim.fhir.BadInput;

/**
 * Our request against the profiles of Da Vinci PAS 2.2.1 as published, where the package is there. Its profiles build on US
 * Core 7; the US Core that is there stands in for it. Value sets of X12 are not public, so their codes are not looked at.
 */
final class PasProfilesTest {
    private static final List<String> PACKAGES =
            List.of("hl7.fhir.us.davinci-pas-2.2.1.tgz", "hl7.fhir.us.core-6.1.0.tgz");

    /** A version behind the name of a definition, which would be asked for to the letter. */
    private static final Pattern VERSION = Pattern.compile("(http://hl7.org/fhir/us/[^\"|]+)\\|[0-9][^\"]*");

    /** Definitions of packages that are not there. */
    private static final Pattern UNKNOWN =
            Pattern.compile(".*(could not be resolved|could not be found|Unable to (find|resolve)).*", Pattern.DOTALL);

    /** Takes any code of the systems and value sets that are not public, or not in the packages. */
    private static final class ForeignCodes implements IValidationSupport {
        private static final Pattern FOREIGN = Pattern.compile("https://(codesystem|valueset)[.]x12[.]org/.*"
                + "|http://hl7.org/fhir/us/davinci-pas/ValueSet/(X12278|AHA).*"
                + "|http://hl7.org/fhir/sid/icd-10-cm|http://www.ama-assn.org/go/cpt|https?://www.cms.gov/.*");
        private final FhirContext fhir;

        ForeignCodes(FhirContext fhir) {
            this.fhir = fhir;
        }

        @Override
        public FhirContext getFhirContext() {
            return fhir;
        }

        @Override
        public boolean isCodeSystemSupported(ValidationSupportContext context, String system) {
            return FOREIGN.matcher(system).matches();
        }

        @Override
        public boolean isValueSetSupported(ValidationSupportContext context, String url) {
            return FOREIGN.matcher(url).matches();
        }

        @Override
        public @Nullable CodeValidationResult validateCode(
                ValidationSupportContext context,
                ConceptValidationOptions options,
                @Nullable String system,
                @Nullable String code,
                @Nullable String display,
                @Nullable String valueSet) {
            boolean foreign = (system != null && FOREIGN.matcher(system).matches())
                    || (valueSet != null && FOREIGN.matcher(valueSet).matches());
            return foreign ? new CodeValidationResult().setCode(code) : null;
        }

        @Override
        public @Nullable CodeValidationResult validateCodeInValueSet(
                ValidationSupportContext context,
                ConceptValidationOptions options,
                @Nullable String system,
                @Nullable String code,
                @Nullable String display,
                IBaseResource valueSet) {
            String url = valueSet instanceof ValueSet known ? String.valueOf(known.getUrl()) : "";
            return validateCode(context, options, system, code, display, url);
        }
    }

    private static Path folder() {
        String named = Objects.requireNonNullElse(System.getenv("PLAINCLAIM_REFERENCE"), "../shared/reference");
        return Path.of(named).resolve("ig");
    }

    @Test
    void ourRequestIsWhatTheGuideAsksFor() throws IOException, BadInput {
        assumeTrue(
                PACKAGES.stream().allMatch(name -> Files.exists(folder().resolve(name))),
                () -> "NOT VALIDATED against Da Vinci PAS: its package is not in " + folder().toAbsolutePath()
                        + "; set PLAINCLAIM_REFERENCE to the folder above it");
        FhirValidator validator = validator();
        JsonNode bundle = PasRequestWriterTest.written(Asking.resources("1"));
        assertEquals(List.of(), errors(validator, bundle));
        JsonNode noticed = new PasRequest((ObjectNode) bundle, Map.of())
                .saying("42 CFR part 2 prohibits unauthorized use or disclosure of these records.")
                .bundle();
        assertEquals(List.of(), errors(validator, noticed), "with the notice it is so too");
        ((ObjectNode) noticed.at("/entry/0/resource/supportingInfo/0")).remove("valueString");
        assertFalse(errors(validator, noticed).isEmpty(), "the slice of the message is looked at");
        for (String path : List.of("/entry/0/resource/item/0", "/entry/0/resource/careTeam/0")) {
            ObjectNode broken = bundle.deepCopy();
            ((ObjectNode) broken.at(path)).remove("extension");
            assertFalse(errors(validator, broken).isEmpty(), path);
        }
        ObjectNode nameless = bundle.deepCopy();
        nameless.get("entry").forEach(entry -> ((ObjectNode) entry.get("resource")).remove("name"));
        assertFalse(errors(validator, nameless).isEmpty(), "US Core is not looked at");
    }

    private static List<String> errors(FhirValidator validator, JsonNode bundle) {
        return validator.validateWithResult(bundle.toString()).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .filter(message -> !UNKNOWN.matcher(message.getMessage()).matches())
                .map(PasProfilesTest::words)
                .toList();
    }

    private static String words(SingleValidationMessage message) {
        return message.getLocationString() + ": " + message.getMessage();
    }

    private static FhirValidator validator() throws IOException {
        FhirContext fhir = FhirContext.forR4Cached();
        PrePopulatedValidationSupport definitions = new PrePopulatedValidationSupport(fhir);
        for (String name : PACKAGES) {
            try (InputStream in = Files.newInputStream(folder().resolve(name))) {
                NpmPackage contents = NpmPackage.fromPackage(in);
                for (String file : contents.listResources("StructureDefinition", "ValueSet", "CodeSystem")) {
                    String text = new String(contents.loadResource(file).readAllBytes(), StandardCharsets.UTF_8);
                    definitions.addResource(fhir.newJsonParser()
                            .parseResource(VERSION.matcher(text).replaceAll("$1")));
                }
            }
        }
        FhirInstanceValidator module = new FhirInstanceValidator(new ValidationSupportChain(
                new ForeignCodes(fhir),
                new DefaultProfileValidationSupport(fhir),
                definitions,
                new SnapshotGeneratingValidationSupport(fhir),
                new InMemoryTerminologyServerValidationSupport(fhir),
                new CommonCodeSystemsTerminologyService(fhir)));
        module.setAnyExtensionsAllowed(true);
        return fhir.newValidator().registerValidatorModule(module);
    }
}
