package org.plainclaim.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationDefinitionParameterComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of an operation says what its definition says. */
final class OperationPagesTest {
    /** What each operation can answer but 200: only those that take a session can find it changed or unreadable. */
    private static final Map<String, Set<String>> STATUSES = Map.ofEntries(
            Map.entry("derive-claim", Set.of("400", "404", "412", "413", "422")),
            Map.entry("validate-documentation", Set.of("400", "404", "412", "413", "422")),
            Map.entry("measure-trend", Set.of("400", "404", "413", "422")),
            Map.entry("plausibility", Set.of("400", "404", "413")),
            Map.entry("due", Set.of("400", "413")),
            Map.entry("process-x12", Set.of("400", "409", "413", "422")),
            Map.entry("denials", Set.of("400", "413")),
            Map.entry("figures", Set.of("400", "413")),
            Map.entry("rules", Set.of("400", "413")),
            Map.entry("scrub", Set.of("400", "404", "413", "422")),
            Map.entry("submit", Set.of("400", "404", "413", "422")),
            Map.entry("inquire", Set.of("400", "404", "413", "422")),
            Map.entry("audit-packet", Set.of("400", "404", "422")),
            Map.entry("disclosures", Set.of("400")),
            Map.entry("lower-label", Set.of("400", "403", "404", "422")),
            Map.entry("expunge", Set.of("404", "409")),
            Map.entry("hold", Set.of("404", "409", "422")),
            Map.entry("release", Set.of("404", "409", "422")),
            Map.entry("training-cases", Set.of("400", "413")),
            Map.entry("training-case", Set.of("400", "404", "413")),
            Map.entry("training-answer", Set.of("400", "404", "413")),
            Map.entry("training-progress", Set.of("400", "403", "413")),
            Map.entry("eligibility-submit", Set.of("400", "409", "413", "422")));

    /** Pages of operations whose code several types have. */
    private static final Map<String, String> PAGES = Map.of("CoverageEligibilityRequest-submit", "eligibility-submit");

    static List<OperationDefinition> operations() {
        return Artefacts.definitions().stream()
                .map(Artefacts::resource)
                .filter(OperationDefinition.class::isInstance)
                .map(OperationDefinition.class::cast)
                .toList();
    }

    private static String name(OperationDefinition operation) {
        return PAGES.getOrDefault(operation.getIdElement().getIdPart(), operation.getCode());
    }

    private static MarkdownPage page(OperationDefinition operation) {
        return new MarkdownPage(Path.of("src/site/markdown/operations", name(operation) + ".md"));
    }

    @Test
    void thereAreOperations() {
        assertFalse(operations().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theTableOfParametersIsThatOfTheDefinition(OperationDefinition operation) {
        List<List<String>> rows = new ArrayList<>();
        operation.getParameter().forEach(parameter -> flatten(parameter, "", rows));
        List<List<String>> page = new ArrayList<>();
        page(operation).table("parameter").forEach((name, cells) -> {
            List<String> row = new ArrayList<>(List.of(name));
            row.addAll(cells.subList(0, 3));
            page.add(row);
        });
        assertEquals(rows, page);
    }

    private static void flatten(
            OperationDefinitionParameterComponent parameter, String prefix, List<List<String>> rows) {
        String name = prefix + parameter.getName();
        rows.add(List.of(
                name,
                parameter.getUse().toCode(),
                parameter.getMin() + ".." + parameter.getMax(),
                parameter.hasType() ? parameter.getType() : "parts"));
        parameter.getPart().forEach(part -> flatten(part, name + ".", rows));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theAnswerOfThePageHasOnlyDefinedParameters(OperationDefinition operation) {
        Set<String> defined = new HashSet<>();
        List<List<String>> rows = new ArrayList<>();
        operation.getParameter().forEach(parameter -> flatten(parameter, "", rows));
        rows.forEach(row -> defined.add(row.get(0)));
        IBaseResource shown = FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(page(operation).json());
        if (!(shown instanceof Parameters answer)) {
            // one parameter named return is the body itself
            assertTrue(rows.contains(List.of("return", "out", "1..1", shown.fhirType())), shown.fhirType());
            return;
        }
        assertFalse(answer.getParameter().isEmpty());
        answer.getParameter().forEach(parameter -> isDefined(parameter, "", defined));
    }

    private static void isDefined(ParametersParameterComponent parameter, String prefix, Set<String> defined) {
        String name = prefix + parameter.getName();
        assertTrue(defined.contains(name), name);
        parameter.getPart().forEach(part -> isDefined(part, name + ".", defined));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyStatusThatCanComeIsExplained(OperationDefinition operation) {
        Set<String> statuses = STATUSES.get(name(operation));
        assertEquals(statuses, page(operation).table("status").keySet());
    }
}
