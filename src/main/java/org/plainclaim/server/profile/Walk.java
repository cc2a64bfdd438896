package org.plainclaim.server.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One look through one resource; ends without a word, or with a {@link Doubt}. */
final class Walk {
    private static final String MODIFIER = "modifierExtension";
    private static final String URI_VALUES = "urn:ietf:rfc:3986";

    private final Library library;
    private final CodedValues codes;
    private final References references;
    private final Extensions extensions;
    private final Contained contained;
    private Item resource;

    Walk(Library library, CodedValues codes, Item resource) {
        this.library = library;
        this.codes = codes;
        this.resource = resource;
        this.references = new References(library);
        this.extensions = new Extensions(library, this);
        this.contained = new Contained(resource.node());
    }

    void run(Shape shape) {
        object(shape, resource.node());
        contained.requireAllReferred();
    }

    /** An object against its shape. */
    void object(Shape shape, JsonNode node) {
        if (!node.isObject() || node.isEmpty()) {
            throw Doubt.broken("no object, or an empty one");
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            Property property = shape.property(entry.getKey());
            if (property != null) {
                values(property, entry.getValue(), shape);
            } else if (!entry.getKey().equals("resourceType") || shape != shapeOfResource()) {
                throw unknown(entry.getKey());
            }
        }
        for (List<Property> forms : shape.required()) {
            requireOne(forms, node);
        }
        for (List<Property> forms : shape.choices()) {
            refuseTwo(forms, node);
        }
        if (!shape.rules().isEmpty()) {
            rules(shape.rules(), new Item(node, shape.path(), shape));
        }
    }

    private @Nullable Shape shapeOfResource() {
        return resource.shape();
    }

    private static Doubt unknown(String name) {
        return name.startsWith("_")
                ? Doubt.uncovered("an extension of a simple value")
                : Doubt.broken("an unknown property");
    }

    private void values(Property property, JsonNode value, Shape parent) {
        Slot slot = property.slot();
        if (property.name().equals(MODIFIER)) {
            throw Doubt.uncovered("a modifier extension");
        }
        if (value.isArray() != slot.list() || (slot.list() && value.isEmpty())) {
            throw Doubt.broken(slot.path() + " is a list, or should be one");
        }
        int size = slot.list() ? value.size() : 1;
        if (size < slot.min() || size > slot.max()) {
            throw Doubt.broken(slot.path() + " is there too often or not often enough");
        }
        if (property.name().equals("extension")) {
            extensions.check(slot, value, parent);
        } else if (slot.list()) {
            value.forEach(each -> value(property, each));
        } else {
            value(property, value);
        }
    }

    private void value(Property property, JsonNode value) {
        if (property.type().equals("Resource")) {
            inner(value);
            return;
        }
        if (property.shape() == null) {
            simple(property, value);
        } else {
            object(property.shape().get(), value);
        }
        beyondItsShape(property, value);
        if (property.probe() != null) {
            codes.check(property.probe(), property.type(), value);
        }
        if (!property.slot().rules().isEmpty()) {
            rules(property.slot().rules(), property.item(value));
        }
    }

    /** What the stock validator asks of a type that no definition says. */
    private void beyondItsShape(Property property, JsonNode value) {
        switch (property.type()) {
            case "Identifier" -> {
                if (URI_VALUES.equals(value.path("system").asText())) {
                    throw Doubt.uncovered("an identifier whose value is a URI");
                }
            }
            case "Attachment" -> {
                if (value.has("size")) {
                    throw Doubt.uncovered("an attachment that states its size");
                }
            }
            case "Reference" -> references.check(value, property.targets(), contained);
            default -> {}
        }
    }

    void rules(List<Rule> rules, Item item) {
        for (Rule rule : rules) {
            rule.check(resource, item);
        }
    }

    private void simple(Property property, JsonNode value) {
        String fixed = property.slot().fixed();
        if (fixed != null) {
            if (!value.asText().equals(fixed)) {
                throw Doubt.broken(property.slot().path() + " has another value than the only one allowed");
            }
        } else if (property.slot().path().equals("Reference.reference")) {
            SimpleValues.check("string", value);
        } else {
            SimpleValues.check(property.type(), value);
        }
    }

    /** A contained resource is held to R4 alone; its rules see it as the resource. */
    private void inner(JsonNode node) {
        String type = node.path("resourceType").asText();
        if (!library.isResource(type)) {
            throw Doubt.broken("a contained resource of an unknown type");
        }
        Item outer = resource;
        Shape shape = library.type(type);
        resource = new Item(node, type, shape);
        contained.within(true);
        object(shape, node);
        contained.within(false);
        resource = outer;
    }

    private static void requireOne(List<Property> forms, JsonNode node) {
        for (Property form : forms) {
            if (node.has(form.name())) {
                return;
            }
        }
        throw Doubt.broken(forms.get(0).slot().path() + " is missing");
    }

    private static void refuseTwo(List<Property> forms, JsonNode node) {
        int found = 0;
        for (Property form : forms) {
            found += node.has(form.name()) ? 1 : 0;
        }
        if (found > 1) {
            throw Doubt.broken(forms.get(0).slot().path() + " is there in two forms");
        }
    }
}
