package org.plainclaim.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The chains of one running node.
 *
 * <p>A chain can have one writer at a time, and whoever writes keeps it until the transaction has ended: a number is never
 * given twice and never skipped. So that nobody waits, there are as many chains as there were writers at once. Nodes never
 * share chains. Each entry names the latest stored entry of another chain, so that the chains hold each other.
 */
public final class NodeChains {
    private final String node;
    private final Deque<Head> free = new ArrayDeque<>();
    private final Map<String, Head> stored = new LinkedHashMap<>();
    private @Nullable Head last;
    private @Nullable Head other;
    private int opened;

    /**
     * Chains of a node.
     *
     * @param node a name that no other run of the program has or had
     */
    public NodeChains(String node) {
        this.node = node;
    }

    /** The name of the node. */
    public String node() {
        return node;
    }

    /** Takes a chain that nobody writes to; end it with one of the methods of {@link Writing}. */
    public synchronized Writing begin() {
        Head head = free.poll();
        if (head == null) {
            head = new Head(node + "-" + ++opened, 0, SealedEntry.NOTHING);
        }
        Head tie = last == null || last.chain().equals(head.chain()) ? other : last;
        return new Writing(head, tie);
    }

    /** The last stored entry of each chain. */
    public synchronized List<Head> heads() {
        return List.copyOf(stored.values());
    }

    private synchronized void advance(Head head) {
        stored.put(head.chain(), head);
        if (last != null && !last.chain().equals(head.chain())) {
            other = last;
        }
        last = head;
        free.push(head);
    }

    private synchronized void back(Head head) {
        free.push(head);
    }

    /** A chain in the hand of one writer. */
    public final class Writing {
        private final Head start;
        private final @Nullable Head tie;
        private Head head;

        private Writing(Head start, @Nullable Head tie) {
            this.start = start;
            this.head = start;
            this.tie = tie;
        }

        /** Seals entries, in order; they are to be stored in one transaction. */
        public List<SealedEntry> seal(Collection<Entry> entries) {
            List<SealedEntry> sealed = new ArrayList<>(entries.size());
            for (Entry entry : entries) {
                SealedEntry one = SealedEntry.behind(head, sealed.isEmpty() ? tie : null, entry);
                sealed.add(one);
                head = one.head();
            }
            return sealed;
        }

        /** They are stored. */
        public void stored() {
            if (head.sequence() > start.sequence()) {
                advance(head);
            } else {
                back(start);
            }
        }

        /** They are surely not stored: the next writer gets the same numbers. */
        public void notStored() {
            back(start);
        }

        /** Nobody knows whether they are stored: this chain ends here, with them or without. */
        public void unknown() {
            // neither given back nor tied to
        }
    }
}
