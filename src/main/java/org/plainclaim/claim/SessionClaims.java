package org.plainclaim.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plainclaim.coding.CodingEngine;
import org.plainclaim.coding.CodingOutcome;
import org.plainclaim.coding.Counting;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.diagnosis.DiagnosisSequence;
import org.plainclaim.documentation.Clinician;
import org.plainclaim.documentation.Columns;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.edit.EditEngine;
import org.plainclaim.edit.FrequencyEdits;
import org.plainclaim.edit.KnownLine;
import org.plainclaim.edit.PairEdits;
import org.plainclaim.edit.ProposedCodes;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/** Codes the services of a session, checks the lines, and puts them on claims: one for each number and form. */
final class SessionClaims {
    private final SessionDocumentation session;
    private final Counting.Sessions sessions;
    private final RuleBook book;
    private final LocalDate date;
    private final DiagnosisSequence diagnoses;
    private final Map<String, Situation> facts = new HashMap<>();
    private final List<DerivedClaim> claims = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> together = new TreeSet<>();
    private boolean elsewhere;

    SessionClaims(Counting.Sessions sessions, RuleBook book, LocalDate date, DiagnosisSequence diagnoses) {
        this.session = sessions.session();
        this.sessions = sessions;
        this.book = book;
        this.date = date;
        this.diagnoses = diagnoses;
    }

    /** Codes and checks; to be called once. */
    SessionClaims make() {
        Map<Biller, List<ServiceLine>> lines = new LinkedHashMap<>();
        for (List<DocumentedService> services : OtherLines.byClinician(session).values()) {
            CodingEngine.Billing billing = new CodingEngine.Billing(date, diagnoses);
            CodingOutcome coded = CodingEngine.code(services, sessions, book, billing);
            findings.addAll(coded.findings());
            elsewhere |= coded.elsewhere();
            together.addAll(coded.together());
            services.forEach(service -> facts.put(
                    service.reference(),
                    sessions.situations().of(service).with(Columns.FIRST_DIAGNOSIS, first(service, coded))));
            coded.lines().forEach(line -> lines.computeIfAbsent(biller(line), biller -> new ArrayList<>())
                    .add(ClaimForm.explained(line, situation(line), book)));
        }
        lines.forEach((biller, own) -> claim(biller, own, lines));
        proposed();
        return this;
    }

    List<DerivedClaim> claims() {
        return claims;
    }

    List<Finding> findings() {
        return findings;
    }

    /** True if another session bills for a service of this one. */
    boolean elsewhere() {
        return elsewhere;
    }

    /** Encounters of the other sessions that add up with this one. */
    Set<String> together() {
        return together;
    }

    /** The letter of the diagnosis that the service's own line points to first. */
    private Fact<String> first(DocumentedService service, CodingOutcome coded) {
        for (ServiceLine line : coded.lines()) {
            if (line.service().equals(service.reference()) && !line.pointers().isEmpty()) {
                return diagnoses.letter(line.pointers().get(0));
            }
        }
        return diagnoses.letter(1);
    }

    /** What the lines of one claim have in common. */
    private record Biller(String clinician, ClaimForm form) {}

    private Biller biller(ServiceLine line) {
        Clinician clinician = line.rendering();
        String name = clinician.npi().orElse(clinician.reference().orElse(""));
        return new Biller(name, ClaimForm.of(line, situation(line), book));
    }

    private Situation situation(ServiceLine line) {
        return facts.getOrDefault(line.service(), Situation.EMPTY);
    }

    private void claim(Biller biller, List<ServiceLine> lines, Map<Biller, List<ServiceLine>> all) {
        List<KnownLine> others = others(biller, lines, all);
        PairEdits.Outcome paired = PairEdits.check(lines, others, session, book);
        findings.addAll(paired.findings());
        findings.addAll(EditEngine.check(paired.lines(), facts, others, book));
        FrequencyEdits frequency = new FrequencyEdits(book, sessions.history(), others);
        for (ServiceLine line : paired.lines()) {
            if (FrequencyEdits.asks(book, line.code().code())) {
                findings.addAll(frequency.check(KnownLine.of(line, session)));
            }
        }
        claims.add(new DerivedClaim(
                biller.form(),
                date,
                lines.get(0).rendering(),
                supervising(lines),
                diagnoses.diagnoses(),
                paired.lines()));
    }

    /** Lines of the other claims of this session, and of other sessions as far back as a limit asks. */
    private List<KnownLine> others(Biller biller, List<ServiceLine> lines, Map<Biller, List<ServiceLine>> all) {
        List<KnownLine> others = new ArrayList<>();
        all.forEach((other, its) -> {
            if (!other.equals(biller)) {
                its.forEach(line -> others.add(KnownLine.of(line, session)));
            }
        });
        PatientHistory history = sessions.history();
        if (!history.sessions().isEmpty() || !history.lines().isEmpty()) {
            boolean far = lines.stream()
                    .anyMatch(line -> FrequencyEdits.asks(book, line.code().code()));
            others.addAll(new OtherLines(session, history, book).on(day -> far || day.equals(date)));
        }
        return others;
    }

    private @Nullable Clinician supervising(List<ServiceLine> lines) {
        for (DocumentedService service : session.services()) {
            if (service.supervising() != null
                    && lines.stream().anyMatch(line -> line.service().equals(service.reference()))) {
                return service.supervising();
            }
        }
        return null;
    }

    private void proposed() {
        if (!anyProposed()) {
            return;
        }
        ProposedCodes codes = new ProposedCodes(book, date);
        List<ServiceLine> lines =
                claims.stream().flatMap(claim -> claim.lines().stream()).toList();
        for (DocumentedService service : session.services()) {
            codes.compare(service, lines).ifPresent(findings::add);
        }
    }

    private boolean anyProposed() {
        for (DocumentedService service : session.services()) {
            if (service.statedCode().known()) {
                return true;
            }
        }
        return false;
    }
}
