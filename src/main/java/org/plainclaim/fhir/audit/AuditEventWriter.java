package org.plainclaim.fhir.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.plainclaim.audit.Agent;
import org.plainclaim.audit.Entry;
import org.plainclaim.audit.Interaction;
import org.plainclaim.audit.SealedEntry;
import org.plainclaim.fhir.Nodes;

/** Writes a sealed entry as AuditEvent; its id is the place in the chains. */
public final class AuditEventWriter {
    private static final Map<Interaction, String> REST = new EnumMap<>(Map.of(
            Interaction.READ, "read",
            Interaction.VREAD, "vread",
            Interaction.SEARCH, "search",
            Interaction.HISTORY, "history",
            Interaction.CREATE, "create",
            Interaction.UPDATE, "update",
            Interaction.PATCH, "patch",
            Interaction.DELETE, "delete",
            Interaction.OPERATION, "operation",
            Interaction.TRANSACTION, "transaction"));
    private static final Map<Interaction, String> PATTERN = new EnumMap<>(Map.of(
            Interaction.READ, "Read",
            Interaction.VREAD, "Read",
            Interaction.SEARCH, "Query",
            Interaction.CREATE, "Create",
            Interaction.UPDATE, "Update",
            Interaction.PATCH, "Update",
            Interaction.DELETE, "Delete"));
    /** Where the data flow to the caller; in a query the caller counts as the source, as BALP has it. */
    private static final Set<Interaction> TO_CALLER =
            EnumSet.of(Interaction.READ, Interaction.VREAD, Interaction.HISTORY);

    private final SealedEntry place;
    private final Entry entry;
    private final ObjectNode json = Nodes.resource("AuditEvent");

    private AuditEventWriter(SealedEntry place) {
        this.place = place;
        this.entry = place.entry();
    }

    /** The AuditEvent. */
    public static ObjectNode write(SealedEntry place) {
        return new AuditEventWriter(place).write();
    }

    /** The id of the AuditEvent at a place. */
    public static String id(String chain, long sequence) {
        return chain + "." + sequence;
    }

    private ObjectNode write() {
        json.put("id", id(place.chain(), place.sequence()));
        profile();
        json.set("type", type());
        json.putArray("subtype").add(subtype());
        json.put("action", entry.interaction().action());
        json.put("recorded", entry.time().toString());
        json.put("outcome", entry.status() >= 500 ? "8" : entry.refused() ? "4" : "0");
        if (entry.status() != 0) {
            json.put("outcomeDesc", "HTTP " + entry.status());
        }
        if (!entry.agent().purpose().isEmpty()) {
            json.putArray("purposeOfEvent")
                    .add(Nodes.concept(AuditSystems.PURPOSE, entry.agent().purpose()));
        }
        agents(json.putArray("agent"));
        ObjectNode source = json.putObject("source");
        source.putObject("observer")
                .put("display", "Plainclaim")
                .putObject("identifier")
                .put("system", AuditSystems.NODE)
                .put("value", place.chain().replaceFirst("-[0-9]+$", ""));
        source.putArray("type").add(coding(AuditSystems.SOURCE, "4"));
        entities(json.putArray("entity"));
        return json;
    }

    /** Only those of the patterns are named that the event fulfils. */
    private void profile() {
        String pattern = PATTERN.get(entry.interaction());
        boolean one = entry.resources().size() == 1 || entry.interaction() == Interaction.SEARCH;
        if (pattern != null && one && !entry.refused()) {
            json.putObject("meta")
                    .putArray("profile")
                    .add(AuditSystems.PROFILE + (entry.patient().isEmpty() ? "" : "Patient") + pattern);
        } else if (entry.interaction() == Interaction.DISCLOSURE) {
            json.putObject("meta").putArray("profile").add(AuditSystems.PROFILE + "PrivacyDisclosure.Source");
        }
    }

    private ObjectNode type() {
        return switch (entry.interaction()) {
            case DISCLOSURE -> coding(AuditSystems.DICOM, "110106");
            case APPLICATION -> coding(AuditSystems.DICOM, "110100");
            case DECISION, CHECKPOINT -> coding(
                    AuditSystems.OWN_EVENT, entry.interaction().word());
            default -> coding(AuditSystems.EVENT, "rest");
        };
    }

    private ObjectNode subtype() {
        return switch (entry.interaction()) {
            case DISCLOSURE -> coding(AuditSystems.LIFECYCLE, "disclose");
            case APPLICATION -> coding(AuditSystems.DICOM, entry.name().equals("started") ? "110120" : "110121");
            case DECISION, CHECKPOINT -> coding(AuditSystems.OWN_NAME, entry.name());
            case REQUEST -> coding(AuditSystems.OWN_NAME, "request");
            default -> coding(AuditSystems.INTERACTION, REST.getOrDefault(entry.interaction(), "operation"));
        };
    }

    private void agents(ArrayNode agents) {
        Agent who = entry.agent();
        ObjectNode user = agents.addObject();
        user.set("type", Nodes.concept(AuditSystems.PARTICIPATION, "IRCP"));
        if (!who.roles().isEmpty()) {
            ArrayNode roles = user.putArray("role");
            who.roles().forEach(role -> roles.add(Nodes.concept(AuditSystems.CALLER_ROLE, role)));
        }
        identifier(user.putObject("who"), AuditSystems.SUBJECT, who.subject());
        user.put("requestor", true);
        if (!who.practice().isEmpty()) {
            user.putArray("policy").add(AuditSystems.PRACTICE + "/" + who.practice());
        }
        boolean toCaller = TO_CALLER.contains(entry.interaction());
        ObjectNode client = agents.addObject();
        client.set("type", Nodes.concept(AuditSystems.DICOM, toCaller ? "110152" : "110153"));
        identifier(client.putObject("who"), AuditSystems.SUBJECT, who.client());
        client.put("requestor", false);
        if (!who.address().isEmpty()) {
            client.putObject("network").put("address", who.address()).put("type", "2");
        }
        ObjectNode server = agents.addObject();
        server.set("type", Nodes.concept(AuditSystems.DICOM, toCaller ? "110153" : "110152"));
        server.putObject("who").put("display", "Plainclaim");
        server.put("requestor", false);
        recipient(agents);
    }

    private void recipient(ArrayNode agents) {
        String recipient = entry.detail("recipient");
        if (!recipient.isEmpty()) {
            ObjectNode agent = agents.addObject();
            agent.set("type", Nodes.concept(AuditSystems.PARTICIPATION, "IRCP"));
            agent.putObject("who").put("display", recipient);
            agent.put("requestor", false);
        }
    }

    private static void identifier(ObjectNode who, String system, String value) {
        who.putObject("identifier").put("system", system).put("value", value);
    }

    private void entities(ArrayNode entities) {
        if (!entry.patient().isEmpty()) {
            entity(entities, "1", "1").putObject("what").put("reference", entry.patient());
        }
        if (!entry.focus().isEmpty()) {
            entity(entities, "2", "3").putObject("what").put("reference", entry.focus());
        }
        entry.resources()
                .forEach(
                        resource -> entity(entities, "2", "4").putObject("what").put("reference", resource));
        if (!entry.query().isEmpty()) {
            entity(entities, "2", "24")
                    .put(
                            "query",
                            Base64.getEncoder().encodeToString(entry.query().getBytes(StandardCharsets.UTF_8)));
        }
        ObjectNode other = entity(entities, "4", "20");
        if (!entry.name().isEmpty()) {
            other.put("name", entry.name());
        }
        ArrayNode details = other.putArray("detail");
        detail(details, "sha256", place.hash());
        entry.details().forEach((name, value) -> detail(details, name, value));
    }

    private static ObjectNode entity(ArrayNode entities, String type, String role) {
        ObjectNode entity = entities.addObject();
        entity.set("type", coding(AuditSystems.ENTITY, type));
        entity.set("role", coding(AuditSystems.ROLE, role));
        return entity;
    }

    private static void detail(ArrayNode details, String type, String value) {
        details.addObject().put("type", type).put("valueString", value);
    }

    private static ObjectNode coding(String system, String code) {
        return Nodes.object().put("system", system).put("code", code);
    }
}
