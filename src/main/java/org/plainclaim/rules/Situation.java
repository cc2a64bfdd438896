package org.plainclaim.rules;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/** The facts that a table is asked about, by column name. */
public final class Situation {
    private static final Fact<String> NOWHERE = Fact.unknown(Evidence.missing("", ""));

    private final Map<String, Fact<?>> facts;
    private final @Nullable Situation less;
    private final String column;
    private final Fact<?> latest;

    private Situation(Map<String, Fact<?>> facts, @Nullable Situation less, String column, Fact<?> latest) {
        this.facts = facts;
        this.less = less;
        this.column = column;
        this.latest = latest;
    }

    /** A situation over a map that nobody changes any more. */
    public static Situation of(Map<String, Fact<?>> facts) {
        return new Situation(facts, null, "", NOWHERE);
    }

    /** This situation with one fact more, or with another one in its place. */
    public Situation with(String moreColumn, Fact<?> fact) {
        return new Situation(facts, this, moreColumn, fact);
    }

    /** The fact of a column; unknown if nobody stated one. */
    public Fact<?> fact(String asked) {
        for (Situation here = this; here != null; here = here.less) {
            if (here.column.equals(asked)) {
                return here.latest;
            }
        }
        return facts.getOrDefault(asked, NOWHERE);
    }

    /** The names of the facts that are whole numbers. */
    public Set<String> wholeNumbers() {
        Set<String> names = new TreeSet<>();
        for (Situation here = this; here != null; here = here.less) {
            if (here.latest.value() instanceof Integer) {
                names.add(here.column);
            }
        }
        facts.forEach((name, fact) -> {
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
}
