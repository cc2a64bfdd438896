package org.plainclaim.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The heads of chains at one moment, signed where there is a key.
 *
 * @param node who wrote it
 * @param time when
 * @param heads a place in each chain that has changed since the checkpoint before
 * @param key id of the key; empty if it is not signed
 * @param signature the signature; empty if it is not signed
 */
public record Checkpoint(String node, Instant time, List<Head> heads, String key, String signature) {
    private static final String NAME = "checkpoint";

    public Checkpoint {
        heads = heads.stream().sorted(Head.ORDER).toList();
    }

    /** A checkpoint of now. */
    public static Checkpoint of(String node, Instant time, Collection<Head> heads, @Nullable SigningKey key) {
        Checkpoint plain = new Checkpoint(node, time, List.copyOf(heads), "", "");
        return key == null
                ? plain
                : new Checkpoint(node, time, plain.heads(), key.shared().id(), key.sign(plain.signed()));
    }

    /** What is signed; it can be kept elsewhere, line by line. */
    public String signed() {
        StringBuilder text = new StringBuilder("plainclaim-audit-heads 1\nnode " + node + "\ntime " + time + "\n");
        heads.forEach(head -> text.append(head).append('\n'));
        return text.toString();
    }

    /** True if the key signed it. */
    public boolean signedBy(PublicHalf shared) {
        return shared.id().equals(key) && shared.signed(signed(), signature);
    }

    /** As an entry of a chain. */
    public Entry entry() {
        SortedMap<String, String> details = new TreeMap<>();
        details.put("node", node);
        for (Head head : heads) {
            details.put("head:" + head.chain(), head.toString());
        }
        if (!key.isEmpty()) {
            details.put("key", key);
            details.put("signature", signature);
        }
        return new Entry(time, Interaction.CHECKPOINT, NAME, Agent.SYSTEM, 0, "", "", List.of(), "", details);
    }

    /** The checkpoint that an entry is, if it is one. */
    public static Optional<Checkpoint> of(Entry entry) {
        if (entry.interaction() != Interaction.CHECKPOINT) {
            return Optional.empty();
        }
        List<Head> heads = new ArrayList<>();
        entry.details().forEach((name, value) -> {
            if (name.startsWith("head:")) {
                Head.parse(value).ifPresent(heads::add);
            }
        });
        return Optional.of(new Checkpoint(
                entry.detail("node"), entry.time(), heads, entry.detail("key"), entry.detail("signature")));
    }
}
