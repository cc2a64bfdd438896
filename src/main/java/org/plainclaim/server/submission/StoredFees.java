package org.plainclaim.server.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plainclaim.server.store.CurrentVersions;
import org.plainclaim.server.store.CurrentVersions.Current;

/** The fee schedule in the store, kept at hand until one of its ChargeItemDefinitions changes. */
public final class StoredFees {
    private static final String TYPE = "ChargeItemDefinition";

    private final CurrentVersions store;
    private volatile Kept kept = new Kept("", Map.of());

    private record Kept(String stamp, Map<String, List<Current>> byCode) {}

    public StoredFees(CurrentVersions store) {
        this.store = store;
    }

    /** The definitions for some procedure codes. */
    List<Current> of(Collection<String> codes) {
        Map<String, List<Current>> byCode = current().byCode();
        return codes.stream()
                .distinct()
                .flatMap(code -> byCode.getOrDefault(code, List.of()).stream())
                .distinct()
                .toList();
    }

    /** The stamp is taken first: what changes in between is read again the next time. */
    private Kept current() {
        String stamp = store.stamp(TYPE);
        Kept now = kept;
        if (!now.stamp().equals(stamp)) {
            Map<String, List<Current>> byCode = new HashMap<>();
            for (Current definition : store.ofType(TYPE)) {
                for (JsonNode coding : definition.json().path("code").path("coding")) {
                    byCode.computeIfAbsent(coding.path("code").asText(), code -> new ArrayList<>())
                            .add(definition);
                }
            }
            now = new Kept(stamp, byCode);
            kept = now;
        }
        return now;
    }
}
