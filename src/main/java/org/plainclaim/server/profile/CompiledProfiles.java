package org.plainclaim.server.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;

/** The compiled checks over one stock validator. */
final class CompiledProfiles {
    private final Library library;
    private final CodedValues codes;

    CompiledProfiles(StockValidator stock) {
        library = new Library(stock.support(), stock.probes());
        codes = new CodedValues(
                (probe, value) -> stock.accepts(Probes.resource(probe, value).toString(), List.of()));
    }

    /** Looks at a resource under each of these profiles, or under R4 alone if there is none. */
    Judgement judge(JsonNode resource, Collection<String> profiles) {
        String type = resource.path("resourceType").asText();
        try {
            if (!library.isResource(type)) {
                return Judgement.of(Doubt.broken("no resource of a known type"));
            }
            for (JsonNode named : resource.at("/meta/profile")) {
                requireAsked(named, profiles);
            }
            if (profiles.isEmpty()) {
                look(resource, library.type(type));
            }
            for (String profile : profiles) {
                look(resource, library.shape(profile));
            }
            return Judgement.VALID;
        } catch (Doubt doubt) {
            return Judgement.of(doubt);
        }
    }

    private static void requireAsked(JsonNode named, Collection<String> profiles) {
        if (!profiles.contains(named.asText())) {
            throw Doubt.uncovered("a profile that was not asked for");
        }
    }

    private void look(JsonNode resource, Shape shape) {
        if (!shape.path().equals(resource.path("resourceType").asText())) {
            throw Doubt.broken("a profile of another type");
        }
        new Walk(library, codes, new Item(resource, shape.path(), shape)).run(shape);
    }
}
