package org.plainclaim.rules;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/** The facts that a table is asked about, by column. */
public final class Situation {
    private static final Fact<String> NOWHERE = Fact.unknown(Evidence.missing("", ""));

    /** A situation of which nothing is known. */
    public static final Situation EMPTY = new Situation(new Draft(0), null, null, NOWHERE);

    private final Draft facts;
    private final @Nullable Situation less;
    private final @Nullable Column column;
    private final Fact<?> latest;

    private Situation(Draft facts, @Nullable Situation less, @Nullable Column column, Fact<?> latest) {
        this.facts = facts;
        this.less = less;
        this.column = column;
        this.latest = latest;
    }

    /** A situation of a few facts, by the names of columns. */
    public static Situation of(Map<String, ? extends Fact<?>> facts) {
        Situation made = EMPTY;
        for (Map.Entry<String, ? extends Fact<?>> fact : facts.entrySet()) {
            made = made.with(fact.getKey(), fact.getValue());
        }
        return made;
    }

    /** A situation of one fact. */
    public static Situation of(Column column, Fact<?> fact) {
        return EMPTY.with(column, fact);
    }

    /** This situation with one fact more, or with another one in its place. */
    public Situation with(String moreColumn, Fact<?> fact) {
        return with(Column.of(moreColumn), fact);
    }

    /** The same by column. */
    public Situation with(Column moreColumn, Fact<?> fact) {
        return new Situation(facts, this, moreColumn, fact);
    }

    /** The fact of a column; unknown if nobody stated one. */
    public Fact<?> fact(String asked) {
        Column known = Column.known(asked);
        return known == null ? facts.unasked.getOrDefault(asked, NOWHERE) : fact(known);
    }

    /** The same by column. */
    public Fact<?> fact(Column asked) {
        for (Situation here = this; here.less != null; here = here.less) {
            if (here.column == asked) {
                return here.latest;
            }
        }
        return facts.get(asked);
    }

    /** The names of the facts that are whole numbers. */
    public Set<String> wholeNumbers() {
        Set<String> names = new TreeSet<>();
        for (Column any : Column.all()) {
            if (fact(any).value() instanceof Integer) {
                names.add(any.name());
            }
        }
        facts.unasked.forEach((name, fact) -> {
            if (fact.value() instanceof Integer) {
                names.add(name);
            }
        });
        return names;
    }

    /** A text in which every {@code {column}} is replaced by the value of that fact. */
    public String fill(String template) {
        return template.indexOf('{') < 0 ? template : Template.of(template).fill(this);
    }

    /** A situation in the making; to be used by one thread. */
    public static final class Draft {
        private @Nullable Fact<?>[] facts;
        private Map<String, Fact<?>> unasked = Map.of();

        /** A draft of nothing. */
        public Draft() {
            this(Column.count());
        }

        private Draft(int places) {
            facts = new Fact<?>[places];
        }

        private Draft(Draft other) {
            this.facts = other.facts.clone();
            this.unasked = other.unasked.isEmpty() ? Map.of() : new HashMap<>(other.unasked);
        }

        private Fact<?> get(Column asked) {
            int place = asked.place();
            Fact<?> fact = place < facts.length ? facts[place] : null;
            if (fact != null) {
                return fact;
            }
            return unasked.isEmpty() ? NOWHERE : unasked.getOrDefault(asked.name(), NOWHERE);
        }

        /** Another draft with the same facts. */
        public Draft copy() {
            return new Draft(this);
        }

        /** One fact more, or another one in its place. */
        public void put(Column column, Fact<?> fact) {
            if (column.place() >= facts.length) {
                facts = Arrays.copyOf(facts, Column.count());
            }
            facts[column.place()] = fact;
        }

        /** The same by any name, also by one that no table asks for. */
        public void put(String name, Fact<?> fact) {
            Column column = Column.known(name);
            if (column != null) {
                put(column, fact);
                return;
            }
            if (unasked.isEmpty()) {
                unasked = new HashMap<>();
            }
            unasked.put(name, fact);
        }

        /** The situation; the draft is not to be changed again. */
        public Situation done() {
            return new Situation(this, null, null, NOWHERE);
        }
    }
}
