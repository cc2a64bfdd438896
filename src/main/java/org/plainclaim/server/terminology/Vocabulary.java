package org.plainclaim.server.terminology;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.plainclaim.codes.CodeMap;
import org.plainclaim.codes.CodeStore;
import org.plainclaim.codes.DatedCode;
import org.plainclaim.codes.DatedCodeSystem;

/** Everything that can be asked about, as of one code store. */
final class Vocabulary {
    private static final int KEPT_EXPANSIONS = 8;

    private final CodeStore store;
    private final String tag = UUID.randomUUID().toString().substring(0, 13);
    private final Instant since = Instant.now();
    private final List<DatedCodeSystem> described = new ArrayList<>();
    private final Map<String, DatedCodeSystem> systems = new LinkedHashMap<>();
    private final Map<String, NamedSet> sets = new LinkedHashMap<>();
    private final List<CodeMap> maps = new ArrayList<>();
    private final Map<String, List<Member>> expansions = new ConcurrentHashMap<>();

    /**
     * A code of a value set.
     *
     * @param system where it comes from
     * @param code the code
     */
    record Member(DatedCodeSystem system, DatedCode code) {}

    /**
     * What does not change with the code store.
     *
     * @param own our code systems that have a definition
     * @param named our code systems that only concept maps speak of
     * @param sets value sets
     * @param maps concept maps
     */
    record Shipped(List<DatedCodeSystem> own, List<DatedCodeSystem> named, List<NamedSet> sets, List<CodeMap> maps) {}

    Vocabulary(CodeStore store, Shipped shipped) {
        this.store = store;
        described.addAll(store.systems().values());
        described.addAll(shipped.named());
        described.forEach(system -> systems.put(system.uri(), system));
        shipped.own().forEach(system -> systems.putIfAbsent(system.uri(), system));
        shipped.sets().forEach(set -> sets.put(set.url(), set));
        shipped.maps().forEach(map -> maps.add(settled(map)));
    }

    /** The URI of a map's source is that of the code system at hand. */
    private CodeMap settled(CodeMap map) {
        String uri = store.system(map.source()).map(DatedCodeSystem::uri).orElse(map.sourceUri());
        return new CodeMap(map.id(), map.title(), map.source(), uri, map.targetUri(), map.rows());
    }

    /** True if this was made of that store. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(CodeStore other) {
        // comparing the codes would be dear; another store with the same codes is made anew
        return store == other;
    }

    /** Changes when anything in here may have changed. */
    String tag() {
        return tag;
    }

    /** When it was made. */
    Instant since() {
        return since;
    }

    /** The code systems that have no definition of their own. */
    List<DatedCodeSystem> described() {
        return Collections.unmodifiableList(described);
    }

    DatedCodeSystem system(String uri) throws Refused {
        DatedCodeSystem system = systems.get(uri);
        if (system == null) {
            throw Refused.unknown(
                    "There is no code system '" + uri + "' here; list those there are with GET CodeSystem.");
        }
        return system;
    }

    DatedCodeSystem systemOfId(String id) throws Refused {
        return systems.values().stream()
                .filter(system -> system.id().equals(id))
                .findFirst()
                .orElseThrow(
                        () -> Refused.unknown("There is no CodeSystem '" + id + "'; list them with GET CodeSystem."));
    }

    NamedSet set(String url) throws Refused {
        NamedSet set = sets.get(url);
        if (set == null) {
            throw Refused.unknown("There is no value set '" + url + "' here; list those there are with GET ValueSet.");
        }
        return set;
    }

    NamedSet setOfId(String id) throws Refused {
        return sets.values().stream()
                .filter(set -> set.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refused.unknown("There is no ValueSet '" + id + "'; list them with GET ValueSet."));
    }

    List<CodeMap> maps() {
        return Collections.unmodifiableList(maps);
    }

    /** The codes of a value set that are in use on a date, or were in the nearest release. */
    List<Member> expand(NamedSet set, LocalDate date) throws Refused {
        String key = set.url() + "|" + date;
        List<Member> kept = expansions.get(key);
        if (kept != null) {
            return kept;
        }
        List<Member> members = new ArrayList<>();
        for (String uri : set.selection().systems().toList()) {
            DatedCodeSystem system = system(uri);
            system.codes(date)
                    .filter(code -> set.selection().has(uri, code))
                    .forEach(code -> members.add(new Member(system, code)));
        }
        if (expansions.size() >= KEPT_EXPANSIONS) {
            expansions.clear();
        }
        expansions.put(key, List.copyOf(members));
        return members;
    }
}
