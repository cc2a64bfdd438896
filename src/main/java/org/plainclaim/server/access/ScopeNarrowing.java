package org.plainclaim.server.access;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plainclaim.access.Asked;
import org.plainclaim.access.Caller;
import org.plainclaim.access.Interaction;
import org.plainclaim.access.Reach;
import org.plainclaim.server.search.Narrowing;

/** Narrows a search to what the scopes of the caller reach, in the search itself, so that counts are right. */
final class ScopeNarrowing implements Narrowing {
    private final Gate gate;
    private final Scoped scoped;

    ScopeNarrowing(Gate gate, Scoped scoped) {
        this.gate = gate;
        this.scoped = scoped;
    }

    @Override
    public Map<String, String[]> narrowed(String type, Map<String, String[]> sent, RequestDetails request) {
        Caller caller = Callers.of(request);
        Reach reach = gate.look(caller, Asked.to(Interaction.SEARCH, type)).reach();
        if (reach.everything()) {
            return sent;
        }
        List<Map<String, String[]>> ways = reach.scopes().stream()
                .flatMap(scope -> scoped.search(scope, type, caller.scopes().launch()).stream())
                .toList();
        if (ways.isEmpty()) {
            throw new ForbiddenOperationException(
                    "This is not allowed: the scopes of the token reach nothing of " + type + " here.");
        }
        if (ways.stream().anyMatch(way -> isAsked(way, sent))) {
            return sent;
        }
        if (ways.size() == 1) {
            return Queries.both(sent, ways.get(0));
        }
        return oneOf(ways)
                .map(way -> Queries.both(sent, way))
                .orElseThrow(() -> new ForbiddenOperationException("This is not allowed: the token reaches " + type
                        + " by several scopes that are not one search; search by the parameters of one of them."));
    }

    /** Whether the search that was sent stays within a scope by itself. */
    private static boolean isAsked(Map<String, String[]> way, Map<String, String[]> sent) {
        return way.entrySet().stream().allMatch(entry -> Arrays.asList(sent.getOrDefault(entry.getKey(), new String[0]))
                .containsAll(Arrays.asList(entry.getValue())));
    }

    /** Scopes that differ in the one value of one parameter are one search for either value. */
    private static Optional<Map<String, String[]>> oneOf(List<Map<String, String[]>> ways) {
        String name = ways.get(0).keySet().iterator().next();
        boolean alike = !name.contains(":not")
                && ways.stream().allMatch(way -> way.size() == 1 && way.getOrDefault(name, new String[0]).length == 1);
        if (!alike) {
            return Optional.empty();
        }
        String values = ways.stream()
                .flatMap(way -> way.values().stream())
                .map(value -> value[0])
                .collect(Collectors.joining(","));
        return Optional.of(Map.of(name, new String[] {values}));
    }
}
