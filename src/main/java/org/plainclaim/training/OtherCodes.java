package org.plainclaim.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.plainclaim.coding.CodingTables;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.SessionSituations;
import org.plainclaim.explanation.Source;
import org.plainclaim.rules.Cell;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;
import org.plainclaim.rules.TableSchema;

/** Says why a code is not on the claim: what its rules ask for that the session does not have. */
final class OtherCodes {
    private static final int FEW = 4;

    private final RuleBook book;
    private final LocalDate date;
    private final List<Situation> situations = new ArrayList<>();

    OtherCodes(TrainingCase one, RuleBook book) {
        this.book = book;
        this.date = one.session().time().dateOfService().orElse(LocalDate.MAX);
        SessionSituations of = new SessionSituations(one.session(), book, one.history());
        for (DocumentedService service : one.session().services()) {
            situations.add(of.of(service));
        }
    }

    /** A rule of the code, with what of it this session does not fulfil. */
    private record Nearest(Row row, List<String> unmet) {}

    /** One sentence, or two. */
    String whyNot(String code) {
        return nearest(code)
                .map(near -> near.unmet().isEmpty()
                        ? code
                                + " is not derived here: another code takes its place, or its primary service is not"
                                + " there."
                        : code + " is for a service with " + String.join(", ", near.unmet()) + ".")
                .orElse("No rule of this payer derives " + code + " on this date.");
    }

    List<Source> sources(String code) {
        return nearest(code).map(near -> List.of(near.row().source())).orElse(List.of());
    }

    private java.util.Optional<Nearest> nearest(String code) {
        List<Nearest> all = new ArrayList<>();
        for (TableSchema table : List.of(CodingTables.SERVICES, CodingTables.ADD_ONS)) {
            for (Row row : book.table(table).rows(date)) {
                if (row.result("code").equals(code)) {
                    situations.forEach(situation -> all.add(new Nearest(row, unmet(row, situation))));
                }
            }
        }
        return all.stream().min(Comparator.comparingInt(near -> near.unmet().size()));
    }

    private static List<String> unmet(Row row, Situation situation) {
        List<String> unmet = new ArrayList<>();
        for (Cell cell : row.conditions()) {
            var fact = cell.in(situation);
            if (!cell.matches(fact)) {
                String here = fact.known() ? " (here " + fact.value() + ")" : "";
                unmet.add(cell.column().replace('-', ' ') + " " + words(cell) + here);
            }
        }
        return unmet;
    }

    private static String words(Cell cell) {
        if (cell.isRange()) {
            return cell.to() == Integer.MAX_VALUE
                    ? "of " + cell.from() + " or more"
                    : "of " + cell.from() + " to " + cell.to();
        }
        List<String> values = cell.oneOf().stream().sorted().toList();
        return values.stream().limit(FEW).collect(Collectors.joining(" or "))
                + (values.size() > FEW ? " or others" : "");
    }
}
