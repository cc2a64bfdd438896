package org.plainclaim.server.conformance;

import ca.uhn.fhir.rest.annotation.Metadata;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.plainclaim.server.Version;

/** Answers {@code /metadata} with what this server can do, and nothing more. */
public final class CapabilityEndpoint {
    private final CapabilityStatement.CapabilityStatementRestComponent rest;
    private final Instant since;

    /**
     * Keeps the description of the end points.
     *
     * @param since when this server began to offer what it offers
     */
    public CapabilityEndpoint(CapabilityStatement.CapabilityStatementRestComponent rest, Instant since) {
        this.rest = rest;
        this.since = since;
    }

    /** The statement for the base under which the client reached us. */
    @Metadata(cacheMillis = 0)
    public CapabilityStatement statement(RequestDetails request) {
        CapabilityStatement statement = new CapabilityStatement();
        statement.setId("plainclaim");
        statement.setName("Plainclaim").setTitle("Plainclaim").setStatus(PublicationStatus.ACTIVE);
        statement.setDate(Date.from(since)).setPublisher("Plainclaim");
        statement.setKind(CapabilityStatement.CapabilityStatementKind.INSTANCE);
        statement.getSoftware().setName("Plainclaim").setVersion(Version.current());
        statement
                .getImplementation()
                .setDescription("FHIR R4 server for behavioral-health billing")
                .setUrl(request.getFhirServerBase());
        statement.setFhirVersion(FHIRVersion._4_0_1);
        for (String format : new String[] {"application/fhir+json", "json", "application/fhir+xml", "xml"}) {
            statement.addFormat(format);
        }
        for (String format : new String[] {
            "application/fhir+json", "application/fhir+xml", "application/json-patch+json", "application/xml-patch+xml"
        }) {
            statement.getPatchFormat().add(new CodeType(format));
        }
        statement.addRest(rest.copy());
        return statement;
    }
}
