package org.plainclaim.replay;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts and sums over sessions, which can be added up in any order. Money is in cents. */
public final class Tally implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int EXAMPLES = 3;

    private final TreeMap<String, Sum> byPayer = new TreeMap<>();
    private final TreeMap<String, Sum> byRule = new TreeMap<>();
    private final TreeMap<String, Long> byStanding = new TreeMap<>();
    private final TreeMap<String, TreeSet<Example>> examples = new TreeMap<>();
    private final Sum all = new Sum();
    private long unpriced;
    private long astray;
    private long unreadableLines;

    /** Sessions and money of a group. */
    public static final class Sum implements Serializable {
        private static final long serialVersionUID = 1;
        private long sessions;
        private long changed;
        private long before;
        private long after;

        /** How many sessions. */
        public long sessions() {
            return sessions;
        }

        /** How many of them have another claim. */
        public long changed() {
            return changed;
        }

        /** Cents under the first rules. */
        public long before() {
            return before;
        }

        /** Cents under the other rules. */
        public long after() {
            return after;
        }

        void add(boolean differs, long centsBefore, long centsAfter) {
            sessions++;
            changed += differs ? 1 : 0;
            before += centsBefore;
            after += centsAfter;
        }

        void add(Sum other) {
            sessions += other.sessions;
            changed += other.changed;
            before += other.before;
            after += other.after;
        }
    }

    /**
     * A session whose claim changed.
     *
     * @param encounter its reference
     * @param before what it is billed as under the first rules
     * @param after what it is billed as under the other rules
     * @param whyBefore what decided
     * @param whyAfter what decided
     */
    public record Example(String encounter, String before, String after, String whyBefore, String whyAfter)
            implements Serializable, Comparable<Example> {
        @Override
        public int compareTo(Example other) {
            return Comparator.comparing(Example::encounter).compare(this, other);
        }
    }

    /** All sessions. */
    public Sum all() {
        return all;
    }

    /** Sessions and money of each payer. */
    public Map<String, Sum> byPayer() {
        return byPayer;
    }

    /** Changed sessions and their money for each rule; a session counts for every rule that changed it. */
    public Map<String, Sum> byRule() {
        return byRule;
    }

    /** How many sessions went from one standing to another, as {@code ready -> held}. */
    public Map<String, Long> byStanding() {
        return byStanding;
    }

    /** The first sessions that each rule changed, by reference. */
    public Map<String, Set<Example>> examples() {
        return new TreeMap<>(examples);
    }

    /** Lines of claims that have no price on one of the sides. */
    public long unpriced() {
        return unpriced;
    }

    /** Resources that do not say whose they are. */
    public long astray() {
        return astray;
    }

    /** Lines of the export that are no JSON. */
    public long unreadableLines() {
        return unreadableLines;
    }

    /**
     * A session.
     *
     * @param payer who pays
     * @param before cents under the first rules
     * @param after cents under the other rules
     * @param standing under the first and under the other rules
     */
    record Counted(String payer, long before, long after, List<String> standing) {
        Counted {
            standing = List.copyOf(standing);
        }
    }

    void add(Counted session, boolean differs, int withoutPrice) {
        all.add(differs, session.before, session.after);
        sum(byPayer, session.payer).add(differs, session.before, session.after);
        byStanding.merge(String.join(" -> ", session.standing), 1L, Long::sum);
        unpriced += withoutPrice;
    }

    void changed(Counted session, Set<String> rules, Example example) {
        for (String rule : rules) {
            sum(byRule, rule).add(true, session.before, session.after);
            keep(rule, example);
        }
    }

    /** Takes note of a resource that does not say whose it is. */
    public void addAstray(long count) {
        astray += count;
    }

    void addUnreadable(long count) {
        unreadableLines += count;
    }

    private static Sum sum(Map<String, Sum> sums, String key) {
        return sums.computeIfAbsent(key, any -> new Sum());
    }

    private void keep(String rule, Example example) {
        TreeSet<Example> kept = examples.computeIfAbsent(rule, any -> new TreeSet<>());
        kept.add(example);
        if (kept.size() > EXAMPLES) {
            kept.pollLast();
        }
    }

    /** Adds all of another tally; the same whatever the order. */
    public Tally add(Tally other) {
        all.add(other.all);
        other.byPayer.forEach((payer, sum) -> sum(byPayer, payer).add(sum));
        other.byRule.forEach((rule, sum) -> sum(byRule, rule).add(sum));
        other.byStanding.forEach((standing, count) -> byStanding.merge(standing, count, Long::sum));
        other.examples.forEach((rule, kept) -> kept.forEach(example -> keep(rule, example)));
        unpriced += other.unpriced;
        astray += other.astray;
        unreadableLines += other.unreadableLines;
        return this;
    }
}
