package org.plainclaim.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.coding.CodingTables;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.documentation.Requirements;
import org.plainclaim.documentation.ServiceDetail;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.documentation.SessionSituations;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.rules.Candidate;
import org.plainclaim.rules.Cell;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/** What is missing in a session: for each gap, the amendments that would fill it, one for every answer there may be. */
final class Gaps {
    private static final String MINUTES = "minutes";
    private static final String PLACE_QUESTION = "place-of-service-unknown";

    private final RuleBook book;
    private final PatientHistory history;
    private final Questions questions;
    private final ServiceFillings fillings;
    private final LocalDate date;

    Gaps(RuleBook book, PatientHistory history, LocalDate date) {
        this.book = book;
        this.history = history;
        this.date = date;
        this.questions = new Questions(book, date);
        Map<String, ServiceDetail> details = new HashMap<>();
        book.table(ServiceDetail.TABLE).rows().forEach(row -> {
            ServiceDetail detail = ServiceDetail.of(row);
            details.put(detail.name(), detail);
        });
        this.fillings = new ServiceFillings(details);
    }

    Questions questions() {
        return questions;
    }

    ServiceFillings fillings() {
        return fillings;
    }

    /** The answers that would settle a finding that holds the claim; empty if no missing fact would. */
    List<Amendment> of(Finding finding) {
        Optional<Row> rule = book.table(Requirements.TABLE).rows().stream()
                .filter(row -> row.rule().equals(finding.rule()))
                .findFirst();
        if (finding.rule().equals(PLACE_QUESTION)) {
            return amendments("place-of-service", "", finding.evidence());
        }
        return rule.map(row -> amendments(row.result("requires"), row.result("detail"), finding.evidence()))
                .orElse(List.of());
    }

    private List<Amendment> amendments(String word, String detail, List<Evidence> where) {
        List<Filling> all = new ArrayList<>(SessionFillings.of(word, detail));
        all.addAll(fillings.of(word, detail));
        List<Amendment> amendments = new ArrayList<>();
        for (Filling filling : all) {
            questions
                    .ask(word, detail, filling.answer(), where)
                    .ifPresent(step -> amendments.add(amendment(step, filling)));
        }
        return amendments;
    }

    private static Amendment amendment(Step step, Filling filling) {
        return Amendment.of(step, session -> {
            Filled draft = new Filled(session);
            filling.fill().accept(draft);
            return draft.session();
        });
    }

    /** For a service without a line: what would give it a code, row by row; its minutes are asked for apart. */
    List<Amendment> ofUncoded(ClaimOutcome outcome, DocumentedService service) {
        Situation facts = facts(outcome.session(), service);
        List<Amendment> amendments = new ArrayList<>();
        for (Candidate candidate :
                book.table(CodingTables.SERVICES).rowsOf(service.kind().orElse(""))) {
            Row row = candidate.row();
            if (row.period().contains(date) && !row.result("code").isEmpty()) {
                fill(row, facts, service)
                        .filter(found -> amendments.stream()
                                .noneMatch(other -> other.steps().equals(found.steps())))
                        .ifPresent(amendments::add);
            }
        }
        return amendments;
    }

    /** For a service whose minutes nobody documented: one answer for each band of minutes that gives other lines. */
    List<Amendment> ofMinutes(DocumentedService service, IntFunction<List<String>> linesAt) {
        List<Amendment> amendments = new ArrayList<>();
        for (MinuteBands.Band band : MinuteBands.of(linesAt)) {
            questions
                    .ask(MINUTES, "", band.words(), service.time().minutes().evidence())
                    .ifPresent(step -> amendments.add(amendment(step, minutes(service, band.from()))));
        }
        return amendments;
    }

    Filling minutes(DocumentedService service, int minutes) {
        return fillings.value(MINUTES, minutes, other -> other.reference().equals(service.reference()));
    }

    Situation facts(SessionDocumentation session, DocumentedService service) {
        return new SessionSituations(session, book, history).of(service);
    }

    /** Fills every cell of the row whose fact is not documented; empty if a documented one is in the way. */
    Optional<Amendment> fill(Row row, Situation facts, DocumentedService service) {
        Predicate<DocumentedService> it = other -> other.reference().equals(service.reference());
        Optional<Amendment> all = Optional.empty();
        for (Cell cell : row.conditions()) {
            Fact<?> fact = facts.fact(cell.column());
            boolean later =
                    cell.column().equals("place-of-service") || (cell.column().equals(MINUTES) && !fact.known());
            if (cell.matches(fact) || later) {
                continue;
            }
            if (fact.known() || !fillings.fits(cell.column())) {
                return Optional.empty();
            }
            Object value = ServiceFillings.first(cell, cell.isRange());
            Filling filling = fillings.value(cell.column(), value, it);
            boolean detail = fillings.isDetail(cell.column());
            Optional<Step> step = questions.ask(
                    detail ? "detail" : cell.column(), detail ? cell.column() : "", words(cell), where(fact, service));
            if (step.isEmpty()) {
                return Optional.empty();
            }
            Amendment one = amendment(step.get(), filling);
            all = Optional.of(all.map(before -> before.and(one)).orElse(one));
        }
        return all;
    }

    private static List<Evidence> where(Fact<?> fact, DocumentedService service) {
        return fact.evidence().isEmpty()
                ? List.of(Evidence.missing(service.reference(), "Procedure.extension"))
                : fact.evidence();
    }

    /** A cell in words: {@code 16 to 37}, {@code 53 or more}, {@code present or part}. */
    static String words(Cell cell) {
        if (cell.isRange()) {
            return cell.to() == Integer.MAX_VALUE ? cell.from() + " or more" : cell.from() + " to " + cell.to();
        }
        return cell.text().replace("|", " or ");
    }
}
