package org.plainclaim.fhir.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.AuditEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.audit.Agent;
import org.plainclaim.audit.Entry;
import org.plainclaim.audit.Interaction;
import org.plainclaim.audit.NodeChains;
import org.plainclaim.audit.SealedEntry;
import org.plainclaim.fhir.Nodes;

final class AuditEventTest {
    private static final Agent BILLER =
            new Agent("user-7", "ehr", List.of("biller", "coder"), "lindenst", "HPAYMT", "10.0.0.7");

    @ParameterizedTest
    @EnumSource(Interaction.class)
    void everyKindOfEntryComesBackAsItWas(Interaction interaction) {
        Entry entry = new Entry(
                Instant.parse("2026-11-30T12:00:00.123Z"),
                interaction,
                interaction == Interaction.APPLICATION ? "started" : "derived",
                BILLER,
                404,
                "Patient/1",
                "Claim/7",
                List.of("Claim/7/_history/3", "Encounter/2/_history/1"),
                "patient=Patient/1&name=***",
                new TreeMap<>(Map.of("release", "abc", "recipient", "SRHP1")));
        SealedEntry place = new NodeChains("n").begin().seal(List.of(entry)).get(0);

        ObjectNode event = AuditEventWriter.write(place);

        assertEquals(entry, AuditEventReader.read(event).orElseThrow());
        AuditEvent parsed = FhirContext.forR4Cached()
                .newJsonParser()
                .setParserErrorHandler(new StrictErrorHandler())
                .parseResource(AuditEvent.class, event.toString());
        assertEquals("n-1.1", parsed.getIdElement().getIdPart());
        assertEquals("4", parsed.getOutcome().toCode());
    }

    @org.junit.jupiter.api.Test
    void anotherResourceIsNoEvent() {
        assertTrue(AuditEventReader.read(Nodes.resource("Patient")).isEmpty());
        assertTrue(AuditEventReader.read(Nodes.resource("AuditEvent")).isEmpty());
    }
}
