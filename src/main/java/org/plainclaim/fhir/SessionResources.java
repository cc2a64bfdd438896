package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The resources that were handed over, found by every kind of reference that FHIR knows. */
public final class SessionResources {
    private static final Pattern TYPE_AND_ID =
            Pattern.compile("(?:.*/)?([A-Z][A-Za-z]+/[A-Za-z0-9.\\-]{1,64})(?:/_history/[^/]+)?");
    private static final Pattern CONDITIONAL = Pattern.compile("([A-Z][A-Za-z]+)\\?identifier=(.+)");

    private final List<Resource> all = new ArrayList<>();
    private final Map<String, List<Resource>> byType;
    private final Map<String, Resource> byReference;
    private final Map<String, Resource> byIdentifier;

    private SessionResources(
            Map<String, List<Resource>> byType, Map<String, Resource> byReference, Map<String, Resource> byIdentifier) {
        this.byType = byType;
        this.byReference = byReference;
        this.byIdentifier = byIdentifier;
    }

    /** The resources of a Bundle of any type, or the one resource that stands alone. */
    public static SessionResources of(JsonNode document) {
        SessionResources resources = new SessionResources(new HashMap<>(), new HashMap<>(), new HashMap<>());
        if (!document.path("resourceType").asText().equals("Bundle")) {
            resources.add(document, "", "");
            return resources;
        }
        resources.addAll(document);
        return resources;
    }

    /** Takes in the resources of a further Bundle; what is there already keeps its references. */
    void addAll(JsonNode bundle) {
        for (JsonNode entry : bundle.path("entry")) {
            if (entry.path("resource").isObject()) {
                String url = entry.path("request").path("url").asText();
                add(entry.get("resource"), entry.path("fullUrl").asText(), url);
            }
        }
    }

    /** The same with only the given resources in the lists by type; references lead where they led. */
    SessionResources listing(Map<String, List<Resource>> listed) {
        return new SessionResources(listed, byReference, byIdentifier);
    }

    private void add(JsonNode json, String fullUrl, String requestUrl) {
        String type = json.path("resourceType").asText();
        String id = json.path("id").isTextual() ? type + "/" + json.get("id").textValue() : "";
        Resource resource = new Resource(name(json, fullUrl, id), type, json);
        all.add(resource);
        byType.computeIfAbsent(type, t -> new ArrayList<>()).add(resource);
        byReference.putIfAbsent(resource.reference(), resource);
        for (String key : List.of(fullUrl, id, literal(fullUrl), literal(requestUrl))) {
            if (!key.isEmpty()) {
                byReference.putIfAbsent(key, resource);
            }
        }
        indexIdentifiers(resource);
        for (JsonNode part : json.path("contained")) {
            String reference = resource.reference() + "#" + part.path("id").asText();
            byReference.put(
                    reference, new Resource(reference, part.path("resourceType").asText(), part));
        }
    }

    private static String name(JsonNode json, String fullUrl, String id) {
        if (fullUrl.startsWith("urn:")) {
            return fullUrl;
        }
        if (!id.isEmpty()) {
            return id;
        }
        String literal = literal(fullUrl);
        return literal.isEmpty()
                ? "urn:uuid:" + UUID.nameUUIDFromBytes(json.toString().getBytes(StandardCharsets.UTF_8))
                : literal;
    }

    private void indexIdentifiers(Resource resource) {
        JsonNode identifiers = resource.json().path("identifier");
        for (JsonNode identifier : identifiers.isObject() ? List.of(identifiers) : identifiers) {
            byIdentifier.putIfAbsent(key(resource.type(), identifier), resource);
            byIdentifier.putIfAbsent(key("", identifier), resource);
        }
    }

    private static String key(String type, JsonNode identifier) {
        return type + "|" + identifier.path("system").asText() + "|"
                + identifier.path("value").asText();
    }

    /** {@code Type/id} of an absolute, relative or versioned reference; empty if it is another kind. */
    static String literal(String reference) {
        if (reference.isEmpty() || reference.startsWith("urn:")) {
            return "";
        }
        Matcher matcher = TYPE_AND_ID.matcher(reference);
        return matcher.matches() ? matcher.group(1) : "";
    }

    /** Everything that was handed over, in order. */
    public List<Resource> all() {
        return all;
    }

    /** Those of one type, in order. */
    public List<Resource> ofType(String type) {
        return byType.getOrDefault(type, List.of());
    }

    /** What an element of the type Reference refers to; empty if that is not among the resources. */
    public Optional<Resource> find(Element reference) {
        String text = reference.child("reference").textOr("");
        Resource found = text.isEmpty() ? null : byText(reference.resource(), text);
        return Optional.ofNullable(found == null ? identified(reference) : found);
    }

    /** What a url written in a resource leads to. */
    Optional<Resource> located(String from, String url) {
        return Optional.ofNullable(byText(from, url));
    }

    private @org.jspecify.annotations.Nullable Resource byText(String from, String text) {
        if (text.startsWith("#")) {
            int inside = from.indexOf('#');
            return byReference.get((inside < 0 ? from : from.substring(0, inside)) + text);
        }
        Resource found = byReference.get(text);
        if (found != null) {
            return found;
        }
        Matcher conditional = CONDITIONAL.matcher(text);
        if (conditional.matches()) {
            return byIdentifier.get(conditional.group(1) + "|" + identifier(conditional.group(2)));
        }
        return byReference.get(literal(text));
    }

    private static String identifier(String token) {
        try {
            String plain = URLDecoder.decode(token.replace("+", "%2B"), StandardCharsets.UTF_8);
            return plain.contains("|") ? plain : "|" + plain;
        } catch (IllegalArgumentException e) {
            return token;
        }
    }

    private @org.jspecify.annotations.Nullable Resource identified(Element reference) {
        JsonNode identifier = reference.json().path("identifier");
        return identifier.has("value")
                ? byIdentifier.get(key(reference.child("type").textOr(""), identifier))
                : null;
    }
}
