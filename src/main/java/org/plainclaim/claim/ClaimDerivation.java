package org.plainclaim.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.plainclaim.coding.CodingTables;
import org.plainclaim.coding.Counting;
import org.plainclaim.coding.Findings;
import org.plainclaim.diagnosis.DiagnosisRules;
import org.plainclaim.diagnosis.DiagnosisSequence;
import org.plainclaim.documentation.Columns;
import org.plainclaim.documentation.DocumentationReview;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.documentation.SessionSituations;
import org.plainclaim.edit.EditEngine;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.rules.Situation;

/** Derives the claims of a session: a pure function of the session and the rule library. */
public final class ClaimDerivation {
    /** Room for the findings of most sessions without growing. */
    private static final int USUAL_COUNT = 96;

    private final RuleLibrary library;
    private final Map<String, DocumentationReview> reviewsByPayer = new HashMap<>();
    private final Map<String, HistoryReach> reachByPayer = new HashMap<>();
    private final Map<String, DiagnosisRules> diagnosesByPayer = new HashMap<>();

    public ClaimDerivation(RuleLibrary library) {
        this.library = library;
        for (String payer : library.payers()) {
            library.book(payer).ifPresent(book -> {
                reviewsByPayer.put(payer, new DocumentationReview(book));
                reachByPayer.put(payer, new HistoryReach(book));
                diagnosesByPayer.put(payer, new DiagnosisRules(book));
            });
        }
    }

    /** Reviews, codes, edits and assembles a session of which nothing else is known. Never throws for any session. */
    public ClaimOutcome derive(SessionDocumentation session) {
        return derive(session, PatientHistory.UNKNOWN);
    }

    /** The same among the other sessions and claims of the patient. Never throws for any session. */
    public ClaimOutcome derive(SessionDocumentation session, PatientHistory history) {
        return new Run(session, history).derive();
    }

    /** Only the review of the documentation of a session of which nothing else is known. */
    public ClaimOutcome review(SessionDocumentation session) {
        return review(session, PatientHistory.UNKNOWN);
    }

    /** Only the review of the documentation: no lines, no claims. */
    public ClaimOutcome review(SessionDocumentation session, PatientHistory history) {
        Run run = new Run(session, history);
        run.review();
        return new ClaimOutcome(session, library.release(), List.of(), run.findings, false, Set.of());
    }

    /** The days of the patient's history that the rules ask for; empty for a session without a date. */
    public Optional<HistoryWindow> historyOf(SessionDocumentation session) {
        HistoryReach reach =
                Objects.requireNonNull(reachByPayer.get(bookOf(session).payer()));
        return Optional.ofNullable(session.time().dateOfService().value()).map(date -> reach.of(session, date));
    }

    /** The rules that decide for a session: those of its payer, else those that hold whoever pays. */
    public RuleBook bookOf(SessionDocumentation session) {
        return library.book(session.coverage().payer().orElse(RuleLibrary.BASE)).orElseGet(library::base);
    }

    private final class Run {
        private final SessionDocumentation session;
        private final PatientHistory history;
        private final RuleBook book;
        private final SessionSituations situations;
        private final List<Finding> findings = new ArrayList<>(USUAL_COUNT);

        Run(SessionDocumentation session, PatientHistory history) {
            this.session = session;
            this.history = history;
            this.book = bookOf(session);
            this.situations = new SessionSituations(session, book, history);
        }

        ClaimOutcome derive() {
            review();
            List<DerivedClaim> claims = List.of();
            boolean elsewhere = false;
            Set<String> together = Set.of();
            LocalDate date = session.time().dateOfService().value();
            if (date != null) {
                if (hasRulesOn(date)) {
                    Counting.Sessions sessions = new Counting.Sessions(session, situations, history);
                    SessionClaims made = new SessionClaims(sessions, book, date, diagnoses(date)).make();
                    findings.addAll(made.findings());
                    claims = made.claims();
                    elsewhere = made.elsewhere();
                    together = made.together();
                }
                notChecked(date);
                sayWhyNothing(claims.isEmpty() && !elsewhere, date);
            }
            return new ClaimOutcome(session, library.release(), claims, findings, elsewhere, together);
        }

        /** Without a date of service the rules that hold today without end are looked at. */
        void review() {
            findings.addAll(session.readingFindings());
            LocalDate date = session.time().dateOfService().orElse(LocalDate.MAX);
            DocumentationReview review = Objects.requireNonNull(reviewsByPayer.get(book.payer()));
            review.into(findings, session, situations, date);
            Fact<String> payer = session.coverage().payer();
            if (payer.known() && library.book(payer.get()).isEmpty()) {
                Situation facts = Situation.of(Map.of("payer", payer));
                findings.add(Findings.unanswered("payer", book, date, facts, payer.evidence()));
            }
        }

        /** A date that the tables do not reach back to is said as such, instead of as a code that is missing. */
        private boolean hasRulesOn(LocalDate date) {
            if (!book.table(CodingTables.SERVICES).rows(date).isEmpty()) {
                return true;
            }
            Fact<LocalDate> day = session.time().dateOfService();
            Situation facts = Situation.of(Map.of("date", day));
            findings.add(Findings.unanswered("date", book, date, facts, day.evidence()));
            return false;
        }

        private DiagnosisSequence diagnoses(LocalDate date) {
            DiagnosisRules rules = Objects.requireNonNull(diagnosesByPayer.get(book.payer()));
            DiagnosisSequence sequence = rules.sequence(session.diagnoses(), situations.ofSession(), date);
            findings.addAll(sequence.findings());
            if (!sequence.diagnoses().isEmpty()) {
                return sequence;
            }
            List<Evidence> coded = session.diagnoses().stream()
                    .filter(diagnosis -> diagnosis.code().known())
                    .flatMap(diagnosis -> diagnosis.code().evidence().stream())
                    .toList();
            if (!coded.isEmpty()) {
                findings.add(Findings.unanswered("diagnosis", book, date, Situation.EMPTY, coded));
            }
            return sequence;
        }

        /** No claim without a reason: nothing to bill is itself a finding. */
        private void sayWhyNothing(boolean nothing, LocalDate date) {
            if (nothing && findings.stream().noneMatch(Finding::holds)) {
                List<Evidence> whole = List.of(new Evidence(session.encounter(), "Encounter", null));
                findings.add(Findings.unanswered("service-code", book, date, Situation.EMPTY, whole));
            }
        }

        private void notChecked(LocalDate date) {
            List<Evidence> whole = List.of(new Evidence(session.encounter(), "Encounter", null));
            if (!session.services().isEmpty()) {
                String looked = history.covers(date, date) ? "known" : "unknown";
                Situation facts =
                        situations.of(session.services().get(0)).with(Columns.HISTORY, new Fact<>(looked, whole));
                findings.addAll(EditEngine.notChecked(facts, book, date, whole));
            }
        }
    }
}
