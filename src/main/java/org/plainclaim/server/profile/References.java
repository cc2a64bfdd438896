package org.plainclaim.server.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where references may point to. */
final class References {
    private static final Pattern TYPED =
            Pattern.compile("(?:https?://[A-Za-z0-9._:/-]+/)?([A-Z][A-Za-z]+)/[A-Za-z0-9.-]{1,64}"
                    + "(?:/_history/[A-Za-z0-9.-]{1,64})?");
    private static final Pattern UUID =
            Pattern.compile("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private final Library library;

    References(Library library) {
        this.library = library;
    }

    void check(JsonNode reference, Set<String> targets, Contained contained) {
        String address = reference.path("reference").asText();
        String stated = reference.has("type") ? reference.path("type").asText() : null;
        if (address.isEmpty() || UUID.matcher(address).matches()) {
            if (stated != null) {
                throw Doubt.uncovered("a reference that says a type and no address");
            }
            return;
        }
        boolean inside = address.startsWith("#");
        String type = inside ? contained.type(address.substring(1)) : typeOf(address);
        if (type == null || !library.isResource(type)) {
            throw Doubt.uncovered("a reference of an unusual form");
        }
        if (stated != null && !stated.equals(type)) {
            throw Doubt.uncovered("a reference that says another type");
        }
        // like the stock validator, which fetches nothing: the type of what is elsewhere is not held to the targets
        if (inside && !targets.isEmpty() && !targets.contains(type)) {
            throw Doubt.broken("a reference to a contained resource of a type that is not allowed");
        }
    }

    private static @Nullable String typeOf(String address) {
        Matcher matcher = TYPED.matcher(address);
        return matcher.matches() ? matcher.group(1) : null;
    }
}
