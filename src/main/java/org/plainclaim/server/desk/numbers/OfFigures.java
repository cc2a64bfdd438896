package org.plainclaim.server.desk.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.plainclaim.server.desk.numbers.Picture.Column;
import org.plainclaim.server.desk.numbers.Picture.Row;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Visit;

/**
 * A figure of {@code $figures} with one row for each of its parts.
 *
 * @param key its name
 * @param question the value of {@code figure}
 * @param parameter the name of the parts
 * @param label the part that says what a row is about
 * @param shape of the picture
 * @param columns the columns
 * @param rates adds what is worked out of the numbers, such as a rate
 */
record OfFigures(
        String key,
        String question,
        String parameter,
        String label,
        String shape,
        List<Column> columns,
        Consumer<Map<String, String>> rates)
        implements Figure {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @Override
    public Optional<Picture> over(Span span, Visit visit) {
        return visit.fhir()
                .find("Claim/$figures?" + span.query() + "&figure=" + question)
                .map(this::picture);
    }

    private Picture picture(JsonNode answer) {
        List<Row> rows = Fields.parameters(answer, parameter)
                .map(part -> {
                    Map<String, String> numbers = new HashMap<>();
                    part.path("part")
                            .forEach(one -> numbers.put(
                                    Fields.text(one, "/name"), Fields.value(part, Fields.text(one, "/name"))));
                    rates.accept(numbers);
                    return Picture.row(columns, numbers.getOrDefault(label, ""), "", numbers);
                })
                .toList();
        return new Picture(shape, columns, rows);
    }

    /** Adds the one over the other in percent, where there is something to divide by. */
    static void rate(Map<String, String> numbers, String name, String part, String whole) {
        BigDecimal of = new BigDecimal(numbers.getOrDefault(whole, "0"));
        if (of.signum() > 0) {
            numbers.put(
                    name,
                    new BigDecimal(numbers.getOrDefault(part, "0"))
                            .multiply(HUNDRED)
                            .divide(of, 1, RoundingMode.HALF_UP)
                            .toPlainString());
        }
    }
}
