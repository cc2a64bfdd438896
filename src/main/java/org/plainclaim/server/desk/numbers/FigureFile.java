package org.plainclaim.server.desk.numbers;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.View;
import org.plainclaim.server.desk.page.Visit;

/** The table of a picture as a CSV file, whose columns have the names of the operation. */
public final class FigureFile implements View {
    /** What spreadsheets would take for a formula. */
    private static final String FORMULA = "=+-@";

    @Override
    public String address() {
        return "numbers/{figure}/csv";
    }

    @Override
    public Reply show(Visit visit) {
        Optional<Figure> figure = Figures.of(visit.step("figure"));
        Span span = Span.of(visit);
        Optional<Picture> picture = figure.flatMap(one -> one.over(span, visit));
        if (picture.isEmpty()) {
            return new Reply.Moved("numbers", "");
        }
        String name = visit.step("figure") + "-" + span.from() + "-" + span.to() + ".csv";
        return new Reply.Download(name, "text/csv;charset=utf-8", csv(picture.get()));
    }

    private static String csv(Picture picture) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            List<String> head = new ArrayList<>(List.of("label", "explained"));
            picture.columns().forEach(column -> head.add(column.key()));
            csv.writeRecord(head);
            for (Picture.Row row : picture.rows()) {
                List<String> cells = new ArrayList<>(List.of(plain(row.label()), plain(row.explained())));
                cells.addAll(row.cells());
                csv.writeRecord(cells);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return text.toString();
    }

    private static String plain(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
