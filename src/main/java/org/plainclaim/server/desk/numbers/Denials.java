package org.plainclaim.server.desk.numbers;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.server.desk.numbers.Picture.Column;
import org.plainclaim.server.desk.numbers.Picture.Kind;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Visit;

/**
 * What payers refused, by reason or by the edit that should have caught it.
 *
 * @param key its name
 * @param by {@code reason} or {@code rule}
 */
record Denials(String key, String by) implements Figure {
    private static final int MOST = 12;
    private static final List<Column> COLUMNS =
            List.of(new Column("amount", Kind.MONEY, true), new Column("count", Kind.COUNT, false));

    @Override
    public Optional<Picture> over(Span span, Visit visit) {
        return visit.fhir()
                .find("ClaimResponse/$denials?" + span.query() + "&count=1")
                .map(answer -> new Picture(
                        "across",
                        COLUMNS,
                        Fields.parameters(answer, "by-" + by)
                                .limit(MOST)
                                .map(part -> Picture.row(
                                        COLUMNS,
                                        Fields.value(part, by),
                                        "",
                                        Map.of(
                                                "amount",
                                                Fields.value(part, "amount"),
                                                "count",
                                                Fields.value(part, "count"))))
                                .toList()));
    }
}
