package org.plainclaim.server.operation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.HistoryDocument;

/**
 * What the store holds of the other sessions and claims of a patient.
 *
 * @param document the sessions, and the claims that were not derived from one of them; null if nobody looked
 * @param versions versioned reference of each resource, by its plain reference
 * @param derived the active claims that were derived here
 */
record StoredHistory(@Nullable HistoryDocument document, Map<String, String> versions, List<DerivedFrom> derived) {
    static final StoredHistory NOTHING = new StoredHistory(null, Map.of(), List.of());

    StoredHistory {
        versions = Map.copyOf(versions);
        derived = List.copyOf(derived);
    }

    /**
     * An active claim that was derived here.
     *
     * @param encounter reference of the session that it bills
     * @param named references of all that it gives as evidence
     */
    record DerivedFrom(String encounter, Set<String> named) {
        DerivedFrom {
            named = Set.copyOf(named);
        }
    }
}
