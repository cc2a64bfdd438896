package org.plainclaim.codes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Every code system at hand.
 *
 * @param systems by id
 * @param edits the national edits that were loaded
 */
public record CodeStore(Map<String, DatedCodeSystem> systems, NationalEdits edits) {
    /** Nothing is known of any code. */
    public static final CodeStore EMPTY = new CodeStore(Map.of());

    /** Id of ICD-10-CM. */
    public static final String ICD_10_CM = "icd-10-cm";

    public CodeStore {
        systems = Collections.unmodifiableMap(new LinkedHashMap<>(systems));
    }

    /** Code systems without national edits. */
    public CodeStore(Map<String, DatedCodeSystem> systems) {
        this(systems, NationalEdits.NONE);
    }

    /** A system by its id. */
    public Optional<DatedCodeSystem> system(String id) {
        return Optional.ofNullable(systems.get(id));
    }

    /** A system by the URI that FHIR knows it by. */
    public Optional<DatedCodeSystem> ofUri(String uri) {
        return systems.values().stream()
                .filter(system -> system.uri().equals(uri))
                .findFirst();
    }
}
