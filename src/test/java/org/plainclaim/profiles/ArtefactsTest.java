package org.plainclaim.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plainclaim.terminology.CsvFile;
import org.plainclaim.terminology.TerminologyFolder;

/** The definitions are named, told apart and used as they say. */
final class ArtefactsTest {
    static List<Path> definitions() {
        return Artefacts.definitions();
    }

    static Stream<StructureDefinition> structures() {
        return definitions().stream()
                .map(Artefacts::resource)
                .filter(StructureDefinition.class::isInstance)
                .map(StructureDefinition.class::cast);
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void fileAndCanonicalAreNamedAfterTypeAndId(Path file) {
        MetadataResource definition = (MetadataResource) Artefacts.resource(file);
        String type = definition.fhirType();
        String id = definition.getIdElement().getIdPart();
        assertEquals(type + "-" + id + ".json", Artefacts.name(file));
        assertEquals(Artefacts.CANONICAL_BASE + type + "/" + id, definition.getUrl());
        // a SearchParameter of R4 has no title
        assertTrue(
                definition instanceof SearchParameter || !definition.getTitle().isBlank(), "title");
        assertFalse(definition.getDescription().isBlank(), "description");
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void definitionsOtherThanStructuresAreValid(Path file) {
        IBaseResource definition = Artefacts.resource(file);
        if (!(definition instanceof StructureDefinition)) {
            assertEquals(List.of(), ProfileValidator.complaints(ProfileValidator.SHARED.validate(definition)));
        }
    }

    @ParameterizedTest
    @MethodSource("structures")
    void everyStructureHasACompleteSnapshot(StructureDefinition structure) {
        StructureDefinition snapshot = ProfileValidator.SHARED.snapshot(structure);
        for (ElementDefinition element : structure.getDifferential().getElement()) {
            assertTrue(
                    snapshot.getSnapshot().getElement().stream()
                            .anyMatch(other -> Objects.equals(other.getId(), element.getId())),
                    () -> element.getId() + " is not in the snapshot");
        }
    }

    @ParameterizedTest
    @MethodSource("structures")
    void ourRulesHaveAKeyAndASentence(StructureDefinition structure) {
        for (ElementDefinition element : structure.getDifferential().getElement()) {
            for (ElementDefinition.ElementDefinitionConstraintComponent rule : element.getConstraint()) {
                assertTrue(rule.getKey().startsWith("pc-"), rule.getKey());
                assertTrue(rule.getHuman().contains(" "), rule.getKey());
                assertEquals(structure.getUrl(), rule.getSource(), rule.getKey());
            }
        }
    }

    @Test
    void everyExtensionIsShownInAnExample() {
        StringBuilder examples = new StringBuilder();
        Artefacts.profiles().forEach(profile -> Artefacts.examples(profile).stream()
                .map(Artefacts::text)
                .forEach(examples::append));
        // what only an operation answers, or only training keeps, is shown on its page
        examples.append(new MarkdownPage(Path.of("src/site/markdown/training.md")).json());
        examples.append(new MarkdownPage(Path.of("src/site/markdown/operations/eligibility-submit.md")).json());
        structures()
                .filter(structure -> structure.getType().equals("Extension"))
                .forEach(structure ->
                        assertTrue(examples.indexOf("\"" + structure.getUrl() + "\"") >= 0, structure.getUrl()));
    }

    @Test
    void theKindsOfServiceThatAreReadAreThoseOfTheCodeSystem() {
        Set<String> read = new TreeSet<>();
        for (Path part : TerminologyFolder.shipped().parts("codes/meanings/service")) {
            CsvFile.read(part).forEach(row -> read.add(row.at("meaning")));
        }
        CodeSystem kinds =
                (CodeSystem) Artefacts.resource(Artefacts.ROOT.resolve("CodeSystem-behavioral-service.json"));
        Set<String> defined = new TreeSet<>();
        kinds.getConcept().forEach(concept -> defined.add(concept.getCode()));
        assertEquals(read, defined);
        assertEquals(defined.size(), kinds.getCount());
    }

    @Test
    void sharedResourcesAreTheSameInEverySession() {
        Map<String, String> seen = new TreeMap<>();
        for (Path session : Artefacts.sessions()) {
            for (Bundle.BundleEntryComponent entry : ((Bundle) Artefacts.resource(session)).getEntry()) {
                String condition =
                        entry.getRequest().getUrl() + "?" + entry.getRequest().getIfNoneExist();
                String content = FhirContext.forR4Cached().newJsonParser().encodeResourceToString(entry.getResource());
                assertEquals(
                        content, Objects.requireNonNullElse(seen.putIfAbsent(condition, content), content), condition);
            }
        }
    }

    @Test
    void everySessionIsCreatedOnlyOnce() {
        for (Path session : Artefacts.sessions()) {
            for (Bundle.BundleEntryComponent entry : ((Bundle) Artefacts.resource(session)).getEntry()) {
                assertTrue(entry.getFullUrl().startsWith("urn:uuid:"), entry.getFullUrl());
                assertTrue(entry.getRequest().getIfNoneExist().startsWith("identifier="), entry.getFullUrl());
            }
        }
    }
}
