package org.plainclaim.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.DocumentationReader;
import org.plainclaim.fhir.ReadingOptions;
import org.plainclaim.terminology.CsvFile;
import org.plainclaim.terminology.CsvRow;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** What the session contract says is what the definitions, the tables and the engine do. */
final class SessionContractPageTest {
    private static final TerminologyFolder TERMINOLOGY = new TerminologyFolder(Path.of("terminology"));
    private static final DocumentationReader READER = DocumentationReader.load(TERMINOLOGY);
    private static final ClaimDerivation DERIVATION = new ClaimDerivation(RuleLoader.load(TERMINOLOGY));
    private static final MarkdownPage PAGE = new MarkdownPage(Path.of("src/site/markdown/session-contract.md"));
    private static final List<String> TABLE_CONDITIONS =
            List.of("telehealth", "with-evaluation", "with-psychotherapy", "minutes", "credential", "complexity");

    static Stream<Path> meanings() {
        // the values of Coverage.class are no codes of a code system
        List<String> values = List.of("contractor.csv", "medicaid-state.csv");
        return TERMINOLOGY.files("codes/meanings", ".csv").stream()
                .filter(file -> !values.contains(file.getFileName().toString()));
    }

    static List<Path> sessions() {
        return Artefacts.sessions();
    }

    /** Code systems of what is answered, which no EHR sends in a session. */
    private static final Set<String> NOT_OF_A_SESSION = Set.of(
            "completeness",
            "override-reason",
            "audit-event",
            "audit-subtype",
            "caller-role",
            "lowering-reason",
            "training");

    @Test
    void theMinimalSessionFitsTheProfiles() {
        Bundle session = (Bundle) FhirContext.forR4Cached().newJsonParser().parseResource(PAGE.json());
        assertEquals(List.of(), ProfileValidator.complaints(ProfileValidator.SHARED.validate(session)));
        session.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .forEach(resource -> {
                    String profile = Artefacts.profileFor(resource.fhirType());
                    assertEquals(
                            List.of(),
                            ProfileValidator.complaints(ProfileValidator.SHARED.validate(resource, profile)),
                            profile);
                });
    }

    @Test
    void theMinimalSessionIsReadyWithoutAnyFailure() throws BadInput, JsonProcessingException {
        ClaimOutcome outcome = derive(PAGE.json());
        assertTrue(outcome.ready(), () -> outcome.findings().toString());
        assertEquals(0, outcome.count(org.plainclaim.explanation.Verdict.FAIL));
        assertEquals(List.of("90837"), lines(outcome));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void everyExampleSessionIsBilledAsThePageSays(Path session) throws BadInput, JsonProcessingException {
        List<String> row = PAGE.table("file").getOrDefault(Artefacts.name(session), List.of("not on the page"));
        ClaimOutcome outcome = derive(Artefacts.text(session));
        assertEquals(row.get(0).equals("held"), !outcome.ready(), () -> outcome.findings()
                .toString());
        if (outcome.ready()) {
            assertEquals(MarkdownPage.codes(row.get(0)), lines(outcome));
            assertEquals(Set.of(row.get(1)), distinct(outcome, ServiceLine::placeOfService));
            assertEquals(
                    Set.of(row.get(2)), distinct(outcome, line -> line.date().toString()));
        }
    }

    @Test
    void thePageNamesNoSessionThatIsNotThere() {
        Set<String> files = Artefacts.sessions().stream().map(Artefacts::name).collect(Collectors.toSet());
        assertEquals(files, PAGE.table("file").keySet());
    }

    @Test
    void theListsOfCodesAreThoseOfTheCodeSystems() {
        Map<String, Set<String>> page = new TreeMap<>();
        PAGE.table("code system")
                .forEach((system, cells) -> page.put(system, Set.copyOf(MarkdownPage.codes(cells.get(0)))));
        page.put("note-section", PAGE.table("`PC/CodeSystem/note-section`").keySet());
        Map<String, Set<String>> defined = codeSystems();
        Set<String> kinds = defined.remove("behavioral-service");
        defined.keySet().removeIf(system -> NOT_OF_A_SESSION.contains(system) || system.startsWith("work-"));
        assertEquals(defined, page);
        Set<String> shown = PAGE.table("`PC/CodeSystem/behavioral-service`").keySet();
        assertTrue(kinds != null && kinds.containsAll(shown), () -> shown + " are not all in " + kinds);
    }

    /** A code of ours that the reader understands is defined. */
    @ParameterizedTest
    @MethodSource("meanings")
    void everyCodeOfOursThatIsReadIsDefined(Path file) {
        for (CsvRow row : CsvFile.read(file)) {
            String prefix = Artefacts.CANONICAL_BASE + "CodeSystem/";
            if (row.at("system").startsWith(prefix)) {
                Set<String> defined = codeSystems().get(row.at("system").substring(prefix.length()));
                assertTrue(
                        defined != null && defined.contains(row.at("code")), row.complaint("code", "is not defined"));
            }
        }
    }

    /** The page shows the most frequent kinds of service; of those it shows all synonyms. */
    @Test
    void synonymsOfTheServicesShownAreThoseThatAreRead() {
        Map<String, Set<String>> page = new TreeMap<>();
        PAGE.table("`PC/CodeSystem/behavioral-service`")
                .forEach((kind, cells) -> page.put(kind, new TreeSet<>(MarkdownPage.codes(String.join(" ", cells)))));
        Map<String, Set<String>> read = synonyms("service");
        read.keySet().retainAll(page.keySet());
        assertEquals(read, page);
    }

    @Test
    void synonymsOfSectionsAreThoseThatAreRead() {
        Map<String, Set<String>> page = new TreeMap<>();
        PAGE.table("`PC/CodeSystem/note-section`")
                .forEach((section, cells) -> page.put(section, new TreeSet<>(MarkdownPage.codes(cells.get(0)))));
        assertEquals(synonyms("section"), page);
    }

    @Test
    void sectionsThatANoteNeedsAreThoseOfTheRules() {
        Map<String, List<Set<String>>> page = new TreeMap<>();
        PAGE.table("service")
                .forEach((service, cells) -> page.put(
                        service,
                        cells.stream()
                                .limit(2)
                                .map(cell -> Set.copyOf(MarkdownPage.codes(cell)))
                                .toList()));
        Map<String, List<Set<String>>> rules = new TreeMap<>();
        page.keySet()
                .forEach(service -> rules.put(service, List.of(sections(service, "hold"), sections(service, "warn"))));
        assertEquals(rules, page);
    }

    private static Set<String> sections(String service, String severity) {
        return rows("rules/documentation").stream()
                .filter(row -> row.at("requires").equals("section")
                        && row.at("severity").equals(severity)
                        && List.of(row.at("service").split("\\|")).contains(service)
                        && TABLE_CONDITIONS.stream()
                                .allMatch(column -> row.at(column).isEmpty()))
                .map(row -> row.at("detail"))
                .collect(Collectors.toSet());
    }

    private static List<CsvRow> rows(String table) {
        return TerminologyFolder.shipped().parts(table).stream()
                .flatMap(part -> CsvFile.read(part).stream())
                .toList();
    }

    private static Map<String, Set<String>> synonyms(String file) {
        Map<String, Set<String>> synonyms = new TreeMap<>();
        for (CsvRow row : rows("codes/meanings/" + file)) {
            Set<String> codes = synonyms.computeIfAbsent(row.at("meaning"), meaning -> new TreeSet<>());
            if (!row.at("system").startsWith(Artefacts.CANONICAL_BASE)) {
                codes.add(row.at("code"));
            }
        }
        return synonyms;
    }

    private static Map<String, Set<String>> codeSystems() {
        Map<String, Set<String>> systems = new TreeMap<>();
        Artefacts.definitions().stream()
                .map(Artefacts::resource)
                .filter(CodeSystem.class::isInstance)
                .map(CodeSystem.class::cast)
                .filter(CodeSystem::hasConcept)
                .forEach(system -> systems.put(
                        system.getIdElement().getIdPart(),
                        system.getConcept().stream()
                                .map(CodeSystem.ConceptDefinitionComponent::getCode)
                                .collect(Collectors.toSet())));
        return systems;
    }

    private static ClaimOutcome derive(String session) throws BadInput, JsonProcessingException {
        return DERIVATION.derive(READER.read(new ObjectMapper().readTree(session), ReadingOptions.NONE));
    }

    private static List<String> lines(ClaimOutcome outcome) {
        return outcome.claims().stream()
                .flatMap(claim -> claim.lines().stream())
                .map(line -> Stream.concat(Stream.of(line.code().code()), line.modifiers().stream())
                                .collect(Collectors.joining("-"))
                        + (line.units() == 1 ? "" : "*" + line.units()))
                .toList();
    }

    private static Set<String> distinct(ClaimOutcome outcome, java.util.function.Function<ServiceLine, String> value) {
        return outcome.claims().stream()
                .flatMap(claim -> claim.lines().stream())
                .map(value)
                .collect(Collectors.toSet());
    }
}
