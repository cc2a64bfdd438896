package org.plainclaim.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.validation.SingleValidationMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.terminology.CsvFile;
import org.plainclaim.terminology.CsvRow;

/** Every example says what the profiles say. */
final class ProfileExamplesTest {
    private static final Path ISSUES = Artefacts.ROOT.resolve("examples/expected-issues.csv");

    static Stream<Path> validExamples() {
        return Artefacts.profiles().stream()
                .flatMap(profile -> Artefacts.examples(profile).stream())
                .filter(file -> Artefacts.name(file).startsWith("valid-"));
    }

    static List<CsvRow> expectedIssues() {
        return CsvFile.read(ISSUES);
    }

    static List<Path> sessions() {
        return Artefacts.sessions();
    }

    @ParameterizedTest
    @MethodSource("validExamples")
    void acceptsValidExample(Path example) {
        assertEquals(
                List.of(),
                ProfileValidator.complaints(
                        ProfileValidator.SHARED.validate(Artefacts.resource(example), Artefacts.profileOf(example))));
    }

    @ParameterizedTest
    @MethodSource("expectedIssues")
    void reportsTheIssueOfAnInvalidExample(CsvRow row) {
        Path example = Artefacts.ROOT.resolve("examples").resolve(row.at("file"));
        List<SingleValidationMessage> messages =
                ProfileValidator.SHARED.validate(Artefacts.resource(example), Artefacts.profileOf(example));
        assertTrue(
                messages.stream().anyMatch(message -> says(row, message)),
                () -> row.complaint("message", "was not reported, but: " + ProfileValidator.complaints(messages)));
        assertTrue(
                messages.stream().filter(ProfileValidator::error).allMatch(message -> sameElement(row, message)),
                () -> row.complaint("file", "has other errors too: " + ProfileValidator.complaints(messages)));
    }

    private static boolean says(CsvRow row, SingleValidationMessage message) {
        return sameElement(row, message)
                && ProfileValidator.severity(message).equals(row.at("severity"))
                && message.getMessage().contains(row.at("message"));
    }

    private static boolean sameElement(CsvRow row, SingleValidationMessage message) {
        return row.at("expression").equals(message.getLocationString());
    }

    @Test
    void everyInvalidExampleHasAnExpectedIssue() {
        Set<String> files = new TreeSet<>();
        for (String profile : Artefacts.profiles()) {
            Artefacts.examples(profile).stream()
                    .map(Artefacts::name)
                    .filter(name -> !name.startsWith("valid-"))
                    .forEach(name -> files.add(profile + "/" + name));
        }
        assertEquals(
                files,
                expectedIssues().stream().map(row -> row.at("file")).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyProfileHasValidAndInvalidExamples() {
        for (String profile : Artefacts.profiles()) {
            List<String> names =
                    Artefacts.examples(profile).stream().map(Artefacts::name).toList();
            assertTrue(names.stream().anyMatch(name -> name.startsWith("valid-")), profile + " has no valid example");
            assertTrue(
                    names.stream().anyMatch(name -> name.startsWith("invalid-")), profile + " has no invalid example");
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void acceptsEveryResourceOfASession(Path session) {
        Bundle bundle = (Bundle) Artefacts.resource(session);
        assertEquals(List.of(), ProfileValidator.complaints(ProfileValidator.SHARED.validate(bundle)));
        for (Bundle.BundleEntryComponent entry : bundle.getEntry()) {
            Resource resource = entry.getResource();
            String profile = Artefacts.profileFor(resource.fhirType());
            if (Artefacts.profiles().contains(profile)) {
                assertEquals(
                        List.of(),
                        ProfileValidator.complaints(ProfileValidator.SHARED.validate(resource, profile)),
                        entry.getFullUrl());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567893", "1679576722", "1999999984", "2000010019"})
    void acceptsProviderIdentifierWithItsCheckDigit(String npi) {
        assertEquals(List.of(), ProfileValidator.complaints(practitioner(npi)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "1679576723", "1999999989", "3234567890", "123456789", "12345678931"})
    void refusesProviderIdentifierWithoutItsCheckDigit(String npi) {
        assertFalse(ProfileValidator.complaints(practitioner(npi)).isEmpty());
    }

    private static List<SingleValidationMessage> practitioner(String npi) {
        Practitioner practitioner = new Practitioner();
        practitioner.addIdentifier().setSystem("http://hl7.org/fhir/sid/us-npi").setValue(npi);
        practitioner.addName().setFamily("Anybody");
        return ProfileValidator.SHARED.validate(practitioner, "plainclaim-practitioner");
    }
}
