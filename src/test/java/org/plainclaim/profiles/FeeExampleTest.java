package org.plainclaim.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.ChargeItemDefinition;
import org.junit.jupiter.api.Test;

/** The example fee schedule is valid, and has a price for every line of the example sessions. */
final class FeeExampleTest {
    private static final Bundle FEES =
            (Bundle) Artefacts.resource(Artefacts.ROOT.resolve("examples/fees/fees-2026.json"));

    @Test
    void everyPriceIsValid() {
        for (Bundle.BundleEntryComponent entry : FEES.getEntry()) {
            assertTrue(
                    ProfileValidator.SHARED.validate(entry.getResource()).stream()
                            .noneMatch(ProfileValidator::error),
                    entry.getFullUrl());
        }
    }

    @Test
    void everyLineOfTheExampleSessionsHasAPrice() {
        String codes = FEES.getEntry().stream()
                .map(entry -> ((ChargeItemDefinition) entry.getResource())
                        .getCode()
                        .getCodingFirstRep()
                        .getCode())
                .toList()
                .toString();
        MarkdownPage page = new MarkdownPage(Path.of("src/site/markdown/session-contract.md"));
        long missing = page.table("file").values().stream()
                .flatMap(cells -> MarkdownPage.codes(cells.get(0)).stream())
                .filter(line -> line.matches("[0-9A-Z][0-9]{4}.*"))
                .filter(line -> !codes.contains(line.substring(0, 5)))
                .count();
        assertEquals(0, missing);
    }
}
