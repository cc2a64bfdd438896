package org.plainclaim.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plainclaim.coding.CodingEngine;
import org.plainclaim.coding.CodingOutcome;
import org.plainclaim.coding.CodingTables;
import org.plainclaim.coding.DiagnosisSequence;
import org.plainclaim.coding.Findings;
import org.plainclaim.documentation.DocumentationReview;
import org.plainclaim.documentation.DocumentedService;
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
    private final RuleLibrary library;
    private final Map<String, DocumentationReview> reviewsByPayer = new HashMap<>();

    public ClaimDerivation(RuleLibrary library) {
        this.library = library;
        for (String payer : library.payers()) {
            library.book(payer).ifPresent(book -> reviewsByPayer.put(payer, new DocumentationReview(book)));
        }
    }

    /** Reviews, codes, edits and assembles. Never throws for any session. */
    public ClaimOutcome derive(SessionDocumentation session) {
        return new Run(session).derive();
    }

    /** Only the review of the documentation: no lines, no claims. */
    public ClaimOutcome review(SessionDocumentation session) {
        Run run = new Run(session);
        run.review();
        return new ClaimOutcome(session, library.release(), List.of(), run.findings);
    }

    private final class Run {
        private final SessionDocumentation session;
        private final RuleBook book;
        private final SessionSituations situations;
        private final List<Finding> findings = new ArrayList<>();

        Run(SessionDocumentation session) {
            this.session = session;
            Fact<String> payer = session.coverage().payer();
            this.book = library.book(payer.orElse(RuleLibrary.BASE)).orElseGet(library::base);
            this.situations = new SessionSituations(session, book);
        }

        ClaimOutcome derive() {
            review();
            List<ProfessionalClaim> claims = new ArrayList<>();
            if (session.time().dateOfService().known()) {
                LocalDate date = session.time().dateOfService().get();
                if (hasRulesOn(date)) {
                    DiagnosisSequence diagnoses = diagnoses(date);
                    byClinician().values().forEach(services -> claim(services, diagnoses, date, claims));
                }
                notChecked(date);
                sayWhyNothing(claims, date);
            }
            return new ClaimOutcome(session, library.release(), claims, findings);
        }

        /** Without a date of service the rules that hold today without end are looked at. */
        void review() {
            findings.addAll(session.readingFindings());
            LocalDate date = session.time().dateOfService().orElse(LocalDate.MAX);
            DocumentationReview review = java.util.Objects.requireNonNull(reviewsByPayer.get(book.payer()));
            findings.addAll(review.of(session, situations, date));
            Fact<String> payer = session.coverage().payer();
            if (payer.known() && library.book(payer.get()).isEmpty()) {
                Situation facts = Situation.of(Map.of("payer", payer));
                findings.add(Findings.unanswered("payer", book, date, facts, payer.evidence()));
            }
        }

        /** A date that the tables do not reach back to is said as such, instead of as a code that is missing. */
        private boolean hasRulesOn(LocalDate date) {
            boolean any = book.table(CodingTables.SERVICES).rows().stream()
                    .anyMatch(row -> row.period().contains(date));
            if (!any) {
                Fact<LocalDate> day = session.time().dateOfService();
                Situation facts = Situation.of(Map.of("date", day));
                findings.add(Findings.unanswered("date", book, date, facts, day.evidence()));
            }
            return any;
        }

        private DiagnosisSequence diagnoses(LocalDate date) {
            DiagnosisSequence sequence = DiagnosisSequence.of(session.diagnoses(), book, date);
            findings.addAll(sequence.findings());
            if (!sequence.diagnoses().isEmpty()) {
                return sequence;
            }
            List<Evidence> coded = session.diagnoses().stream()
                    .filter(diagnosis -> diagnosis.code().known())
                    .flatMap(diagnosis -> diagnosis.code().evidence().stream())
                    .toList();
            if (!coded.isEmpty()) {
                findings.add(Findings.unanswered("diagnosis", book, date, Situation.of(Map.of()), coded));
            }
            return sequence;
        }

        private Map<String, List<DocumentedService>> byClinician() {
            Map<String, List<DocumentedService>> groups = new LinkedHashMap<>();
            for (DocumentedService service : session.services()) {
                String clinician = service.rendering().reference().orElse("");
                groups.computeIfAbsent(clinician, key -> new ArrayList<>()).add(service);
            }
            return groups;
        }

        private void claim(
                List<DocumentedService> services,
                DiagnosisSequence diagnoses,
                LocalDate date,
                List<ProfessionalClaim> claims) {
            CodingEngine.Billing billing = new CodingEngine.Billing(date, diagnoses.pointers());
            CodingOutcome coded = CodingEngine.code(services, situations, book, billing);
            findings.addAll(coded.findings());
            Map<String, Situation> facts = new HashMap<>();
            services.forEach(service -> facts.put(service.reference(), situations.of(service)));
            findings.addAll(EditEngine.check(coded.lines(), facts, book, date));
            if (!coded.lines().isEmpty()) {
                DocumentedService first = services.get(0);
                claims.add(new ProfessionalClaim(
                        date, first.rendering(), first.supervising(), diagnoses.diagnoses(), coded.lines()));
            }
        }

        /** No claim without a reason: nothing to bill is itself a finding. */
        private void sayWhyNothing(List<ProfessionalClaim> claims, LocalDate date) {
            if (claims.isEmpty() && findings.stream().noneMatch(Finding::holds)) {
                List<Evidence> whole = List.of(new Evidence(session.encounter(), "Encounter", null));
                findings.add(Findings.unanswered("service-code", book, date, Situation.of(Map.of()), whole));
            }
        }

        private void notChecked(LocalDate date) {
            List<Evidence> whole = List.of(new Evidence(session.encounter(), "Encounter", null));
            if (!session.services().isEmpty()) {
                Situation facts = situations.of(session.services().get(0));
                findings.addAll(EditEngine.notChecked(facts, book, date, whole));
            }
        }
    }
}
