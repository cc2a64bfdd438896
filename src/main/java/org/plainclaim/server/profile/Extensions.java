package org.plainclaim.server.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Extensions: those of the profile, those that are known, and those that nobody here knows. */
final class Extensions {
    private final Library library;
    private final Walk walk;

    Extensions(Library library, Walk walk) {
        this.library = library;
        this.walk = walk;
    }

    void check(Slot slot, JsonNode list, Shape parent) {
        for (JsonNode extension : list) {
            String url = extension.path("url").asText();
            Slice slice = slot.slice(url);
            if (slice != null && slice.shape() != null) {
                walk.object(slice.shape().get(), extension);
            } else {
                known(url, extension, parent);
            }
        }
        for (Slice slice : slot.slices()) {
            count(slice, list);
        }
    }

    /** The slices of a list that is not there; those that must be are missed by the list's own minimum. */
    private void count(Slice slice, JsonNode list) {
        int found = 0;
        for (JsonNode extension : list) {
            if (extension.path("url").asText().equals(slice.url())) {
                found++;
                rules(slice, extension);
            }
        }
        if (found < slice.min() || found > slice.max()) {
            throw Doubt.broken("the extension " + slice.url() + " is there too often or not often enough");
        }
    }

    private void rules(Slice slice, JsonNode extension) {
        List<Rule> rules = slice.rules();
        if (!rules.isEmpty()) {
            walk.rules(rules, new Item(extension, "Extension", library.type("Extension")));
        }
    }

    private void known(String url, JsonNode extension, Shape parent) {
        if (library.knows(url)) {
            Shape shape = library.shape(url);
            if (!shape.contexts().contains(parent.path()) && !shape.contexts().contains("Element")) {
                throw Doubt.uncovered("the extension " + url + " at " + parent.path());
            }
            walk.object(shape, extension);
        } else if (SimpleValues.isAddress(url)) {
            walk.object(library.type("Extension"), extension);
        } else {
            throw Doubt.uncovered("an extension that is not known");
        }
    }
}
