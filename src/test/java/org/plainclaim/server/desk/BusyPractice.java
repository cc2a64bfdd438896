package org.plainclaim.server.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.plainclaim.server.FhirHttp;

/** Fills a server with the example sessions, on the days before today, each time with other patients. */
final class BusyPractice {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SESSIONS = Path.of("fhir-profiles/examples/sessions");
    private static final Path FEES = Path.of("fhir-profiles/examples/fees");
    private static final Pattern DAY = Pattern.compile("\\b(20(?:25|26|27)-\\d\\d-\\d\\d)(?![-\\d])");
    private static final Pattern MEMBER = Pattern.compile("ids/member\\|(\\w+)\\d\\d");
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final List<String> GIVEN =
            List.of("Ada", "Bruno", "Carla", "Dev", "Elif", "Fumiko", "Gil", "Hana", "Ines", "Jonah", "Kofi", "Lena");
    private static final List<String> FAMILY = List.of(
            "Abara",
            "Bosworth",
            "Castellano",
            "Drummond",
            "Eriksen",
            "Falk",
            "Grove",
            "Halloran",
            "Ito",
            "Jansen",
            "Kessler",
            "Lund",
            "Moreau");

    private final FhirHttp http;

    BusyPractice(FhirHttp http) {
        this.http = http;
    }

    /** The id of the encounter of one example on a day; a claim was asked for. */
    String one(String example, LocalDate day) {
        files(FEES).forEach(file -> post("", text(file)));
        String id = push(SESSIONS.resolve(example + ".json"), day, 0);
        post("Encounter/" + id + "/$derive-claim", NOTHING);
        return id;
    }

    /** The ids of the encounters of the first round, by the names of their files. */
    Map<String, String> open(LocalDate last, int rounds) {
        files(FEES).forEach(file -> post("", text(file)));
        Map<String, String> first = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Path file : files(SESSIONS)) {
                String id = push(file, last.minusDays(round), round);
                post("Encounter/" + id + "/$derive-claim", NOTHING);
                first.putIfAbsent(String.valueOf(file.getFileName()).replace(".json", ""), id);
            }
        }
        return first;
    }

    private String push(Path file, LocalDate day, int round) {
        JsonNode answer = post("", moved(text(file), day, round));
        for (JsonNode entry : answer.path("entry")) {
            String location = entry.at("/response/location").asText();
            if (location.contains("Encounter/")) {
                return location.replaceAll(".*Encounter/([^/]+).*", "$1");
            }
        }
        throw new IllegalStateException("no Encounter of " + file);
    }

    /** The same session of somebody else, on another day. */
    private static String moved(String session, LocalDate day, int round) {
        try {
            JsonNode bundle = JSON.readTree(session);
            long days = ChronoUnit.DAYS.between(dayOf(bundle), day);
            String shifted = DAY.matcher(session)
                    .replaceAll(found ->
                            LocalDate.parse(found.group(1)).plusDays(days).toString());
            JsonNode made = JSON.readTree(round == 0 ? shifted : ofSomebodyElse(shifted, round));
            made.path("entry").forEach(entry -> rename(entry.path("resource"), round));
            return made.toString();
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private static String ofSomebodyElse(String session, int round) {
        String other = session.replaceAll("\\b(patient|encounter)-(\\d{4})", "$1-$2-" + round);
        for (var member : MEMBER.matcher(session).results().toList()) {
            other = other.replaceAll(member.group(1) + "\\d\\d\\b", member.group(1) + (10 + round));
        }
        return other;
    }

    private static LocalDate dayOf(JsonNode bundle) {
        for (JsonNode entry : bundle.path("entry")) {
            JsonNode resource = entry.path("resource");
            if (resource.path("resourceType").asText().equals("Encounter")) {
                return OffsetDateTime.parse(resource.at("/period/start").asText())
                        .atZoneSameInstant(ZONE)
                        .toLocalDate();
            }
        }
        throw new IllegalStateException("no Encounter");
    }

    private static void rename(JsonNode resource, int round) {
        if (round > 0 && resource.path("resourceType").asText().equals("Patient")) {
            ObjectNode name = (ObjectNode) resource.path("name").path(0);
            int hash = Math.floorMod((name.path("family").asText() + round).hashCode(), 10_000);
            name.put("family", FAMILY.get(hash % FAMILY.size()));
            name.putArray("given").add(GIVEN.get(hash / FAMILY.size() % GIVEN.size()));
        }
    }

    private JsonNode post(String path, String body) {
        FhirHttp.Answer answer = http.post(path, body);
        if (answer.status() >= 300) {
            throw new IllegalStateException(path + " was answered " + answer.status() + " " + answer.body());
        }
        return answer.json();
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
