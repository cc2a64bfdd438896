package org.plainclaim.server.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests are counted under few names, and never under one that a client made up. */
final class DoorTest {
    private static final Set<String> TYPES = Set.of("Patient", "Claim");

    @ParameterizedTest
    @CsvSource({
        "GET,    /Patient/5,               Patient, read",
        "HEAD,   /Patient/5,               Patient, read",
        "GET,    /Patient/5/_history/2,    Patient, vread",
        "GET,    /Patient/5/_history,      Patient, history",
        "GET,    /Patient,                 Patient, search",
        "POST,   /Patient/_search,         Patient, search",
        "GET,    /Patient/5/Claim,         Patient, search",
        "POST,   /Patient,                 Patient, create",
        "PUT,    /Claim/7,                 Claim,   update",
        "PATCH,  /Claim/7,                 Claim,   patch",
        "DELETE, /Claim/7,                 Claim,   delete",
        "POST,   /Claim/7/$scrub,          Claim,   $scrub",
        "POST,   /$process-x12,            none,    $process-x12",
        "POST,   /,                        none,    transaction",
        "GET,    /metadata,                none,    capabilities",
        "GET,    /Marchetti-Elena/5,       none,    other",
        "GET,    /$Marchetti_Elena,        none,    other",
        "BREW,   /Patient/5,               none,    other",
    })
    void hasAFewNames(String method, String path, String type, String interaction) {
        Door door = Door.of(method, "/fhir", path, TYPES);
        assertEquals(type, door.type());
        assertEquals(interaction, door.interaction());
    }

    @Test
    void anOperationThatThereIsNotHasNoNameOfItsOwn() {
        assertEquals(
                "other",
                Door.of("POST", "/fhir", "/Claim/7/$elena", TYPES).unknown().interaction());
        assertEquals(
                "read", Door.of("GET", "/fhir", "/Claim/7", TYPES).unknown().interaction());
    }
}
