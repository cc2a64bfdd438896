package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/** An element of a resource, there or not, with the FHIRPath that leads to it. */
public final class Element {
    private static final int ONLY = -1;

    private final String resource;
    private final @Nullable Element parent;
    private final String name;
    private final int index;
    private final JsonNode json;

    /** Made when it is asked for: of most elements only what is there is looked at. */
    private @Nullable String path;

    /**
     * An element.
     *
     * @param resource reference of the resource
     * @param path FHIRPath, such as {@code Encounter.period.start}
     * @param json what is there; a missing node if nothing is
     */
    public Element(String resource, String path, JsonNode json) {
        this(resource, null, path, ONLY, json);
    }

    private Element(String resource, @Nullable Element parent, String name, int index, JsonNode json) {
        this.resource = resource;
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.json = json;
    }

    /** Reference of the resource. */
    public String resource() {
        return resource;
    }

    /** FHIRPath, such as {@code Encounter.period.start}. */
    public String path() {
        String known = path;
        if (known == null) {
            String whole = parent == null ? name : parent.path() + "." + name;
            known = index == ONLY ? whole : whole + "[" + index + "]";
            path = known;
        }
        return known;
    }

    /** What is there; a missing node if nothing is. */
    public JsonNode json() {
        return json;
    }

    public Element child(String child) {
        return new Element(resource, this, child, ONLY, json.path(child));
    }

    /** A child of an open type, such as {@code performed} with the type {@code Period}. */
    public Element choice(String child, String type) {
        return new Element(resource, this, child, ONLY, json.path(child + type));
    }

    /** The repetitions of a child, in order; empty if there are none. */
    public List<Element> each(String child) {
        JsonNode repetitions = json.path(child);
        if (!repetitions.isArray()) {
            return List.of();
        }
        List<Element> elements = new ArrayList<>(repetitions.size());
        for (int i = 0; i < repetitions.size(); i++) {
            elements.add(new Element(resource, this, child, i, repetitions.get(i)));
        }
        return elements;
    }

    /** The first extension with the given URL. */
    public Element extension(String url) {
        return extensions(url).stream()
                .findFirst()
                .orElseGet(() -> new Element(resource, extensionPath(url), MissingNode.getInstance()));
    }

    /** All extensions with the given URL. */
    public List<Element> extensions(String url) {
        List<Element> found = new ArrayList<>();
        for (JsonNode extension : json.path("extension")) {
            if (url.equals(extension.path("url").textValue())) {
                String place = extensionPath(url) + (found.isEmpty() ? "" : "[" + found.size() + "]");
                found.add(new Element(resource, place, extension));
            }
        }
        return found;
    }

    private String extensionPath(String url) {
        return path() + ".extension('" + url + "')";
    }

    public boolean present() {
        return !json.isMissingNode() && !json.isNull();
    }

    /** The text of a primitive; null if the element is not there or no primitive. */
    @Nullable
    public String text() {
        return json.isValueNode() && !json.isNull() ? json.asText() : null;
    }

    public String textOr(String other) {
        String text = text();
        return text == null ? other : text;
    }

    public boolean is(String value) {
        return value.equals(text());
    }

    public Evidence evidence() {
        return new Evidence(resource, path(), text());
    }

    /** The text as a fact, unknown if the element is not there. */
    public Fact<String> fact() {
        return fact(Optional::of);
    }

    /** The text turned into a value; the fact is unknown, with what is written as evidence, if that does not succeed. */
    public <T> Fact<T> fact(Function<String, Optional<T>> reading) {
        String text = text();
        return new Fact<>(text == null ? null : reading.apply(text).orElse(null), List.of(evidence()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Element element
                && element.resource.equals(resource)
                && element.path().equals(path())
                && element.json.equals(json);
    }

    @Override
    public int hashCode() {
        return 31 * resource.hashCode() + path().hashCode();
    }

    @Override
    public String toString() {
        return path() + " of " + resource;
    }
}
