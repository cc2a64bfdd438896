package org.plainclaim.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A trail in memory that tests can tamper with. */
final class Trails {
    static final Instant TIME = Instant.parse("2026-11-30T12:00:00Z");

    private Trails() {}

    static Entry entry(String resource) {
        return new Entry(
                TIME,
                Interaction.READ,
                "",
                Agent.SYSTEM,
                200,
                "Patient/1",
                resource,
                List.of(resource + "/_history/1"),
                "",
                new TreeMap<>());
    }

    /** Writes entries one at a time, each in a transaction of its own. */
    static void write(NodeChains chains, List<StoredEntry> to, String... resources) {
        for (String resource : resources) {
            NodeChains.Writing writing = chains.begin();
            writing.seal(List.of(entry(resource))).forEach(one -> to.add(StoredEntry.of(one)));
            writing.stored();
        }
    }

    static void checkpoint(NodeChains chains, List<StoredEntry> to, SigningKey key) {
        Checkpoint checkpoint = Checkpoint.of(chains.node(), TIME, chains.heads(), key);
        NodeChains.Writing writing = chains.begin();
        writing.seal(List.of(checkpoint.entry())).forEach(one -> to.add(StoredEntry.of(one)));
        writing.stored();
    }

    static Report verify(List<StoredEntry> entries, PublicHalf... keys) {
        Verification verification = new Verification(List.of(keys));
        List<StoredEntry> ordered = new ArrayList<>(entries);
        ordered.sort(Comparator.comparing(StoredEntry::chain).thenComparing(StoredEntry::sequence));
        ordered.forEach(verification::take);
        return verification.end(places -> hashes(ordered, places));
    }

    private static Map<Head, String> hashes(List<StoredEntry> entries, Collection<Head> places) {
        Map<Head, String> found = new HashMap<>();
        for (Head place : places) {
            entries.stream()
                    .filter(entry -> entry.chain().equals(place.chain()) && entry.sequence() == place.sequence())
                    .forEach(entry -> found.put(place, entry.hash()));
        }
        return found;
    }
}
