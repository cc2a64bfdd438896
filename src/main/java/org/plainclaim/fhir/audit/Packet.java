package org.plainclaim.fhir.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.plainclaim.fhir.Nodes;

/**
 * What a payer's audit gets to see of a claim, before it is signed.
 *
 * @param claim reference of the claim
 * @param patient reference of the patient
 * @param made when it was put together
 * @param base the FHIR base of the server
 * @param sections its parts as people read them
 * @param resources its parts as programs read them, each with id and version
 * @param publicKey the key that its signature is checked with, in PEM
 */
public record Packet(
        String claim,
        String patient,
        Instant made,
        String base,
        List<PacketSection> sections,
        List<JsonNode> resources,
        String publicKey) {
    private static final String STYLE =
            "body{font-family:sans-serif;margin:2em;max-width:75em}table{border-collapse:collapse;max-width:100%}"
                    + "td,th{border:1px solid #999;padding:.2em .5em;text-align:left;vertical-align:top;font-size:90%}"
                    // sums of 64 letters would make a table wider than any sheet
                    + "td{overflow-wrap:anywhere;min-width:5em}h2,p{break-after:avoid}tr{break-inside:avoid}"
                    + "thead{display:table-header-group}"
                    + "@page{size:landscape;margin:12mm}@media print{body{margin:0;max-width:none;font-size:10pt}}";

    public Packet {
        sections = List.copyOf(sections);
        resources = List.copyOf(resources);
    }

    /** A page for people. */
    public String page() {
        StringBuilder html = new StringBuilder(20_000)
                .append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"/><title>")
                .append(PacketSection.escape(title()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(PacketSection.escape(title()))
                .append("</h1><p>Put together at ")
                .append(PacketSection.escape(made.toString()))
                .append(patient.isEmpty() ? "" : " about " + PacketSection.escape(patient))
                .append(". The same is signed in the Bundle that $audit-packet gives to programs.</p>");
        sections.forEach(section -> html.append("<h2>")
                .append(PacketSection.escape(section.title()))
                .append("</h2>")
                .append(section.html()));
        return html.append("</body></html>\n").toString();
    }

    /** A document Bundle without a signature. */
    public ObjectNode bundle() {
        ObjectNode bundle = Nodes.resource("Bundle").put("type", "document").put("timestamp", made.toString());
        bundle.putObject("identifier")
                .put("system", "https://plainclaim.org/fhir/NamingSystem/audit-packet")
                .put("value", claim + "@" + made);
        ArrayNode entries = bundle.putArray("entry");
        add(entries, composition());
        resources.forEach(resource -> add(entries, resource));
        add(entries, binary("page", "text/html", page()));
        add(entries, binary("public-key", "application/x-pem-file", publicKey));
        return bundle;
    }

    private String title() {
        return "Audit packet of " + claim;
    }

    private void add(ArrayNode entries, JsonNode resource) {
        entries.addObject()
                .put(
                        "fullUrl",
                        base + "/" + resource.path("resourceType").asText() + "/"
                                + resource.path("id").asText())
                .set("resource", resource);
    }

    private ObjectNode composition() {
        ObjectNode composition =
                Nodes.resource("Composition").put("id", "audit-packet").put("status", "final");
        composition.putObject("type").put("text", "Audit packet of a claim");
        if (!patient.isEmpty()) {
            composition.putObject("subject").put("reference", patient);
        }
        composition.put("date", made.toString());
        composition.putArray("author").addObject().put("display", "Plainclaim");
        composition.put("title", title());
        ArrayNode parts = composition.putArray("section");
        for (PacketSection section : sections) {
            ObjectNode part = parts.addObject().put("title", section.title());
            part.putObject("text")
                    .put("status", "generated")
                    .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + section.html() + "</div>");
        }
        return composition;
    }

    /** A file that is part of it. */
    public static ObjectNode binary(String id, String type, String text) {
        return Nodes.resource("Binary")
                .put("id", id)
                .put("contentType", type)
                .put("data", Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }
}
