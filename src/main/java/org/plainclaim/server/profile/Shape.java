package org.plainclaim.server.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the properties of an object must be: a resource, a data type, or an element with elements of its own. */
final class Shape {
    private final String path;
    private final Set<String> contexts;
    private final Map<String, Property> properties = new HashMap<>();
    private final Map<String, List<Property>> steps = new HashMap<>();
    private final List<List<Property>> required = new ArrayList<>();
    private final List<List<Property>> choices = new ArrayList<>();
    private final List<Rule> rules;

    /**
     * Puts the slots together.
     *
     * @param path such as {@code Claim.item}
     * @param contexts where it may stand, for the definition of an extension
     * @param slots each slot with its forms
     * @param rules invariants that hold for the object
     */
    Shape(String path, Set<String> contexts, Map<String, List<Property>> slots, List<Rule> rules) {
        this.path = path;
        this.contexts = Set.copyOf(contexts);
        this.rules = List.copyOf(rules);
        slots.forEach((step, forms) -> {
            steps.put(step, List.copyOf(forms));
            forms.forEach(form -> properties.put(form.name(), form));
            if (!forms.isEmpty() && forms.get(0).slot().min() > 0) {
                required.add(List.copyOf(forms));
            }
            if (forms.size() > 1) {
                choices.add(List.copyOf(forms));
            }
        });
    }

    String path() {
        return path;
    }

    Set<String> contexts() {
        return contexts;
    }

    List<Rule> rules() {
        return rules;
    }

    /** Slots that must be there, each with the properties that may stand for it. */
    List<List<Property>> required() {
        return required;
    }

    /** Slots that may be written as one of several properties. */
    List<List<Property>> choices() {
        return choices;
    }

    @Nullable
    Property property(String name) {
        return properties.get(name);
    }

    /** The properties that a FHIRPath step of this name leads to. */
    List<Property> step(String name) {
        List<Property> forms = steps.get(name);
        if (forms == null) {
            throw Doubt.uncovered("a rule asks for " + path + "." + name);
        }
        return forms;
    }
}
