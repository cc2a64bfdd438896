package org.plainclaim.server.desk.lesson;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.server.desk.fhir.FhirAsPerson;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Visit;

/**
 * The page of a case, with what it asks for on its way.
 *
 * @param session the case
 * @param choices what there is to choose from
 */
record LessonPage(Visit visit, FhirAsPerson.Coming session, Choices.Coming choices) {
    static final String ADDRESS = "training/{case}";

    static LessonPage begin(Visit visit) {
        return new LessonPage(
                visit,
                visit.fhir().ask("$training-case?case=" + visit.step("case")),
                Choices.Coming.from(visit.fhir()));
    }

    /** The page with a form that waits for an answer. */
    Reply asking(Given given) {
        return page(given, Optional.empty(), List.of());
    }

    /** The page with a form that can not be marked, and what is said of it. */
    Reply correcting(Given given, List<String> said) {
        return page(given, Optional.empty(), said);
    }

    /** The page with the marks. */
    Reply marked(Given given, Marks marks) {
        return page(given, Optional.of(marks), List.of());
    }

    private Reply page(Given given, Optional<Marks> marks, List<String> said) {
        FhirAsPerson.Coming cases = visit.fhir().ask("$training-cases");
        Sheet sheet = Sheet.of(session.here());
        List<CaseRow> rows =
                Fields.parameters(cases.here(), "case").map(CaseRow::of).toList();
        CaseRow own = rows.stream()
                .filter(row -> row.id().equals(sheet.about().id()))
                .findFirst()
                .orElse(sheet.about());
        return new Reply.Page(
                "lesson",
                Map.of(
                        "sheet",
                        sheet,
                        "own",
                        own,
                        "choices",
                        choices.here(),
                        "given",
                        given,
                        "marks",
                        marks,
                        "said",
                        said,
                        "sent",
                        !visit.sent().isEmpty(),
                        "next",
                        Shelf.next(Shelf.of(rows), own.id())));
    }
}
