package org.plainclaim.server.access;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Follows one search through chains, {@code _has}, sorts and includes to the other types that it touches. */
final class SearchTrail {
    private static final String HAS = "_has:";

    private final ISearchParamRegistry parameters;
    private final Set<String> stored;
    private final List<Touched> touched = new ArrayList<>();
    private final Set<String> followed = new HashSet<>();

    private SearchTrail(ISearchParamRegistry parameters, Set<String> stored) {
        this.parameters = parameters;
        this.stored = stored;
    }

    /** What a search of the type touches besides it. */
    static List<Touched> of(
            String type, Map<String, String[]> sent, ISearchParamRegistry parameters, Set<String> stored) {
        SearchTrail trail = new SearchTrail(parameters, stored);
        sent.forEach((name, values) -> trail.parameter(type, name, values));
        return List.copyOf(trail.touched);
    }

    private void parameter(String type, String name, String[] values) {
        String plain = name.replaceFirst(":.*", "");
        switch (plain) {
            case "_sort" -> each(values, value -> criterion(type, value.replaceFirst("^[-+]", ""), value));
            case "_include" -> each(values, value -> include(type, value));
            case "_revinclude" -> each(values, this::reverseInclude);
            default -> criterion(type, name, name);
        }
    }

    private static void each(String[] values, java.util.function.Consumer<String> what) {
        for (String value : values) {
            for (String one : value.split(",", -1)) {
                if (!one.isBlank()) {
                    what.accept(one.strip());
                }
            }
        }
    }

    private void criterion(String type, String path, String said) {
        if (!followed.add(type + "?" + path)) {
            return;
        }
        if (path.startsWith(HAS)) {
            reverseChain(path.substring(HAS.length()), said);
            return;
        }
        int point = path.indexOf('.');
        if (point < 0) {
            return;
        }
        String head = path.substring(0, point);
        String rest = path.substring(point + 1);
        for (String target : targets(type, head)) {
            if (hasParameter(target, rest)) {
                touched.add(Touched.byValue(target, said));
                criterion(target, rest, said);
            }
        }
    }

    /** {@code Observation:patient:code}, or another chain behind the second colon. */
    private void reverseChain(String path, String said) {
        String[] parts = path.split(":", 3);
        touched.add(Touched.byValue(parts[0], said));
        if (parts.length == 3) {
            criterion(parts[0], parts[2], said);
        }
    }

    private void include(String type, String value) {
        String[] parts = value.split(":", 3);
        if (value.equals("*")) {
            return;
        }
        if (!parts[0].equals(type) && !parts[0].equals("*")) {
            // what is included from there shows what its resources refer to, even if they are left out themselves
            touched.add(Touched.byValue(parts[0], value));
        }
        if (parts.length == 3) {
            touched.add(Touched.brought(Set.of(parts[2]), value));
        } else if (parts.length == 2 && !parts[1].equals("*")) {
            Set<String> targets = targets(parts[0], parts[1]);
            if (!targets.isEmpty()) {
                touched.add(Touched.brought(targets, value));
            }
        }
    }

    private void reverseInclude(String value) {
        String source = value.split(":", 2)[0];
        if (!source.equals("*")) {
            touched.add(Touched.brought(Set.of(source), value));
        }
    }

    /** The types that {@code subject} or {@code subject:Patient} leads to. */
    private Set<String> targets(String type, String head) {
        int colon = head.indexOf(':');
        if (colon >= 0) {
            return Set.of(head.substring(colon + 1));
        }
        @Nullable
        RuntimeSearchParam parameter = parameters.getActiveSearchParam(type, head, SearchParamLookupContextEnum.SEARCH);
        if (parameter == null) {
            // there is no such parameter, so the search is refused
            return Set.of();
        }
        Set<String> targets = new TreeSet<>(parameter.hasTargets() ? parameter.getTargets() : stored);
        targets.retainAll(stored);
        return targets;
    }

    private boolean hasParameter(String type, String path) {
        String name = path.replaceFirst("[.:].*", "");
        return name.startsWith("_")
                || !stored.contains(type)
                || parameters.getActiveSearchParam(type, name, SearchParamLookupContextEnum.SEARCH) != null;
    }
}
