package org.plainclaim.fhir.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
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
import java.util.Optional;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plainclaim.fhir.BadInput;

/**
 * Our requests, inquiries and answers against the profiles of Da Vinci PAS 2.2.1 as published, where the package is there. Its profiles build on US
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

    private static @Nullable FhirValidator made;

    @BeforeAll
    static void readTheGuide() throws IOException {
        assumeTrue(
                PACKAGES.stream().allMatch(name -> Files.exists(folder().resolve(name))),
                () -> "NOT VALIDATED against Da Vinci PAS: its package is not in " + folder().toAbsolutePath()
                        + "; set PLAINCLAIM_REFERENCE to the folder above it");
        made = validator();
    }

    private static JsonNode claimOf(Map<String, JsonNode> resources) {
        return resources.values().iterator().next();
    }

    private static PasRequestWriter writer(Map<String, JsonNode> resources) {
        return new PasRequestWriter(PasRequestWriterTest.RULES, name -> Optional.ofNullable(resources.get(name)));
    }

    @Test
    void theAnswerOfThePayerInOurTestsIsWhatTheGuideAsksFor() {
        ObjectNode answer = Asking.answer("1");
        assertEquals(List.of(), errors(answer));
        ((ObjectNode) answer.at("/entry/0/resource")).remove("request");
        assertFalse(errors(answer).isEmpty(), "the profile of the answer is looked at");
    }

    @Test
    void ourAnswerToWhoeverAskedIsWhatTheGuideAsksFor() throws BadInput {
        Map<String, JsonNode> resources = Asking.resources("1");
        JsonNode claim = claimOf(resources);
        ObjectNode kept = PasAnswerReader.read(Asking.answer("1"), claim).orElseThrow();
        kept.put("id", "00000000-0000-0000-0000-000000000001");
        JsonNode answer = PasAnswerWriter.answer(
                kept, writer(resources).write(claim, PasRequestWriterTest.NOW), PasRequestWriterTest.NOW);
        assertEquals(List.of(), errors(answer));
        JsonNode inquired = PasAnswerWriter.inquired(
                kept, writer(resources).inquiry(claim, PasRequestWriterTest.NOW), PasRequestWriterTest.NOW);
        assertEquals(List.of(), errors(inquired));
        for (JsonNode whole : List.of(answer, inquired)) {
            ((ObjectNode) whole).remove("timestamp");
            assertFalse(errors(whole).isEmpty(), "the profile of the Bundle is looked at");
        }
    }

    @Test
    void ourInquiryIsWhatTheGuideAsksFor() throws BadInput {
        Map<String, JsonNode> resources = Asking.resources("1");
        JsonNode inquiry = writer(resources)
                .inquiry(claimOf(resources), PasRequestWriterTest.NOW)
                .bundle();
        assertTrue(inquiry.toString().contains("profile-claim-inquiry"), inquiry::toString);
        assertEquals(List.of(), errors(inquiry));
        ((ObjectNode) inquiry.at("/entry/0/resource")).remove("identifier");
        assertFalse(errors(inquiry).isEmpty(), "the profile of the inquiry is looked at");
    }

    @Test
    void ourUpdateIsWhatTheGuideAsksFor() throws BadInput {
        Map<String, JsonNode> resources = Asking.resources("1");
        ObjectNode changed = Asking.changed("1");
        resources.put("Claim/change1", changed);
        JsonNode update =
                writer(resources).write(changed, PasRequestWriterTest.NOW).bundle();
        assertTrue(update.toString().contains("profile-claim-update"), update::toString);
        assertTrue(update.at("/entry/0/resource/item/1").toString().contains("infoCancelled"), update::toString);
        assertEquals(List.of(), errors(update));
        ((ObjectNode) update.at("/entry/0/resource")).remove("related");
        assertFalse(errors(update).isEmpty(), "the profile of the update is looked at");
    }

    @Test
    void ourRequestIsWhatTheGuideAsksFor() throws BadInput {
        JsonNode bundle = PasRequestWriterTest.written(Asking.resources("1"));
        assertEquals(List.of(), errors(bundle));
        JsonNode noticed = new PasRequest((ObjectNode) bundle, Map.of())
                .saying("42 CFR part 2 prohibits unauthorized use or disclosure of these records.")
                .bundle();
        assertEquals(List.of(), errors(noticed), "with the notice it is so too");
        ((ObjectNode) noticed.at("/entry/0/resource/supportingInfo/0")).remove("valueString");
        assertFalse(errors(noticed).isEmpty(), "the slice of the message is looked at");
        for (String path : List.of("/entry/0/resource/item/0", "/entry/0/resource/careTeam/0")) {
            ObjectNode broken = bundle.deepCopy();
            ((ObjectNode) broken.at(path)).remove("extension");
            assertFalse(errors(broken).isEmpty(), path);
        }
        ObjectNode nameless = bundle.deepCopy();
        nameless.get("entry").forEach(entry -> ((ObjectNode) entry.get("resource")).remove("name"));
        assertFalse(errors(nameless).isEmpty(), "US Core is not looked at");
    }

    private static List<String> errors(JsonNode bundle) {
        return Objects.requireNonNull(made).validateWithResult(bundle.toString()).getMessages().stream()
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
