package org.plainclaim.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/** The facts that a table is asked about, by column name. */
public final class Situation {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z-]+)}");
    private static final Fact<String> NOWHERE = Fact.unknown(Evidence.missing("", ""));

    private final Map<String, Fact<?>> facts;

    private Situation(Map<String, Fact<?>> facts) {
        this.facts = facts;
    }

    public static Situation of(Map<String, Fact<?>> facts) {
        return new Situation(new HashMap<>(facts));
    }

    /** This situation with one fact more. */
    public Situation with(String column, Fact<?> fact) {
        Map<String, Fact<?>> more = new HashMap<>(facts);
        more.put(column, fact);
        return new Situation(more);
    }

    /** The fact of a column; unknown if nobody stated one. */
    public Fact<?> fact(String column) {
        return facts.getOrDefault(column, NOWHERE);
    }

    /** A text in which every {@code {column}} is replaced by the value of that fact. */
    public String fill(String template) {
        if (template.indexOf('{') < 0) {
            return template;
        }
        Matcher matcher = PLACEHOLDER.matcher(template);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            Object value = fact(matcher.group(1)).value();
            matcher.appendReplacement(text, Matcher.quoteReplacement(value == null ? "unknown" : value.toString()));
        }
        return matcher.appendTail(text).toString();
    }
}
