package org.plainclaim.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** What {@link Work} sends: an example session, with a patient of its own for each number, at a time of its own. */
final class LoadBodies {
    static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path EXAMPLE = Path.of("fhir-profiles/examples/sessions/psychotherapy-office.json");

    /** What all sessions have in common is stored once. */
    private static final Set<String> SHARED = Set.of("Organization", "Practitioner", "PractitionerRole", "Location");

    private static final Set<String> PLAIN = Set.of("Patient", "Coverage", "Encounter", "Condition");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 12);
    private static final int DAYS = 80;
    private static final int HOURS = 8;
    private static final int KEPT = 200;
    private static final String NUMBER = "-number-";

    /** So that two runs on one store do not meet. */
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private final String path;
    private final JsonNode example;
    private String stored = "";
    private String session = "";
    private String encounter = "";
    private final List<String> patients = new ArrayList<>();
    private final List<String> encounters = new ArrayList<>();

    private LoadBodies(String path, JsonNode example) {
        this.path = path;
        this.example = example;
    }

    static LoadBodies read(String path) throws IOException {
        return new LoadBodies(path, JSON.readTree(EXAMPLE.toFile()));
    }

    /** Stores the practice, and patients with coverages and encounters to read and to search for. */
    void prepare(KeptConnection connection) throws IOException {
        if (!session.isEmpty()) {
            return;
        }
        ObjectNode shared = shared();
        List<String> references = Work.created(connection.exchange("POST", path, shared.toString()));
        String all = example.toString();
        for (int i = 0; i < references.size(); i++) {
            all = all.replace(shared.at("/entry/" + i + "/fullUrl").asText(), references.get(i));
        }
        JsonNode placed = JSON.readTree(all);
        session = numbered(placed, Set.of(), true);
        stored = numbered(placed, PLAIN, false);
        for (int number = 0; number < KEPT; number++) {
            List<String> created = Work.created(connection.exchange("POST", path, stored("kept-" + number, number)));
            patients.add(created.get(0));
            encounters.add(created.get(2));
        }
        for (JsonNode entry : JSON.readTree(session).get("entry")) {
            if (entry.at("/resource/resourceType").asText().equals("Encounter")) {
                ObjectNode one = entry.get("resource").deepCopy();
                one.remove("diagnosis");
                ((ObjectNode) one.get("subject")).put("reference", patients.get(0));
                encounter = one.toString();
            }
        }
    }

    /** A session of the example as a transaction: what its claim takes, each naming the profile that it is held to. */
    String session(int number) {
        return timed(session, "s" + number, number);
    }

    /** Patient, Coverage, Encounter, Condition and Claim in a transaction, as any server stores them. */
    String stored(int number) {
        return stored("p" + number, number);
    }

    private String stored(String name, int number) {
        return timed(stored, name, number);
    }

    String encounter(int number) {
        return timed(encounter, "e" + number, number);
    }

    String kept(String type, int number) {
        return (type.equals("Patient") ? patients : encounters).get(number % KEPT);
    }

    private String timed(String text, String name, int number) {
        String day = FIRST.plusDays(number % DAYS).toString();
        int hour = 8 + number / DAYS % HOURS;
        return text.replace(NUMBER, "-" + run + "-" + name)
                .replace("2026-03-03T10:", String.format(Locale.ROOT, "%sT%02d:", day, hour))
                .replace("2026-03-03T11:", String.format(Locale.ROOT, "%sT%02d:", day, hour + 1))
                .replace("2026-03-03", day);
    }

    private ObjectNode shared() {
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "transaction");
        ArrayNode entries = bundle.putArray("entry");
        for (JsonNode entry : example.get("entry")) {
            if (SHARED.contains(entry.at("/resource/resourceType").asText())) {
                entries.add(entry.deepCopy());
            }
        }
        return bundle;
    }

    /** Without conditions, with a place for the number in each identifier; all types if none are named. */
    private static String numbered(JsonNode example, Set<String> types, boolean profiles) throws IOException {
        ObjectNode bundle =
                JSON.createObjectNode().put("resourceType", "Bundle").put("type", "transaction");
        ArrayNode entries = bundle.putArray("entry");
        for (JsonNode entry : example.get("entry")) {
            String type = entry.at("/resource/resourceType").asText();
            if (!SHARED.contains(type) && (types.isEmpty() || types.contains(type))) {
                ObjectNode copy = entries.addObject();
                copy.setAll((ObjectNode) entry.deepCopy());
                ((ObjectNode) copy.get("request")).remove("ifNoneExist");
                ObjectNode resource = (ObjectNode) copy.get("resource");
                JsonNode identifiers = resource.get("identifier");
                for (JsonNode identifier : identifiers.isArray() ? identifiers : List.of(identifiers)) {
                    ((ObjectNode) identifier)
                            .put("value", identifier.get("value").asText() + NUMBER);
                }
                String profile = "plainclaim-"
                        + type.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
                if (profiles && Files.exists(Path.of("fhir-profiles/StructureDefinition-" + profile + ".json"))) {
                    resource.putObject("meta")
                            .putArray("profile")
                            .add("https://plainclaim.org/fhir/StructureDefinition/" + profile);
                }
            }
        }
        if (!types.isEmpty()) {
            claim(entries);
        }
        return bundle.toString();
    }

    private static void claim(ArrayNode entries) throws IOException {
        entries.add(JSON.readTree(String.format(
                Locale.ROOT,
                """
                {"fullUrl":"urn:uuid:7c2f8f5e-6a34-4c1f-9a58-0d6f1d1f4a10","resource":{"resourceType":"Claim",
                "identifier":[{"system":"https://ehr.example.org/ids/claim","value":"claim%s"}],"status":"active",
                "type":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/claim-type","code":"professional"}]},
                "use":"claim","patient":{"reference":"%s"},"created":"2026-03-03",
                "provider":{"display":"Linden Street Behavioral Health"},
                "priority":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/processpriority","code":"normal"}]},
                "diagnosis":[{"sequence":1,"diagnosisReference":{"reference":"%s"}}],
                "insurance":[{"sequence":1,"focal":true,"coverage":{"reference":"%s"}}],
                "item":[{"sequence":1,"productOrService":{"coding":[{"system":"http://www.ama-assn.org/go/cpt","code":"90837"}]},
                "servicedDate":"2026-03-03","encounter":[{"reference":"%s"}],
                "unitPrice":{"value":190,"currency":"USD"},"net":{"value":190,"currency":"USD"}}],
                "total":{"value":190,"currency":"USD"}},"request":{"method":"POST","url":"Claim"}}""",
                NUMBER,
                url(entries, "Patient"),
                url(entries, "Condition"),
                url(entries, "Coverage"),
                url(entries, "Encounter"))));
    }

    private static String url(ArrayNode entries, String type) {
        for (JsonNode entry : entries) {
            if (entry.at("/resource/resourceType").asText().equals(type)) {
                return entry.get("fullUrl").asText();
            }
        }
        throw new IllegalStateException("no " + type);
    }
}
