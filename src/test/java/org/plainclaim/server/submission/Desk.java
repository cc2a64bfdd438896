package org.plainclaim.server.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.plainclaim.server.Awaited;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.operation.Pushed;

/** Submits claims over HTTP, and looks at what the partner gets. */
final class Desk {
    static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

    private final RunningServer server;
    private final FhirHttp http;

    Desk(RunningServer server) {
        this.server = server;
        this.http = server.http();
        Answer fees = http.post("", text(Path.of("fhir-profiles/examples/fees/fees-2026.json")));
        assertEquals(200, fees.status(), fees::body);
    }

    FhirHttp http() {
        return http;
    }

    /** The derived claim of an example session. */
    ObjectNode derived(String example) {
        return derived(Pushed.example(example));
    }

    ObjectNode derived(Pushed session) {
        return derive(session.push(http));
    }

    ObjectNode derive(String encounter) {
        Answer answer = http.post("Encounter/" + encounter + "/$derive-claim", NOTHING);
        assertEquals(200, answer.status(), answer::body);
        for (JsonNode parameter : answer.json().get("parameter")) {
            if (parameter.at("/resource/resourceType").asText().equals("Claim")) {
                return (ObjectNode) parameter.get("resource");
            }
        }
        throw new AssertionError(answer.body());
    }

    Answer submit(JsonNode claim) {
        return http.post("Claim/" + claim.get("id").asText() + "/$submit", NOTHING);
    }

    /** Stores a changed claim; the answer is what is stored. */
    ObjectNode put(ObjectNode claim) {
        Answer answer = http.put(reference(claim), claim.toString());
        assertEquals(200, answer.status(), answer::body);
        return (ObjectNode) answer.json();
    }

    /** Lets another payer pay by the coverage of a claim. */
    void pay(JsonNode claim, String payer) {
        Answer organization = http.post(
                "Organization",
                "{\"resourceType\":\"Organization\",\"name\":\"Other Payer\",\"identifier\":[{\"system\":"
                        + "\"https://plainclaim.org/fhir/NamingSystem/payer-id\",\"value\":\"" + payer + "\"}]}");
        String reference = claim.at("/insurance/0/coverage/reference").asText();
        ObjectNode coverage = (ObjectNode) http.get(reference).json();
        coverage.putArray("payor")
                .addObject()
                .put(
                        "reference",
                        "Organization/" + organization.json().get("id").asText());
        Answer changed = http.put(reference, coverage.toString());
        assertEquals(200, changed.status(), changed::body);
    }

    static String reference(JsonNode claim) {
        return "Claim/" + claim.get("id").asText();
    }

    /** Submits a claim that is taken; the answer is its ClaimResponse. */
    JsonNode taken(JsonNode claim) {
        Answer answer = submit(claim);
        assertEquals(200, answer.status(), answer::body);
        assertEquals("queued", answer.json().path("outcome").asText(), answer::body);
        return answer.json();
    }

    /** CLM01 of a submission. */
    static String number(JsonNode response) {
        for (JsonNode identifier : response.path("identifier")) {
            if (identifier.get("system").asText().endsWith("/claim-number")) {
                return identifier.get("value").asText();
            }
        }
        throw new AssertionError(response.toString());
    }

    SubmissionLog log() {
        return server.part(SubmissionLog.class);
    }

    /** The files that the partner has with a claim. */
    List<String> files(String number) {
        Path out = server.partnerFolder().resolve("out");
        if (!Files.isDirectory(out)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(out)) {
            return files.map(Desk::text)
                    .filter(text -> text.contains("CLM*" + number + "*"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one file that the partner gets with a claim. */
    String file(String number) {
        Awaited.until(
                number + " is sent", () -> log().claim(number).orElseThrow().state() == ClaimState.SENT);
        List<String> files = files(number);
        assertEquals(1, files.size());
        return files.get(0);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
