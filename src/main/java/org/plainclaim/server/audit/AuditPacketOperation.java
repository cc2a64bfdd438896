package org.plainclaim.server.audit;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hl7.fhir.r4.model.IdType;
import org.plainclaim.audit.SigningKey;
import org.plainclaim.fhir.audit.Packet;
import org.plainclaim.fhir.audit.PacketSection;

/** Puts together, for a payer's audit, everything that there is about a claim, and signs it. */
public final class AuditPacketOperation {
    private final PacketGathering.Sources sources;
    private final AuditConfiguration.AuditKey key;
    private final CurrentRequest current;
    private final Clock clock;

    AuditPacketOperation(
            PacketGathering.Sources sources, AuditConfiguration.AuditKey key, CurrentRequest current, Clock clock) {
        this.sources = sources;
        this.key = key;
        this.current = current;
        this.clock = clock;
    }

    /** The signed Bundle, byte for byte as it was signed; or its page alone, with {@code readable=true}. */
    @Operation(
            name = "$audit-packet",
            typeName = "Claim",
            manualRequest = true,
            manualResponse = true,
            idempotent = true)
    public void packet(@IdParam IdType id, ServletRequestDetails request) throws IOException {
        SigningKey signing = key.key()
                .orElseThrow(() -> new UnprocessableEntityException("This server has no key to sign with; make one with"
                        + " `plainclaim audit key FILE`, name it in PLAINCLAIM_AUDIT_KEY and start the server again."));
        Packet packet = gather("Claim/" + id.getIdPart(), signing, request.getFhirServerBase());
        if (readable(request)) {
            write(request, "text/html;charset=UTF-8", packet.page());
            return;
        }
        ObjectNode bundle = packet.bundle();
        PacketSignature.sign(bundle, signing, packet.made());
        write(request, "application/fhir+json;charset=UTF-8", bundle.toString());
    }

    private Packet gather(String claim, SigningKey signing, String base) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        PacketGathering gathering =
                new PacketGathering(sources, claim, current.agent().practice(), now);
        if (gathering.versions().isEmpty()) {
            throw new ResourceNotFoundException(claim + " does not exist.");
        }
        List<PacketSection> sections = gathering.sections();
        return new Packet(
                claim,
                gathering.patient(),
                now,
                base,
                sections,
                gathering.resources(),
                signing.shared().pem());
    }

    private static boolean readable(ServletRequestDetails request) {
        String[] given = request.getParameters().getOrDefault("readable", new String[] {"false"});
        if (given.length != 1 || !given[0].matches("true|false")) {
            throw new InvalidRequestException("readable is true or false.");
        }
        return given[0].equals("true");
    }

    private static void write(ServletRequestDetails request, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        HttpServletResponse response = request.getServletResponse();
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
