package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.plainclaim.explanation.Source;

/** The FHIR data types that the writers need. */
public final class Nodes {
    private Nodes() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ObjectNode resource(String type) {
        return object().put("resourceType", type);
    }

    /** A Reference; a person known by NPI only is referred to by identifier, a contained resource by its container. */
    public static ObjectNode reference(String text) {
        if (text.startsWith(Systems.NPI + "|")) {
            ObjectNode logical = object();
            logical.putObject("identifier")
                    .put("system", Systems.NPI)
                    .put("value", text.substring(Systems.NPI.length() + 1));
            return logical;
        }
        return object().put("reference", container(text));
    }

    /** The resource that has a contained one. */
    public static String container(String reference) {
        int inside = reference.indexOf('#');
        return inside < 0 ? reference : reference.substring(0, inside);
    }

    public static ObjectNode concept(String system, String code) {
        ObjectNode concept = object();
        concept.putArray("coding").addObject().put("system", system).put("code", code);
        return concept;
    }

    public static ObjectNode day(LocalDate date) {
        return object().put("start", date.toString()).put("end", date.toString());
    }

    /** The time a rule holds for; a rule that always held says that its start is not known. */
    public static ObjectNode effective(Source source) {
        ObjectNode period = object();
        LocalDate from = source.effectiveFrom();
        LocalDate to = source.effectiveTo();
        if (from == null) {
            period.putObject("_start")
                    .putArray("extension")
                    .addObject()
                    .put("url", "http://hl7.org/fhir/StructureDefinition/data-absent-reason")
                    .put("valueCode", "unknown");
        } else {
            period.put("start", from.toString());
        }
        if (to != null) {
            period.put("end", to.toString());
        }
        return period;
    }
}
