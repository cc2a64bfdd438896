package org.plainclaim.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationDefinitionParameterComponent;
import org.hl7.fhir.r4.model.OperationDefinition.OperationParameterUse;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.DocumentationReader;
import org.plainclaim.fhir.OutcomeWriter;
import org.plainclaim.fhir.ReadingOptions;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** The answer for every example session is what the operations and the claim's profile define. */
final class AnswersTest {
    private static final TerminologyFolder TERMINOLOGY = new TerminologyFolder(Path.of("terminology"));
    private static final DocumentationReader READER = DocumentationReader.load(TERMINOLOGY);
    private static final ClaimDerivation DERIVATION = new ClaimDerivation(RuleLoader.load(TERMINOLOGY));
    private static final LocalDate CREATED = LocalDate.of(2026, 6, 30);

    static List<Path> sessions() {
        return Artefacts.sessions();
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void everyClaimFitsItsProfile(Path session) throws BadInput, JsonProcessingException {
        for (ParametersParameterComponent parameter : derive(session).getParameter()) {
            if (parameter.getName().equals("claim")) {
                assertEquals(
                        List.of(),
                        ProfileValidator.complaints(
                                ProfileValidator.SHARED.validate(parameter.getResource(), "plainclaim-claim")));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void everyAnswerOfDeriveClaimIsAsDefined(Path session) throws BadInput, JsonProcessingException {
        Parameters answer = derive(session);
        assertEquals(List.of(), ProfileValidator.complaints(ProfileValidator.SHARED.validate(answer)));
        isAsDefined(answer, "derive-claim");
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void everyAnswerOfValidateDocumentationIsAsDefined(Path session) throws BadInput, JsonProcessingException {
        String review = OutcomeWriter.review(DERIVATION.review(
                        READER.read(new ObjectMapper().readTree(Artefacts.text(session)), ReadingOptions.NONE)))
                .toString();
        isAsDefined(parse(review), "validate-documentation");
    }

    private static Parameters derive(Path session) throws BadInput, JsonProcessingException {
        return parse(OutcomeWriter.derivation(
                        DERIVATION.derive(
                                READER.read(new ObjectMapper().readTree(Artefacts.text(session)), ReadingOptions.NONE)),
                        CREATED)
                .toString());
    }

    private static Parameters parse(String json) {
        return FhirContext.forR4Cached().newJsonParser().parseResource(Parameters.class, json);
    }

    private static void isAsDefined(Parameters answer, String code) {
        OperationDefinition operation = OperationPagesTest.operations().stream()
                .filter(definition -> definition.getCode().equals(code))
                .findFirst()
                .orElseThrow();
        List<OperationDefinitionParameterComponent> out = operation.getParameter().stream()
                .filter(parameter -> parameter.getUse() == OperationParameterUse.OUT)
                .toList();
        check(answer.getParameter(), out, code);
    }

    private static void check(
            List<ParametersParameterComponent> said,
            List<OperationDefinitionParameterComponent> defined,
            String where) {
        for (ParametersParameterComponent parameter : said) {
            assertTrue(
                    defined.stream().anyMatch(definition -> definition.getName().equals(parameter.getName())),
                    () -> where + "." + parameter.getName() + " is not defined");
        }
        for (OperationDefinitionParameterComponent definition : defined) {
            String name = where + "." + definition.getName();
            List<ParametersParameterComponent> found = said.stream()
                    .filter(parameter -> parameter.getName().equals(definition.getName()))
                    .toList();
            assertTrue(found.size() >= definition.getMin(), () -> name + " is missing");
            assertTrue(
                    definition.getMax().equals("*") || found.size() <= Integer.parseInt(definition.getMax()),
                    () -> name + " is there too often");
            for (ParametersParameterComponent parameter : found) {
                hasType(parameter, definition, name);
                check(parameter.getPart(), definition.getPart(), name);
            }
        }
    }

    private static void hasType(
            ParametersParameterComponent parameter, OperationDefinitionParameterComponent definition, String name) {
        if (definition.hasType()) {
            String type = parameter.hasResource()
                    ? parameter.getResource().fhirType()
                    : parameter.getValue().fhirType();
            assertEquals(definition.getType(), type, name);
        }
    }
}
