package org.plainclaim.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.plainclaim.coding.CodingEngine;
import org.plainclaim.coding.Counting;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.diagnosis.DiagnosisSequence;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.documentation.PatientHistory.PastLine;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.documentation.SessionSituations;
import org.plainclaim.edit.KnownLine;
import org.plainclaim.rules.RuleBook;

/** The lines of the patient's other sessions: those of claims on file, else what the sessions would be coded as. */
final class OtherLines {
    private final SessionDocumentation session;
    private final PatientHistory history;
    private final RuleBook book;

    OtherLines(SessionDocumentation session, PatientHistory history, RuleBook book) {
        this.session = session;
        this.history = history;
        this.book = book;
    }

    /** Lines of the days asked for. */
    List<KnownLine> on(Predicate<LocalDate> days) {
        List<KnownLine> lines = new ArrayList<>();
        Set<String> billed = new HashSet<>();
        for (PastLine line : history.lines()) {
            billed.add(line.encounter());
            if (!line.encounter().equals(session.encounter()) && days.test(line.date())) {
                lines.add(KnownLine.of(line));
            }
        }
        for (SessionDocumentation other : history.sessions()) {
            LocalDate date = other.time().dateOfService().value();
            if (date != null && days.test(date) && !billed.contains(other.encounter())) {
                lines.addAll(coded(other, date));
            }
        }
        return lines;
    }

    private List<KnownLine> coded(SessionDocumentation other, LocalDate date) {
        SessionSituations situations = new SessionSituations(other, book, PatientHistory.UNKNOWN);
        Counting.Sessions sessions = new Counting.Sessions(other, situations, historyOf(other));
        List<KnownLine> lines = new ArrayList<>();
        for (List<DocumentedService> services : byClinician(other).values()) {
            CodingEngine.Billing billing = new CodingEngine.Billing(date, DiagnosisSequence.OF_ANOTHER);
            for (ServiceLine line :
                    CodingEngine.code(services, sessions, book, billing).lines()) {
                lines.add(KnownLine.of(line, other));
            }
        }
        return lines;
    }

    /** Seen from another session, this one is one of the others. */
    private PatientHistory historyOf(SessionDocumentation other) {
        List<SessionDocumentation> sessions = new ArrayList<>(history.sessions());
        sessions.remove(other);
        sessions.add(session);
        return new PatientHistory(history.from(), history.to(), sessions, history.lines());
    }

    static Map<String, List<DocumentedService>> byClinician(SessionDocumentation session) {
        if (session.services().size() == 1) {
            return Map.of("", session.services());
        }
        Map<String, List<DocumentedService>> groups = new LinkedHashMap<>();
        for (DocumentedService service : session.services()) {
            String clinician = service.rendering()
                    .npi()
                    .orElse(service.rendering().reference().orElse(""));
            groups.computeIfAbsent(clinician, key -> new ArrayList<>()).add(service);
        }
        return groups;
    }
}
