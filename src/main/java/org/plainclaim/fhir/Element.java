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

/**
 * An element of a resource, there or not, with the FHIRPath that leads to it.
 *
 * @param resource reference of the resource
 * @param path FHIRPath, such as {@code Encounter.period.start}
 * @param json what is there; a missing node if nothing is
 */
public record Element(String resource, String path, JsonNode json) {

    public Element child(String name) {
        return new Element(resource, path + "." + name, json.path(name));
    }

    /** A child of an open type, such as {@code performed} with the type {@code Period}. */
    public Element choice(String name, String type) {
        return new Element(resource, path + "." + name, json.path(name + type));
    }

    /** The repetitions of a child, in order; empty if there are none. */
    public List<Element> each(String name) {
        JsonNode repetitions = json.path(name);
        if (!repetitions.isArray()) {
            return List.of();
        }
        List<Element> elements = new ArrayList<>(repetitions.size());
        for (int i = 0; i < repetitions.size(); i++) {
            elements.add(new Element(resource, path + "." + name + "[" + i + "]", repetitions.get(i)));
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
        return path + ".extension('" + url + "')";
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
        return new Evidence(resource, path, text());
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
}
