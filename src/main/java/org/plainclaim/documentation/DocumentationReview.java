package org.plainclaim.documentation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plainclaim.explanation.Finding;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;
import org.plainclaim.rules.Table;

/** Looks at every documentation rule that applies to a session and says what it found, good or bad. */
public final class DocumentationReview {
    private final SessionDocumentation session;
    private final SessionSituations situations;
    private final Table table;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private DocumentationReview(SessionDocumentation session, SessionSituations situations, RuleBook book) {
        this.session = session;
        this.situations = situations;
        this.table = book.table(Requirements.TABLE);
    }

    /**
     * One finding for every requirement that applies on the given date: once per session, or once per service where it
     * is about a service.
     */
    public static List<Finding> of(
            SessionDocumentation session, SessionSituations situations, RuleBook book, LocalDate date) {
        DocumentationReview review = new DocumentationReview(session, situations, book);
        session.services().forEach(service -> review.look(service, date));
        return review.findings;
    }

    private void look(DocumentedService service, LocalDate date) {
        Situation situation = situations.of(service);
        for (Row row : table.all(situation, date)) {
            String requires = row.result("requires");
            if (!Requirements.ofSession(requires) || seen.add(row.rule())) {
                Check check = Requirements.check(requires);
                findings.add(check.on(new Inspection(session, service, situation, row)));
            }
        }
    }
}
