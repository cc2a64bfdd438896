package org.plainclaim.server.desk.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.server.desk.numbers.Picture.Column;
import org.plainclaim.server.desk.numbers.Picture.Kind;
import org.plainclaim.server.desk.numbers.Picture.Row;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Visit;

/** How many finished sessions of a month are documented completely. */
final class Completeness implements Figure {
    /** The measure looks at 366 days at most. */
    private static final int MONTHS = 11;

    private static final List<Column> COLUMNS = List.of(
            new Column("complete-rate", Kind.PERCENT, true),
            new Column("sessions", Kind.COUNT, false),
            new Column("numerator", Kind.COUNT, false),
            new Column("unchecked", Kind.COUNT, false));

    @Override
    public String key() {
        return "completeness";
    }

    @Override
    public Optional<Picture> over(Span span, Visit visit) {
        YearMonth from =
                span.from().plusMonths(MONTHS).isBefore(span.to()) ? span.to().minusMonths(MONTHS) : span.from();
        return visit.fhir()
                .find("Measure/documentation-completeness/$evaluate-measure?" + new Span(from, span.to()).query())
                .map(Completeness::picture);
    }

    private static Picture picture(JsonNode report) {
        List<Row> rows = Fields.each(report.path("group"))
                .flatMap(group -> Fields.each(group.path("stratifier")))
                .filter(stratifier -> Fields.label(stratifier.at("/code/0")).equals("month"))
                .flatMap(stratifier -> Fields.each(stratifier.path("stratum")))
                .map(Completeness::row)
                .sorted(java.util.Comparator.comparing(Row::label))
                .toList();
        return new Picture("line", COLUMNS, rows);
    }

    private static Row row(JsonNode stratum) {
        Map<String, String> numbers = new HashMap<>();
        stratum.path("population")
                .forEach(population -> numbers.put(
                        Fields.code(population.path("code")),
                        population.path("count").asText("0")));
        int sessions = number(numbers, "denominator") - number(numbers, "denominator-exclusion");
        numbers.put("sessions", String.valueOf(sessions));
        OfFigures.rate(numbers, "complete-rate", "numerator", "sessions");
        return Picture.row(COLUMNS, Fields.label(stratum.path("value")), "", numbers);
    }

    private static int number(Map<String, String> numbers, String name) {
        return Integer.parseInt(numbers.getOrDefault(name, "0"));
    }
}
