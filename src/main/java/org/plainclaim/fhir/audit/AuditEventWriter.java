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

    /** Whoever writes is the author of what is written; whoever asks receives. */
    private static final Set<Interaction> WRITES =
            EnumSet.of(Interaction.CREATE, Interaction.UPDATE, Interaction.PATCH, Interaction.DELETE);

    /** Ends of a data flow, as DICOM names them. */
    private static final String SOURCE_ROLE = "110153";

    private static final String DESTINATION_ROLE = "110152";
    private static final String APPLICATION = "110150";

    /** A search for everything. */
    static final String NO_QUERY = "?";

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
        source.set("observer", observer());
        source.putArray("type").add(coding(AuditSystems.SOURCE, "4"));
        entities(json.putArray("entity"));
        return json;
    }

    private String node() {
        return place.chain().replaceFirst("-[0-9]+$", "");
    }

    private ObjectNode observer() {
        ObjectNode observer = Nodes.object().put("display", "Plainclaim");
        observer.putObject("identifier").put("system", AuditSystems.NODE).put("value", node());
        return observer;
    }

    /** Only those of the patterns are named that the event fulfils. */
    private void profile() {
        String pattern = PATTERN.get(entry.interaction());
        boolean one = entry.resources().size() == 1 || entry.interaction() == Interaction.SEARCH;
        if (pattern != null && one && !entry.refused()) {
            json.putObject("meta")
                    .putArray("profile")
                    .add(AuditSystems.PROFILE + (entry.patient().isEmpty() ? "" : "Patient") + pattern);
        } else if (isDisclosure() && !entry.patient().isEmpty()) {
            json.putObject("meta").putArray("profile").add(AuditSystems.PROFILE + "PrivacyDisclosure.Source");
        }
    }

    private boolean isDisclosure() {
        return entry.interaction() == Interaction.DISCLOSURE;
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
        boolean author = WRITES.contains(entry.interaction()) || isDisclosure();
        user.set("type", Nodes.concept(AuditSystems.PARTICIPATION, author ? "AUT" : "IRCP"));
        if (!who.roles().isEmpty()) {
            ArrayNode roles = user.putArray("role");
            who.roles().forEach(role -> roles.add(Nodes.concept(AuditSystems.CALLER_ROLE, role)));
        }
        identifier(user.putObject("who"), AuditSystems.SUBJECT, who.subject());
        user.put("requestor", true);
        ObjectNode client = agents.addObject();
        client.set("type", Nodes.concept(AuditSystems.DICOM, clientRole()));
        identifier(client.putObject("who"), AuditSystems.SUBJECT, who.client());
        client.put("requestor", false);
        // what the program does of itself comes from its own machine
        network(
                client,
                who.address().isEmpty() ? node() : who.address(),
                who.address().isEmpty() ? "1" : "2");
        ObjectNode server = agents.addObject();
        server.set("type", serverRole());
        server.set("who", observer());
        server.put("requestor", false);
        network(server, node(), "1");
        recipient(agents);
    }

    private String clientRole() {
        if (entry.interaction() == Interaction.DELETE || isDisclosure()) {
            return APPLICATION;
        }
        return TO_CALLER.contains(entry.interaction()) ? DESTINATION_ROLE : SOURCE_ROLE;
    }

    private ObjectNode serverRole() {
        if (entry.interaction() == Interaction.DELETE) {
            return Nodes.concept(AuditSystems.CUSTODY, "custodian");
        }
        boolean source = TO_CALLER.contains(entry.interaction()) || isDisclosure();
        return Nodes.concept(AuditSystems.DICOM, source ? SOURCE_ROLE : DESTINATION_ROLE);
    }

    private static void network(ObjectNode agent, String address, String type) {
        agent.putObject("network").put("address", address).put("type", type);
    }

    private void recipient(ArrayNode agents) {
        String recipient = entry.detail("recipient");
        if (!recipient.isEmpty()) {
            ObjectNode agent = agents.addObject();
            agent.set("type", Nodes.concept(AuditSystems.DICOM, DESTINATION_ROLE));
            agent.putObject("who").put("display", recipient);
            agent.put("requestor", false);
            // over which wire it went is the partner's; the name of who receives is what is known of the place
            network(agent, AuditSystems.RECIPIENT + recipient, "5");
        }
    }

    private static void identifier(ObjectNode who, String system, String value) {
        who.putObject("identifier").put("system", system).put("value", value);
    }

    /**
     * The patterns want one record in a read or a write, and nothing but the query of a search as an object of the system:
     * what a search found bears its type.
     */
    private void entities(ArrayNode entities) {
        if (!entry.patient().isEmpty()) {
            entity(entities, "1", "1").putObject("what").put("reference", entry.patient());
        }
        boolean rest = PATTERN.containsKey(entry.interaction());
        boolean apart = rest && (!entry.resources().isEmpty() || entry.interaction() == Interaction.SEARCH);
        if (!entry.focus().isEmpty() && !apart) {
            entity(entities, "2", "3").putObject("what").put("reference", entry.focus());
        }
        entry.resources().forEach(resource -> record(entities, resource));
        if (!entry.query().isEmpty() || entry.interaction() == Interaction.SEARCH) {
            String query = entry.query().isEmpty() ? NO_QUERY : entry.query();
            entity(entities, "2", "24")
                    .put("query", Base64.getEncoder().encodeToString(query.getBytes(StandardCharsets.UTF_8)));
        }
        ObjectNode other = entity(entities, "4", "20");
        if (!entry.name().isEmpty()) {
            other.put("name", entry.name());
        }
        ArrayNode details = other.putArray("detail");
        detail(details, "sha256", place.hash());
        if (apart && !entry.focus().isEmpty()) {
            detail(details, AuditSystems.ABOUT, entry.focus());
        }
        if (!entry.agent().practice().isEmpty()) {
            detail(details, AuditSystems.OF_PRACTICE, entry.agent().practice());
        }
        entry.details().forEach((name, value) -> detail(details, name, value));
    }

    private void record(ArrayNode entities, String resource) {
        ObjectNode entity = entity(entities, "2", "4");
        if (entry.interaction() == Interaction.SEARCH) {
            entity.set("type", coding(AuditSystems.TYPES, resource.replaceFirst("/.*", "")));
        }
        entity.putObject("what").put("reference", resource);
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
