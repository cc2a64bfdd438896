package org.plainclaim.server.scrub;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.plainclaim.audit.Decision;
import org.plainclaim.audit.Decisions;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.IssueWriter;
import org.plainclaim.fhir.Json;
import org.plainclaim.fhir.scrub.ScrubWriter;
import org.plainclaim.scrub.ScrubOutcome;
import org.plainclaim.server.http.Formats;
import org.plainclaim.server.store.CurrentVersions;
import org.plainclaim.server.store.KeptResults;
import org.plainclaim.server.submission.ClaimGathering;
import org.plainclaim.server.submission.GatheredClaim;

/** Says what would make a payer refuse a claim; stores nothing. */
public final class ScrubOperation {
    private static final String NAME = "$scrub";

    /** Answers of more than a hundred kilobytes. */
    private static final int MOST = 100;

    private final FhirContext fhir;
    private final ScrubWriter writer = new ScrubWriter();
    private final KeptResults<byte[]> answers = new KeptResults<>(MOST);
    private final Stored stored;
    private final Scrubber scrubber;
    private final Clock clock;
    private final Decisions decisions;

    /**
     * What an answer takes besides the claim.
     *
     * @param clock what day it is
     * @param decisions where verdicts are written down
     */
    public record Around(Clock clock, Decisions decisions) {}

    public ScrubOperation(FhirContext fhir, Stored stored, Scrubber scrubber, Around around) {
        this.fhir = fhir;
        this.stored = stored;
        this.scrubber = scrubber;
        this.clock = around.clock();
        this.decisions = around.decisions();
    }

    /**
     * Where claims are kept.
     *
     * @param store reads them
     * @param claims gathers each with what it refers to
     */
    public record Stored(CurrentVersions store, ClaimGathering claims) {}

    /** Looks at a stored claim. */
    @Operation(name = NAME, typeName = "Claim", manualRequest = true, manualResponse = true, idempotent = true)
    public void stored(@IdParam IdType id, ServletRequestDetails request) throws IOException {
        ScrubInput input = input(request, false);
        Looked looked = stored.store().work("scrub " + id.getIdPart(), view -> {
            GatheredClaim gathered = stored.claims().stored(id.getIdPart(), view);
            return new Looked(gathered, scrubber.stored(gathered, input.received(), input.documentation()));
        });
        decisions.made(scrubbed(looked.claim(), looked.outcome()));
        answer(request, written(id.getIdPart(), looked.outcome()));
    }

    /** The very same outcome is written once; an answer is long. */
    private byte[] written(String claim, ScrubOutcome outcome) {
        List<ScrubOutcome> source = List.of(outcome);
        return answers.get(claim, source).orElseGet(() -> {
            byte[] answer = writer.write(outcome);
            answers.keep(claim, source, answer);
            return answer;
        });
    }

    private record Looked(GatheredClaim claim, ScrubOutcome outcome) {}

    /** The verdict and how it came about; findings stand in the answer and say too much for a log. */
    private static Decision scrubbed(GatheredClaim gathered, ScrubOutcome outcome) {
        JsonNode claim = gathered.claim();
        String reference = "Claim/" + claim.path("id").asText();
        Map<String, String> details = Map.of(
                "verdict", outcome.held() ? "held" : outcome.clean() ? "clean" : "open",
                "failed", String.valueOf(outcome.count(Verdict.FAIL)),
                "not-checked", String.valueOf(outcome.count(Verdict.NOT_CHECKED)),
                "release", outcome.book().release().digest());
        String version = reference + "/_history/" + claim.at("/meta/versionId").asText();
        return new Decision("scrubbed", claim.at("/patient/reference").asText(), reference, List.of(version), details);
    }

    /** Looks at the claim in the request. */
    @Operation(name = NAME, typeName = "Claim", manualRequest = true, manualResponse = true)
    public void sent(ServletRequestDetails request) throws IOException {
        ScrubInput input = input(request, true);
        try {
            GatheredClaim gathered = stored.claims().sent(bundle(input.document()));
            answer(request, writer.write(scrubber.sent(gathered, input.received())));
        } catch (BadInput e) {
            throw refused(e, new UnprocessableEntityException("There is no claim."));
        }
    }

    /** A claim alone is a Bundle of one. */
    private static JsonNode bundle(JsonNode document) {
        if (!document.path("resourceType").asText().equals("Claim")) {
            return document;
        }
        ObjectNode bundle = JsonNodeFactory.instance.objectNode();
        bundle.put("resourceType", "Bundle").put("type", "collection");
        bundle.putArray("entry").addObject().set("resource", document);
        return bundle;
    }

    private ScrubInput input(ServletRequestDetails request, boolean sent) {
        try {
            return ScrubInput.of(body(request), LocalDate.now(clock), sent);
        } catch (BadInput e) {
            throw refused(e, new InvalidRequestException("The body can not be read."));
        }
    }

    private JsonNode body(ServletRequestDetails request) throws BadInput {
        byte[] body = request.loadRequestContents();
        if (body == null || body.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        String type = request.getHeader("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).contains("xml") ? fromXml(body) : Json.parse(body);
    }

    private JsonNode fromXml(byte[] body) throws BadInput {
        try {
            var resource = fhir.newXmlParser().parseResource(new String(body, StandardCharsets.UTF_8));
            return Json.parse(fhir.newJsonParser().encodeResourceToString(resource));
        } catch (DataFormatException e) {
            throw new InvalidRequestException("The body is not FHIR R4 XML; send a Parameters resource.", e);
        }
    }

    private BaseServerResponseException refused(BadInput input, BaseServerResponseException answer) {
        String issues = IssueWriter.problems(input.problems()).toString();
        answer.setOperationOutcome(fhir.newJsonParser().parseResource(OperationOutcome.class, issues));
        return answer;
    }

    private byte[] toXml(byte[] parameters) {
        String json = new String(parameters, StandardCharsets.UTF_8);
        return fhir.newXmlParser()
                .encodeResourceToString(fhir.newJsonParser().parseResource(Parameters.class, json))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** JSON is written as it is: parsing and writing it once more would cost more than all edits. */
    private void answer(ServletRequestDetails request, byte[] parameters) throws IOException {
        boolean xml = Formats.prefersXml(request.getServletRequest());
        byte[] bytes = xml ? toXml(parameters) : parameters;
        HttpServletResponse response = request.getServletResponse();
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType((xml ? Formats.XML : Formats.JSON) + ";charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
