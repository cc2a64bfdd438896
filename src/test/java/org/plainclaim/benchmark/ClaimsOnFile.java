package org.plainclaim.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Stores sessions over HTTP and has claims derived of them. */
final class ClaimsOnFile {
    private static final int A_DAY = 8;

    /** Sessions of one clinician; the plan of treatment is not older than that. */
    private static final int OF_ONE = 160;

    private static final int CLIENTS = 4;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

    private final URI base;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final boolean ownNotes;

    /** Over a server; with notes that have words of their own, or are all alike. */
    ClaimsOnFile(URI base, boolean ownNotes) {
        this.base = base;
        this.ownNotes = ownNotes;
    }

    /** Each claim has a session and a patient of its own, and its clinician eight sessions a day. */
    List<String> derived(int claims) throws IOException, InterruptedException, ExecutionException {
        String session = Files.readString(Path.of("fhir-profiles/examples/sessions/psychotherapy-office.json"));
        List<String> ids = new ArrayList<>(List.of(derived(session, 0)));
        ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
        List<Future<String>> others = new ArrayList<>();
        for (int i = 1; i < claims; i++) {
            int number = i;
            others.add(pool.submit(() -> derived(session, number)));
        }
        for (Future<String> other : others) {
            ids.add(other.get());
        }
        pool.shutdown();
        return ids;
    }

    private String derived(String session, int number) throws IOException, InterruptedException {
        JsonNode bundle = unique(session, number);
        if (ownNotes) {
            notes(bundle, number);
        }
        String encounter = "";
        for (JsonNode entry : JSON.readTree(send("", bundle.toString())).get("entry")) {
            String location = entry.at("/response/location").asText();
            encounter =
                    location.contains("Encounter/") ? location.replaceFirst(".*Encounter/([^/]+).*", "$1") : encounter;
        }
        JsonNode answer = JSON.readTree(send("/Encounter/" + encounter + "/$derive-claim", NOTHING));
        for (JsonNode parameter : answer.get("parameter")) {
            if (parameter.at("/resource/resourceType").asText().equals("Claim")) {
                return parameter.at("/resource/id").asText();
            }
        }
        throw new IllegalStateException("no claim: " + answer);
    }

    private static JsonNode unique(String session, int number) throws IOException {
        int clinician = number / OF_ONE;
        String day = LocalDate.of(2026, 3, 3).minusDays(number % OF_ONE / A_DAY).toString();
        String hour = String.format(Locale.ROOT, "T%02d:", 10 + number % A_DAY);
        JsonNode bundle = JSON.readTree(session.replace("2026-03-03T10:", day + hour)
                .replace("2026-03-03T11:", day + "T20:")
                .replace("2000010019", npi(clinician))
                .replace("practitioner-role|whitcombe", "practitioner-role|" + clinician)
                .replace("\"whitcombe\"", "\"" + clinician + "\""));
        for (JsonNode entry : bundle.get("entry")) {
            String type = entry.at("/resource/resourceType").asText();
            if (!List.of("Organization", "Practitioner", "PractitionerRole", "Location")
                    .contains(type)) {
                JsonNode identifiers = entry.at("/resource/identifier");
                for (JsonNode identifier : identifiers.isArray() ? identifiers : List.of(identifiers)) {
                    if (identifier instanceof ObjectNode node) {
                        node.put("value", node.path("value").asText() + "-" + number);
                    }
                }
                if (entry.path("request") instanceof ObjectNode request && request.has("ifNoneExist")) {
                    request.put("ifNoneExist", request.get("ifNoneExist").asText() + "-" + number);
                }
            }
        }
        return bundle;
    }

    /** A number whose check digit fits (ISO 7812 with the prefix 80840). */
    private static String npi(int clinician) {
        String number = "2" + (10_000_000 + clinician);
        int sum = 24;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled / 10 + doubled % 10;
        }
        return number + (10 - sum % 10) % 10;
    }

    /** Sections of as many words as before, none of which says anything. */
    private static void notes(JsonNode bundle, int number) {
        Random words = new Random(number);
        for (JsonNode entry : bundle.get("entry")) {
            for (JsonNode section : entry.at("/resource/section")) {
                StringBuilder text = new StringBuilder("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>");
                int count = section.at("/text/div").asText().split(" ", -1).length;
                for (int i = 0; i < count; i++) {
                    text.append(Integer.toString(10_000 + words.nextInt(30_000), 36))
                            .append(' ');
                }
                ((ObjectNode) section.path("text"))
                        .put("div", text.append("</p></div>").toString());
            }
        }
    }

    /** The same claims as another system would send them: they name no session. */
    List<String> foreign(List<String> derived) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        for (String id : derived) {
            ObjectNode claim = (ObjectNode) JSON.readTree(get("/Claim/" + id));
            claim.remove(List.of("id", "meta", "identifier", "text"));
            claim.put("status", "active");
            claim.path("item").forEach(item -> ((ObjectNode) item).remove("encounter"));
            ids.add(JSON.readTree(send("/Claim", claim.toString())).get("id").asText());
        }
        return ids;
    }

    private String get(String path) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    private String send(String path, String body) throws IOException, InterruptedException {
        return answer(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/fhir+json")
                .POST(BodyPublishers.ofString(body)));
    }

    private String answer(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response =
                client.send(request.timeout(Duration.ofMinutes(10)).build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }
}
