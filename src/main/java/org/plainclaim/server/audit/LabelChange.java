package org.plainclaim.server.audit;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IBaseCoding;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/** What became of the security labels of a resource when it was stored. */
final class LabelChange {
    private LabelChange() {}

    /** Labels that came and went, as details of an entry; none if nothing changed. */
    static SortedMap<String, String> of(@Nullable IBaseResource former, IBaseResource resource) {
        List<String> before = former == null ? List.of() : labels(former);
        List<String> now = labels(resource);
        SortedMap<String, String> details = new TreeMap<>();
        put(details, "labels-added", now, before);
        put(details, "labels-removed", before, now);
        return details;
    }

    private static void put(SortedMap<String, String> to, String name, List<String> all, List<String> without) {
        String codes = all.stream().filter(code -> !without.contains(code)).collect(Collectors.joining(" "));
        if (!codes.isEmpty()) {
            to.put(name, codes);
        }
    }

    private static List<String> labels(IBaseResource resource) {
        return resource.getMeta().getSecurity().stream()
                .map(IBaseCoding::getCode)
                .filter(code -> code != null && code.matches("[A-Za-z0-9.-]{1,40}"))
                .distinct()
                .sorted()
                .toList();
    }
}
