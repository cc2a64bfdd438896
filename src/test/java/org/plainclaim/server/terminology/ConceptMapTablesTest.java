package org.plainclaim.server.terminology;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.Test;
import org.plainclaim.codes.CodeMap;
import org.plainclaim.codes.CodeMapping;
import org.plainclaim.codes.CodeStore;
import org.plainclaim.codes.DatedCodeSystem;
import org.plainclaim.codes.Validity;
import org.plainclaim.server.conformance.Definitions;
import org.plainclaim.terminology.CodeMapLoader;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** The shipped concept maps and value sets speak only of codes that are there. */
final class ConceptMapTablesTest {
    private static final LocalDate FAR = LocalDate.of(2099, 1, 1);

    private final FhirContext fhir = FhirContext.forR4Cached();
    private final List<CodeMap> maps = CodeMapLoader.load(TerminologyFolder.shipped());
    private final CodeStore codes = RuleLoader.load(TerminologyFolder.shipped()).codes();
    private final Definitions definitions = Definitions.load(fhir);

    @Test
    void everyTargetOfAStandardSystemIsThere() {
        DefaultProfileValidationSupport standard = new DefaultProfileValidationSupport(fhir);
        for (CodeMap map : maps) {
            if (map.targetUri().startsWith("http://terminology.hl7.org/")) {
                CodeSystem system = (CodeSystem) standard.fetchCodeSystem(map.targetUri());
                assertNotNull(system, map.targetUri());
                assertTargets(map, all(system.getConcept(), new HashSet<>()));
            } else if (map.targetUri().startsWith("https://plainclaim.org/")) {
                CodeSystem system = definitions.of(CodeSystem.class).stream()
                        .filter(each -> each.getUrl().equals(map.targetUri()))
                        .findFirst()
                        .orElseThrow();
                assertTargets(map, all(system.getConcept(), new HashSet<>()));
            }
        }
    }

    private static void assertTargets(CodeMap map, Set<String> known) {
        map.rows().forEach(row -> assertTrue(known.contains(row.target().code()), row.toString()));
    }

    private static Set<String> all(List<ConceptDefinitionComponent> concepts, Set<String> into) {
        for (ConceptDefinitionComponent concept : concepts) {
            into.add(concept.getCode());
            all(concept.getConcept(), into);
        }
        return into;
    }

    @Test
    void everyDatedCodeMayBeUsedFromTheFirstToTheLastDayOfItsRow() {
        List<String> wrong = new ArrayList<>();
        for (CodeMap map : maps) {
            codes.ofUri(map.targetUri()).ifPresent(system -> map.rows()
                    .forEach(row -> check(system, row.target().code(), row, wrong)));
            codes.system(map.source()).ifPresent(system -> map.rows()
                    .forEach(row -> check(system, row.source().code(), row, wrong)));
        }
        assertEquals(List.of(), wrong);
    }

    private static void check(DatedCodeSystem system, String code, CodeMapping row, List<String> wrong) {
        LocalDate from = Objects.requireNonNull(row.period().from());
        LocalDate to = Objects.requireNonNullElse(row.period().to(), FAR);
        for (LocalDate day : List.of(from, to)) {
            Validity validity = system.nearest(code, day).validity();
            if (validity != Validity.VALID) {
                wrong.add(code + " is " + validity + " on " + day + " in " + system.id());
            }
        }
    }

    @Test
    void oneMapLeadsFromDsmAndSaysWhatChanged() {
        CodeMap dsm = maps.stream()
                .filter(map -> map.id().equals("dsm-5-tr-to-icd-10-cm"))
                .findFirst()
                .orElseThrow();
        for (String[] row : new String[][] {
            {"unspecified-depressive-disorder", "2021-10-01", "F32.A"},
            {"prolonged-grief-disorder", "2022-10-01", "F43.81"},
            {"pica-adult", "2024-10-01", "F50.83"},
            {"mild-neurocognitive-disorder-known-cause", "2022-10-01", "F06.70"}
        }) {
            LocalDate first = LocalDate.parse(row[1]);
            assertEquals(
                    row[2], dsm.translate(row[0], first, false).get(0).target().code());
            assertTrue(dsm.translate(row[0], first.minusDays(1), false).isEmpty(), row[0]);
        }
    }

    @Test
    void everyValueSetIsOverSystemsAtHandAndNamesOnlyTheirCodes() {
        Vocabulary vocabulary = new Vocabularies(() -> codes, definitions, maps).current();
        for (ValueSet definition : definitions.of(ValueSet.class)) {
            NamedSet set = NamedSet.of(definition);
            for (var group : set.selection().included()) {
                DatedCodeSystem system = assertDoesNotThrow(() -> vocabulary.system(group.system()), () -> set.url());
                assertFalse(system.codes(FAR).noneMatch(group::has), set.url());
                group.codes()
                        .forEach(code -> assertNotNull(system.nearest(code, FAR).code(), set.url() + " " + code));
            }
        }
    }
}
