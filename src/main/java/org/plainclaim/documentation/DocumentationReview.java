package org.plainclaim.documentation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;
import org.plainclaim.rules.Table;

/** Looks at every documentation rule of a payer that applies to a session and says what it found, good or bad. */
public final class DocumentationReview {
    private static final int USUAL_COUNT = 64;

    private final List<Requirement> all;
    private final Map<String, List<Requirement>> byService = new HashMap<>();
    private final List<Requirement> ofOther;

    public DocumentationReview(RuleBook book) {
        Table table = book.table(Requirements.TABLE);
        List<Requirement> requirements = new ArrayList<>();
        for (Row row : table.rows()) {
            requirements.add(Requirement.of(row, requirements.size()));
        }
        this.all = List.copyOf(requirements);
        table.firstValues().forEach(service -> byService.put(service, only(table.rowsOf(service))));
        this.ofOther = only(table.rowsOfAnyOther());
    }

    private List<Requirement> only(List<Row> rows) {
        return all.stream()
                .filter(requirement -> rows.contains(requirement.row()))
                .toList();
    }

    /**
     * One finding for every requirement that applies on the given date: once per session, or once per service where it
     * is about a service.
     */
    public List<Finding> of(SessionDocumentation session, SessionSituations situations, LocalDate date) {
        List<Finding> findings = new ArrayList<>(USUAL_COUNT);
        BitSet seen = new BitSet(all.size());
        for (DocumentedService service : session.services()) {
            Situation situation = situations.of(service);
            for (Requirement requirement : applying(service.kind())) {
                boolean again = requirement.ofSession() && seen.get(requirement.position());
                if (!again && requirement.row().holds(situation, date)) {
                    seen.set(requirement.position());
                    findings.add(requirement.check().on(new Inspection(session, service, situation, requirement)));
                }
            }
        }
        return findings;
    }

    private List<Requirement> applying(Fact<String> service) {
        String kind = service.value();
        return kind == null ? ofOther : byService.getOrDefault(kind, ofOther);
    }
}
