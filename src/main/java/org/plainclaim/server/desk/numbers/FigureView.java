package org.plainclaim.server.desk.numbers;

import java.util.Map;
import java.util.Optional;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.View;
import org.plainclaim.server.desk.page.Visit;

/** One picture with its table. */
public final class FigureView implements View {
    @Override
    public String address() {
        return "numbers/{figure}";
    }

    @Override
    public Reply show(Visit visit) {
        Optional<Figure> figure = Figures.of(visit.step("figure"));
        if (figure.isEmpty()) {
            return new Reply.Moved("numbers", "");
        }
        Span span = Span.of(visit);
        Optional<Picture> picture = figure.get().over(span, visit);
        return new Reply.Page(
                "figure",
                Map.of(
                        "key",
                        figure.get().key(),
                        "span",
                        span,
                        "allowed",
                        picture.isPresent(),
                        "picture",
                        picture.orElse(new Picture("", java.util.List.of(), java.util.List.of()))));
    }
}
