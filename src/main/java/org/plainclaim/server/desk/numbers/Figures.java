package org.plainclaim.server.desk.numbers;

import java.util.List;
import java.util.Optional;
import org.plainclaim.server.desk.numbers.Picture.Column;
import org.plainclaim.server.desk.numbers.Picture.Kind;

/** All figures, in the order in which the page shows them. */
final class Figures {
    private static final String MONTH = "month";
    private static final String LINE = "line";

    private static final List<Figure> ALL = List.of(
            new OfFigures(
                    "acceptance",
                    "acceptance",
                    "acceptance",
                    MONTH,
                    LINE,
                    List.of(
                            new Column("accepted-rate", Kind.PERCENT, true),
                            new Column("undenied-rate", Kind.PERCENT, true),
                            new Column("sent", Kind.COUNT, false),
                            new Column("answered", Kind.COUNT, false),
                            new Column("accepted", Kind.COUNT, false),
                            new Column("decided", Kind.COUNT, false),
                            new Column("undenied", Kind.COUNT, false)),
                    numbers -> {
                        OfFigures.rate(numbers, "accepted-rate", "accepted", "answered");
                        OfFigures.rate(numbers, "undenied-rate", "undenied", "decided");
                    }),
            new Denials("denials", "reason"),
            new Denials("edits", "rule"),
            new OfFigures(
                    "days",
                    "days",
                    "days",
                    MONTH,
                    LINE,
                    List.of(
                            new Column("to-claim", Kind.DAYS, true),
                            new Column("to-money", Kind.DAYS, true),
                            new Column("to-claim-most", Kind.DAYS, false),
                            new Column("to-money-most", Kind.DAYS, false),
                            new Column("claims", Kind.COUNT, false)),
                    numbers -> {}),
            new Completeness(),
            new Shares(),
            new OfFigures(
                    "aging",
                    "aging",
                    "aging",
                    "left",
                    "bar",
                    List.of(new Column("amount", Kind.MONEY, true), new Column("claims", Kind.COUNT, false)),
                    numbers -> {}));

    private Figures() {}

    static List<String> keys() {
        return ALL.stream().map(Figure::key).toList();
    }

    static Optional<Figure> of(String key) {
        return ALL.stream().filter(figure -> figure.key().equals(key)).findFirst();
    }
}
