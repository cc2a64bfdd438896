package org.plainclaim.server.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;

/** To which of the patient's coverages a claim goes. */
public final class FocalCoverage {
    private FocalCoverage() {}

    /** Sends the claim to a coverage; null leaves it as the claim says. */
    static Consumer<ObjectNode> of(@Nullable String coverage) {
        return coverage == null ? claim -> {} : claim -> focus(claim, coverage);
    }

    private static void focus(ObjectNode claim, String coverage) {
        ArrayNode insurances = claim.withArray("insurance");
        boolean named = false;
        for (JsonNode insurance : insurances) {
            boolean focal = same(insurance.at("/coverage/reference").asText(), coverage);
            ((ObjectNode) insurance).put("focal", focal);
            named |= focal;
        }
        if (!named) {
            ObjectNode added = insurances.addObject();
            added.put("sequence", insurances.size()).put("focal", true);
            added.putObject("coverage").put("reference", coverage);
        }
    }

    /** The coverage that a claim goes to; empty if it names none. */
    public static String named(JsonNode claim) {
        JsonNode insurances = claim.path("insurance");
        for (JsonNode insurance : insurances) {
            if (insurance.path("focal").asBoolean()) {
                return insurance.at("/coverage/reference").asText();
            }
        }
        return insurances.path(0).at("/coverage/reference").asText();
    }

    static boolean same(String one, String other) {
        IdType left = new IdType(one);
        IdType right = new IdType(other);
        return left.hasIdPart()
                && left.getIdPart().equals(right.getIdPart())
                && String.valueOf(left.getResourceType()).equals(String.valueOf(right.getResourceType()));
    }
}
