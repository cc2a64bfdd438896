package org.plainclaim.documentation;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.rules.Candidate;
import org.plainclaim.rules.Eras;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;
import org.plainclaim.rules.Table;

/** Looks at every documentation rule of a payer that applies to a session and says what it found, good or bad. */
public final class DocumentationReview {
    private final int count;
    private final Map<String, Eras<Requirement>> byService = new HashMap<>();
    private final Eras<Requirement> ofOther;

    public DocumentationReview(RuleBook book) {
        Table table = book.table(Requirements.TABLE);
        this.count = table.rows().size();
        Map<String, Integer> positions = new HashMap<>();
        table.rows().forEach(row -> positions.put(row.rule(), positions.size()));
        table.firstValues().forEach(service -> byService.put(service, requirements(table.rowsOf(service), positions)));
        this.ofOther = requirements(table.rowsOfAnyOther(), positions);
    }

    /** The position of a requirement is that of its row, whichever kind of service it is asked for. */
    private static Eras<Requirement> requirements(List<Candidate> candidates, Map<String, Integer> positions) {
        List<Requirement> requirements = candidates.stream()
                .map(candidate -> Requirement.of(
                        candidate, positions.getOrDefault(candidate.row().rule(), 0)))
                .toList();
        return new Eras<>(requirements, requirement -> requirement.candidate().period());
    }

    /**
     * Adds one finding for every requirement that applies on the given date: once per session, or once per service where
     * it is about a service.
     */
    public void into(
            List<Finding> findings, SessionDocumentation session, SessionSituations situations, LocalDate date) {
        BitSet seen = new BitSet(count);
        for (DocumentedService service : session.services()) {
            Situation situation = situations.of(service);
            List<Requirement> applying = applying(service.kind()).on(date);
            for (int i = 0; i < applying.size(); i++) {
                Requirement requirement = applying.get(i);
                boolean again = requirement.ofSession() && seen.get(requirement.position());
                if (!again && requirement.candidate().matches(situation)) {
                    seen.set(requirement.position());
                    findings.add(requirement
                            .check()
                            .on(new Inspection(session, service, situation, requirement, situations.history())));
                }
            }
        }
    }

    private Eras<Requirement> applying(Fact<String> service) {
        String kind = service.value();
        return kind == null ? ofOther : byService.getOrDefault(kind, ofOther);
    }
}
