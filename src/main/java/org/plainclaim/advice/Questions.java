package org.plainclaim.advice;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/** The words in which facts are asked for, and those in which what can not be changed is said. */
final class Questions {
    private final RuleBook book;
    private final LocalDate date;

    Questions(RuleBook book, LocalDate date) {
        this.book = book;
        this.date = date;
    }

    /** A question; empty if nobody may be asked. */
    Optional<Step> ask(String fact, String detail, String answer, List<Evidence> where) {
        return row(fact)
                .filter(row -> Ask.named(row.result("class")) != Ask.NEVER)
                .map(row -> new Step(
                        name(fact, detail),
                        Ask.named(row.result("class")),
                        filled(row.result("question"), detail, answer, where),
                        answer,
                        where));
    }

    /** A statement of what the result would have needed; it asks for nothing. */
    Step never(String fact, String needed, String result, List<Evidence> where) {
        String text = row(fact)
                .map(row -> row.result("statement"))
                .filter(said -> !said.isEmpty())
                .orElse("{result} needs {fact} {needed}; documented is {documented}.");
        String documented = where.isEmpty() || where.get(0).value() == null
                ? "nothing"
                : String.valueOf(where.get(0).value());
        Situation facts = Situation.of(Map.of(
                "fact", new Fact<>(fact.replace('-', ' '), where),
                "needed", new Fact<>(needed, where),
                "result", new Fact<>(result, where),
                "documented", new Fact<>(documented, where)));
        return new Step(fact, Ask.NEVER, facts.fill(text), "", where);
    }

    private Optional<Row> row(String fact) {
        return book.table(AdviceTables.QUESTIONS)
                .first(Situation.of(Map.of("fact", new Fact<>(fact, List.of()))), date);
    }

    private static String name(String fact, String detail) {
        return detail.isEmpty() ? fact : fact + " " + detail;
    }

    private static String filled(String text, String detail, String answer, List<Evidence> where) {
        return Situation.of(Map.of(
                        "detail", new Fact<>(detail.replace('-', ' '), where), "answer", new Fact<>(answer, where)))
                .fill(text);
    }
}
