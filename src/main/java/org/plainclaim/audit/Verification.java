package org.plainclaim.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Looks at every entry of every chain once, and then at whether what chains know of each other is so.
 *
 * <p>Entries come chain by chain, in the order of their numbers. Only the highest place that anybody knows of a chain has to
 * be looked up in the end: its hash stands for all entries before it.
 */
public final class Verification {
    private final List<PublicHalf> keys;
    private final Map<String, Fault> faults = new TreeMap<>();
    private final Map<String, Head> ends = new TreeMap<>();
    private final Map<String, Head> known = new TreeMap<>();
    private long entries;
    private long signed;
    private long notChecked;
    private @Nullable Instant lastSigned;

    /** A verification with the keys that checkpoints may be signed with; without any, signatures are not checked. */
    public Verification(Collection<PublicHalf> keys) {
        this.keys = List.copyOf(keys);
    }

    /** Looks up hashes of entries. */
    public interface Hashes {
        /** The hashes that are stored at some places; places that there are not are left out. */
        Map<Head, String> at(Collection<Head> places);
    }

    /** Takes the next entry. */
    public void take(StoredEntry stored) {
        entries++;
        Head before = ends.getOrDefault(stored.chain(), new Head(stored.chain(), 0, SealedEntry.NOTHING));
        ends.put(stored.chain(), new Head(stored.chain(), stored.sequence(), stored.hash()));
        if (stored.sequence() != before.sequence() + 1) {
            fault(Fault.Kind.GAP, stored.chain(), before.sequence() + 1, missing(before.sequence() + 1, stored));
        }
        Optional<SealedEntry> read = CanonicalText.read(stored.text());
        if (read.isEmpty()) {
            edited(stored, "its text can not be read");
            return;
        }
        SealedEntry sealed = read.get();
        if (!sealed.hash().equals(stored.hash())) {
            edited(stored, "its text does not have the hash that is stored with it");
        } else if (!sealed.chain().equals(stored.chain()) || sealed.sequence() != stored.sequence()) {
            fault(
                    Fault.Kind.REORDERED,
                    stored.chain(),
                    stored.sequence(),
                    "it was written as entry " + sealed.sequence() + " of chain " + sealed.chain());
        } else if (!sealed.previous().equals(before.hash()) && !faults.containsKey(stored.chain())) {
            edited(stored, "it was written behind another entry than the one that stands before it");
        } else if (!StoredEntry.Beside.of(sealed.entry()).equals(stored.beside())) {
            edited(stored, "the columns beside it do not say what its text says");
        }
        learn(sealed);
    }

    private static String missing(long first, StoredEntry next) {
        return next.sequence() - 1 > first
                ? "entries " + first + " to " + (next.sequence() - 1) + " are missing"
                : "it is missing";
    }

    /** Takes a place that somebody knows of, such as a head that was kept elsewhere. */
    public void know(Head head) {
        known.merge(head.chain(), head, (one, two) -> one.sequence() >= two.sequence() ? one : two);
    }

    private void learn(SealedEntry sealed) {
        if (sealed.tie() != null) {
            know(sealed.tie());
        }
        Checkpoint.of(sealed.entry()).ifPresent(checkpoint -> {
            checkpoint.heads().forEach(this::know);
            check(checkpoint, sealed);
        });
    }

    private void check(Checkpoint checkpoint, SealedEntry sealed) {
        Optional<PublicHalf> key =
                keys.stream().filter(one -> one.id().equals(checkpoint.key())).findFirst();
        if (key.isEmpty()) {
            notChecked++;
            return;
        }
        if (checkpoint.signedBy(key.get())) {
            signed++;
            if (lastSigned == null || checkpoint.time().isAfter(lastSigned)) {
                lastSigned = checkpoint.time();
            }
        } else {
            fault(
                    Fault.Kind.BAD_SIGNATURE,
                    sealed.chain(),
                    sealed.sequence(),
                    "this checkpoint was not signed by the key that it names");
        }
    }

    /** Compares what is known of chains with what is stored, once all entries were taken. */
    public Report end(Hashes hashes) {
        Set<Head> places = new TreeSet<>(Head.ORDER);
        for (Head head : known.values()) {
            Head end = ends.getOrDefault(head.chain(), new Head(head.chain(), 0, SealedEntry.NOTHING));
            if (end.sequence() < head.sequence()) {
                fault(
                        Fault.Kind.TRUNCATED,
                        head.chain(),
                        end.sequence() + 1,
                        "the chain ends before it, but other entries know of entry " + head.sequence());
            } else {
                places.add(head);
            }
        }
        Map<Head, String> stored = hashes.at(places);
        for (Head place : places) {
            if (!place.hash().equals(stored.get(place)) && !faults.containsKey(place.chain())) {
                fault(
                        Fault.Kind.EDITED,
                        place.chain(),
                        place.sequence(),
                        "it or an entry before it is not the one that other entries know of");
            }
        }
        return new Report(
                entries,
                ends.size(),
                signed,
                notChecked,
                Optional.ofNullable(lastSigned),
                new ArrayList<>(faults.values()));
    }

    private void edited(StoredEntry stored, String words) {
        fault(Fault.Kind.EDITED, stored.chain(), stored.sequence(), words);
    }

    /** The first fault of a chain is the one to look at; a truncation is never the first. */
    private void fault(Fault.Kind kind, String chain, long sequence, String words) {
        faults.putIfAbsent(chain, new Fault(kind, chain, sequence, words));
    }
}
