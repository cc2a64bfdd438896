package org.plainclaim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.plainclaim.server.FhirHttp.Answer;
import org.plainclaim.server.inquiry.StatusInquiries;
import org.plainclaim.server.operation.Pushed;
import org.plainclaim.server.submission.Dispatcher;
import org.plainclaim.server.submission.LoggedClaim;
import org.plainclaim.server.submission.SubmissionLog;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Sessions with words in every place that no payer is told of - kept-apart notes, texts beside codes, people around the
 * patient - and every file, bundle, packet, Task and log line that leaves: the words are in none of their bytes.
 *
 * <p>Generated: which places, anew with each seed; {@code plainclaim.leaves} says how many.
 */
final class NothingForbiddenLeavesTest {
    private static final int ROUNDS = Integer.getInteger("plainclaim.leaves", 2);
    /** What a file beginning with Canary looks like within base64, wherever in a group of three bytes it begins. */
    private static final List<String> ENCODED = List.of("Q2FuYXJ5", "NhbmFye", "DYW5hcn");

    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

    private final RunningServer server = RunningServer.H2;
    private final FhirHttp http = server.http();
    private final List<String> doors = new ArrayList<>();

    @Test
    void noForbiddenElementLeavesByAnyDoor() throws IOException {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try {
            http.post("", Files.readString(Path.of("fhir-profiles/examples/fees/fees-2026.json")));
            for (int seed = 0; seed < ROUNDS; seed++) {
                round(seed);
            }
        } finally {
            root.detachAppender(log);
        }
        log.list.forEach(line -> doors.add("log " + line.getFormattedMessage() + thrown(line)));
        for (String door : doors) {
            assertFalse(door.contains("Canary"), () -> door);
            assertFalse(door.contains("CANARY"), () -> door);
            // what people see who may see the claim has its attachments; nothing else has
            boolean own = door.startsWith("record ") || door.startsWith("packet ");
            assertFalse(!own && ENCODED.stream().anyMatch(door::contains), () -> door);
        }
        for (String kind : List.of("ST*837", "ST*270", "ST*276", "Task", "packet", "page", "record", "cards", "told")) {
            assertTrue(doors.stream().anyMatch(door -> door.contains(kind)), "this door was not tried: " + kind);
        }
    }

    private static String thrown(ILoggingEvent line) {
        return line.getThrowableProxy() == null
                ? ""
                : " " + line.getThrowableProxy().getMessage();
    }

    private void round(int seed) throws IOException {
        Random random = new Random(seed);
        Pushed session = Pushed.example("psychotherapy-office");
        session.bundle().path("entry").forEach(entry -> whisper((ObjectNode) entry.path("resource"), random));
        String encounter = session.push(http);
        String patient = http.get("Encounter/" + encounter)
                .json()
                .at("/subject/reference")
                .asText();
        note(encounter, patient);
        JsonNode claim = derived(encounter);
        String reference = "Claim/" + claim.path("id").asText();
        ObjectNode wordy = ((ObjectNode) http.get(reference).json());
        ((ObjectNode) wordy.at("/item/0/productOrService")).put("text", "Canary of an item");
        ((ObjectNode) wordy.at("/diagnosis/0/diagnosisCodeableConcept")).put("text", "Canary of a diagnosis");
        attach(wordy, random);
        assertEquals(200, http.put(reference, wordy.toString()).status());
        Answer submitted = http.post(reference + "/$submit", NOTHING);
        assertEquals("queued", submitted.json().path("outcome").asText(), submitted::body);
        server.part(Dispatcher.class).run();
        asked(reference);
        files(reference);
        asPeopleSee(reference, encounter, patient);
    }

    /** Words where a sender can write them and a payer has no business. */
    private static void whisper(ObjectNode resource, Random random) {
        String type = resource.path("resourceType").asText();
        resource.putObject("text")
                .put("status", "additional")
                .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">Canary of a narrative</div>");
        if (type.equals("Patient")) {
            ObjectNode neighbor = resource.putArray("contact").addObject();
            neighbor.putObject("name").put("family", "Canary");
            neighbor.putArray("telecom").addObject().put("system", "phone").put("value", "Canary");
        } else if (List.of("Condition", "Procedure", "Observation", "CarePlan").contains(type)
                && random.nextBoolean()) {
            resource.putArray("note").addObject().put("text", "Canary of a note");
        } else if (type.equals("Encounter") && random.nextBoolean()) {
            resource.withArray("reasonCode").addObject().put("text", "Canary of a reason");
        } else if (type.equals("Coverage")) {
            resource.withArray("class")
                    .addObject()
                    .put("value", "1")
                    .put("name", "Canary of a class")
                    .putObject("type")
                    .put("text", "Canary of a type");
        }
    }

    /** Files beside a claim, as an EHR adds them: none of them has a place in what payers get. */
    private static void attach(ObjectNode claim, Random random) {
        for (int i = random.nextInt(3); i >= 0; i--) {
            ObjectNode info = claim.withArray("supportingInfo").addObject();
            info.put("sequence", claim.path("supportingInfo").size());
            info.putObject("category")
                    .putArray("coding")
                    .addObject()
                    .put("system", "http://terminology.hl7.org/CodeSystem/claiminformationcategory")
                    .put("code", random.nextBoolean() ? "attachment" : "other");
            String words = "x".repeat(random.nextInt(3)) + "Canary of a file";
            ObjectNode file = info.putObject("valueAttachment")
                    .put("contentType", random.nextBoolean() ? "text/plain" : "application/pdf")
                    .put("title", "Canary of a title");
            if (random.nextBoolean()) {
                file.put("data", Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8)));
            } else {
                file.put("url", "https://example.org/Canary of a url".replace(' ', '-'));
            }
        }
    }

    private void note(String encounter, String patient) {
        String data = Base64.getEncoder().encodeToString("Canary".getBytes(StandardCharsets.UTF_8));
        Answer stored = http.post(
                "DocumentReference",
                "{\"resourceType\":\"DocumentReference\",\"status\":\"current\",\"meta\":{\"security\":[{\"system\":"
                        + "\"http://terminology.hl7.org/CodeSystem/v3-ActCode\",\"code\":\"PSYTHPN\"}]},"
                        + "\"description\":\"Canary\",\"subject\":{\"reference\":\"" + patient
                        + "\"},\"context\":{\"encounter\":[{\"reference\":\"Encounter/" + encounter
                        + "\"}]},\"content\":[{\"attachment\":{\"contentType\":\"text/plain\",\"title\":\"Canary\","
                        + "\"data\":\"" + data + "\"}}]}");
        assertEquals(201, stored.status(), stored::body);
    }

    private JsonNode derived(String encounter) {
        Answer answer = http.post("Encounter/" + encounter + "/$derive-claim", NOTHING);
        for (JsonNode parameter : answer.json().path("parameter")) {
            if (parameter.at("/resource/resourceType").asText().equals("Claim")) {
                return parameter.path("resource");
            }
        }
        throw new AssertionError(answer.body());
    }

    /** A month without an answer: the payer is asked about the claim. */
    private void asked(String claim) {
        LoggedClaim logged = server.part(SubmissionLog.class).claimsOf(claim).get(0);
        new JdbcTemplate(server.part(DataSource.class))
                .update(
                        "update plainclaim_interchange set sent_at = ? where id = (select interchange from"
                                + " plainclaim_submission where claim_number = ?)",
                        Instant.now().minus(Duration.ofDays(31)).toEpochMilli(),
                        logged.number());
        server.part(StatusInquiries.class).run();
        server.part(Dispatcher.class).run();
    }

    /** Everything that the partner has: claims, questions about coverages, questions about claims. */
    private void files(String claim) throws IOException {
        assertTrue(
                server.part(SubmissionLog.class).claimsOf(claim).get(0).state().gone());
        try (Stream<Path> files = Files.list(server.partnerFolder().resolve("out"))) {
            for (Path file : files.toList()) {
                doors.add("file " + Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }

    /** What people get who may see the claim and not what is kept apart. */
    private void asPeopleSee(String claim, String encounter, String patient) {
        doors.add("Task " + texts(http.get("Task?patient=" + patient).json()));
        String told = http.get(patient + "/$disclosures").body();
        doors.add("told " + told);
        for (String way : List.of("837", "270", "276")) {
            assertTrue(told.contains("\"" + way + "\""), () -> way + " is not accounted for: " + told);
        }
        doors.add("packet " + decoded(http.get(claim + "/$audit-packet").json(), "Canary[ -]of[ -]a"));
        doors.add("page " + http.get(claim + "/$audit-packet?readable=true").body());
        String record = http.get(patient + "/$everything").body();
        assertTrue(record.contains("Canary of a"), "the patient gets the whole record, but for what is kept apart");
        doors.add("record "
                + record.replaceAll("Canary[ -]of[ -]an?[ -][a-z]+", "").replaceAll("\"Canary\"", ""));
        assertFalse(record.contains("PSYTHPN"), record);
        Answer cards = http.post(
                "../cds-services/plainclaim-encounter-discharge",
                "{\"hook\":\"encounter-discharge\",\"hookInstance\":\"" + java.util.UUID.randomUUID()
                        + "\",\"context\":{\"userId\":\"Practitioner/1\",\"patientId\":\"" + patient.substring(8)
                        + "\",\"encounterId\":\"" + encounter + "\"}}",
                "Content-Type",
                "application/json");
        assertEquals(200, cards.status(), cards::body);
        doors.add("cards " + cards.body());
    }

    /** The packet's pages and files, and its resources without the claim's own texts, which stand in the stored claim. */
    private static String decoded(JsonNode bundle, String own) {
        StringBuilder text = new StringBuilder(bundle.toString().replaceAll(own + "n?[ -][a-z]+", ""));
        bundle.path("entry").forEach(entry -> {
            String data = entry.at("/resource/data").asText();
            if (!data.isEmpty()) {
                text.append(new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8));
            }
        });
        return text.toString();
    }

    private static String texts(JsonNode tasks) {
        return tasks.toString();
    }
}
