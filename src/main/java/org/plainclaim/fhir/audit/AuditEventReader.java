package org.plainclaim.fhir.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plainclaim.audit.Agent;
import org.plainclaim.audit.Entry;
import org.plainclaim.audit.Interaction;

/** Reads an AuditEvent that {@link AuditEventWriter} wrote. */
public final class AuditEventReader {
    /** Details that belong to the event itself. */
    private static final Set<String> OWN = Set.of("sha256", AuditSystems.ABOUT, AuditSystems.OF_PRACTICE);

    private final JsonNode json;

    private AuditEventReader(JsonNode json) {
        this.json = json;
    }

    /** The entry; empty if the JSON is no AuditEvent, or says no time. */
    public static Optional<Entry> read(JsonNode json) {
        if (!json.path("resourceType").asText().equals("AuditEvent")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AuditEventReader(json).read());
        } catch (DateTimeParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Entry read() {
        JsonNode other = entities("4", "20").stream().findFirst().orElse(json.path("none"));
        String status = json.path("outcomeDesc").asText().replaceFirst("^HTTP ", "");
        return new Entry(
                Instant.parse(json.path("recorded").asText()),
                interaction(),
                other.path("name").asText(),
                agent(),
                status.matches("[0-9]{3}") ? Integer.parseInt(status) : 0,
                reference("1", "1"),
                focus(other),
                resources(),
                query(),
                details(other));
    }

    private String focus(JsonNode other) {
        String apart = detail(other, AuditSystems.ABOUT);
        return apart.isEmpty() ? reference("2", "3") : apart;
    }

    /** What a search found bears its own type, everything else that of an object of the system. */
    private List<String> resources() {
        List<String> found = new ArrayList<>();
        for (JsonNode entity : json.path("entity")) {
            if (entity.at("/role/code").asText().equals("4")) {
                found.add(entity.at("/what/reference").asText());
            }
        }
        return found;
    }

    private Interaction interaction() {
        String type = json.at("/type/code").asText();
        String subtype = json.at("/subtype/0/code").asText();
        return switch (type) {
            case "110106" -> Interaction.DISCLOSURE;
            case "110100" -> Interaction.APPLICATION;
            case "rest" -> Interaction.of(subtype.replaceFirst("-(type|instance|system)$", ""))
                    .orElse(Interaction.REQUEST);
            default -> Interaction.of(type).orElse(Interaction.REQUEST);
        };
    }

    private Agent agent() {
        JsonNode user = json.at("/agent/0");
        JsonNode client = json.at("/agent/1");
        List<String> roles = new ArrayList<>();
        user.path("role").forEach(role -> roles.add(role.at("/coding/0/code").asText()));
        JsonNode other = entities("4", "20").stream().findFirst().orElse(json.path("none"));
        boolean own = client.at("/network/type").asText().equals("1");
        return new Agent(
                user.at("/who/identifier/value").asText(),
                client.at("/who/identifier/value").asText(),
                roles,
                detail(other, AuditSystems.OF_PRACTICE),
                json.at("/purposeOfEvent/0/coding/0/code").asText(),
                own ? "" : client.at("/network/address").asText());
    }

    private List<JsonNode> entities(String type, String role) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode entity : json.path("entity")) {
            if (entity.at("/type/code").asText().equals(type)
                    && entity.at("/role/code").asText().equals(role)) {
                found.add(entity);
            }
        }
        return found;
    }

    private String reference(String type, String role) {
        return entities(type, role).stream()
                .findFirst()
                .map(entity -> entity.at("/what/reference").asText())
                .orElse("");
    }

    private String query() {
        return entities("2", "24").stream()
                .findFirst()
                .map(entity -> new String(
                        Base64.getDecoder().decode(entity.path("query").asText()), StandardCharsets.UTF_8))
                .filter(query -> !query.equals(AuditEventWriter.NO_QUERY))
                .orElse("");
    }

    private static String detail(JsonNode other, String type) {
        for (JsonNode detail : other.path("detail")) {
            if (detail.path("type").asText().equals(type)) {
                return detail.path("valueString").asText();
            }
        }
        return "";
    }

    private static SortedMap<String, String> details(JsonNode other) {
        SortedMap<String, String> details = new TreeMap<>();
        for (JsonNode detail : other.path("detail")) {
            if (!OWN.contains(detail.path("type").asText())) {
                details.put(
                        detail.path("type").asText(), detail.path("valueString").asText());
            }
        }
        return details;
    }
}
