package org.plainclaim.cli.rules;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.rules.browse.BookRows;
import org.plainclaim.rules.browse.Entry;
import org.plainclaim.rules.browse.PeriodText;
import org.plainclaim.rules.browse.RuleQuery;

/** Says that nothing matches, and where else something would. */
final class NothingFound {
    private static final int NAMED = 3;

    private final RuleLibrary library;

    NothingFound(RuleLibrary library) {
        this.library = library;
    }

    String message(RuleQuery query) {
        return "Nothing matches in the book of payer " + query.book().payer() + when(query) + "." + atAnotherTime(query)
                + atAnotherPayer(query) + misspelt(query);
    }

    private static String when(RuleQuery query) {
        Integer days = query.days();
        return days == null ? " on " + query.date() : " within " + days + " days after " + query.date();
    }

    private static String atAnotherTime(RuleQuery query) {
        List<Entry> others = query.atAnyTime();
        if (query.days() != null || others.isEmpty()) {
            return "";
        }
        String rules = others.stream()
                .limit(NAMED)
                .map(entry ->
                        entry.row().rule() + " (" + PeriodText.of(entry.row().period()) + ")")
                .collect(Collectors.joining(", "));
        String more = others.size() > NAMED ? " and " + (others.size() - NAMED) + " more" : "";
        return " At another time: " + rules + more + ".";
    }

    private String atAnotherPayer(RuleQuery query) {
        if (query.base() != null) {
            return "";
        }
        String payers = new TreeSet<>(library.payers())
                .stream()
                        .filter(payer -> !payer.equals(query.book().payer()))
                        .filter(payer -> library.book(payer)
                                .map(book -> !query.to(book).answer().isEmpty())
                                .orElse(false))
                        .collect(Collectors.joining(", "));
        return payers.isEmpty() ? "" : " In the book of another payer: " + payers + ".";
    }

    private static String misspelt(RuleQuery query) {
        String rule = query.filter().rule();
        if (rule == null) {
            return "";
        }
        List<String> known = new BookRows(query.book())
                .all().stream().map(entry -> entry.row().rule()).toList();
        return known.contains(rule) ? "" : new Nearest(known).hint(rule);
    }
}
