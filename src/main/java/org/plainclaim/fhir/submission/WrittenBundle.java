package org.plainclaim.fhir.submission;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.plainclaim.fhir.Nodes;
import org.plainclaim.fhir.Systems;

/** A transaction in which every resource is created only if there is none with its identifier. */
final class WrittenBundle {
    /** System of identifiers made from what an imported resource says: opaque, and the same each time it is read in. */
    static final String IMPORTED = Systems.BASE + "NamingSystem/imported";

    private final ObjectNode bundle = Nodes.resource("Bundle").put("type", "transaction");
    private final ArrayNode entries = bundle.putArray("entry");
    private final Map<String, ObjectNode> written = new HashMap<>();

    /** What a resource is known by. */
    record Known(String system, String value) {
        /** Known by what it says. */
        static Known ofContent(Object... parts) {
            StringBuilder all = new StringBuilder(200);
            for (Object part : parts) {
                all.append(part).append('\n');
            }
            byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);
            return new Known(IMPORTED, UUID.nameUUIDFromBytes(bytes).toString());
        }
    }

    /**
     * Puts a resource in, once, and gives the reference to it. Another one under the same identifier, which says something
     * else, is known by what it says.
     */
    String add(ObjectNode resource, Known key) {
        String type = resource.path("resourceType").asText();
        String known = type + "|" + key.system() + "|" + key.value();
        if (key.system().equals(IMPORTED)) {
            identify(resource, key);
        }
        ObjectNode before = written.putIfAbsent(known, resource);
        if (before != null) {
            return before.equals(resource) ? url(known) : add(resource, Known.ofContent(type, resource));
        }
        ObjectNode entry = entries.addObject().put("fullUrl", url(known));
        entry.set("resource", resource);
        entry.putObject("request")
                .put("method", "POST")
                .put("url", type)
                .put("ifNoneExist", "identifier=" + encoded(key.system()) + "|" + encoded(key.value()));
        return url(known);
    }

    private static void identify(ObjectNode resource, Known key) {
        boolean there = false;
        for (var identifier : resource.path("identifier")) {
            there |= identifier.path("system").asText().equals(IMPORTED);
        }
        if (!there) {
            resource.withArray("identifier")
                    .addObject()
                    .put("system", key.system())
                    .put("value", key.value());
        }
    }

    /** The reference that a resource with this identifier has in the Bundle. */
    static String url(String type, Known key) {
        return url(type + "|" + key.system() + "|" + key.value());
    }

    private static String url(String known) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(known.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%3A", ":")
                .replace("%2F", "/")
                .replace("+", "%20");
    }

    ObjectNode bundle() {
        return bundle;
    }
}
