package org.plainclaim.fhir.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.plainclaim.confidentiality.Disclosure;
import org.plainclaim.confidentiality.PatientConsent;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.documentation.PayerCoverage;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.DocumentationReader;
import org.plainclaim.fhir.ReadingOptions;
import org.plainclaim.fhir.confidentiality.ConsentReader;
import org.plainclaim.fhir.confidentiality.ProgramReader;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.training.CaseText;
import org.plainclaim.training.Privacy;
import org.plainclaim.training.SessionSheet;
import org.plainclaim.training.SheetLine;
import org.plainclaim.training.TrainingCase;

/** Reads the session of a case as any other session is read, with what is needed to disclose its claim. */
final class SessionOfCase {
    private static final int YEARS = 5;

    private final DocumentationReader reader;
    private final RuleLibrary rules;

    SessionOfCase(DocumentationReader reader, RuleLibrary rules) {
        this.reader = reader;
        this.rules = rules;
    }

    TrainingCase read(CaseText text, SessionTree tree) throws BadInput {
        SessionDocumentation session = reader.read(tree.bundle(), ReadingOptions.NONE);
        RuleBook book =
                rules.book(session.coverage().payer().orElse(RuleLibrary.BASE)).orElseGet(rules::base);
        List<SheetLine> sheet = new ArrayList<>(SessionSheet.of(session, book));
        sheet.addAll(NoteLines.of(tree));
        Fact<Boolean> partTwo = partTwo(tree);
        if (partTwo.is(true)) {
            sheet.add(new SheetLine("visit", "Program", "under 42 CFR Part 2"));
        }
        if (text.disclosedOn() != null) {
            sheet.add(new SheetLine("consent", "The claim leaves on", String.valueOf(text.disclosedOn())));
        }
        Privacy privacy = new Privacy(partTwo, consents(tree), recipients(session.coverage()), text.disclosedOn());
        return new TrainingCase(text, session, history(text, session), privacy, sheet);
    }

    /** Either nothing is known, or it is known that nothing else happened. */
    private static PatientHistory history(CaseText text, SessionDocumentation session) {
        LocalDate date = session.time().dateOfService().value();
        return !text.historyKnown() || date == null
                ? PatientHistory.UNKNOWN
                : new PatientHistory(date.minusYears(YEARS), date.plusYears(YEARS), List.of(), List.of());
    }

    private Fact<Boolean> partTwo(SessionTree tree) {
        ProgramReader programs = new ProgramReader(reader.vocabulary());
        for (ObjectNode organization : tree.resources("Organization")) {
            if (programs.kind(organization).isPresent()) {
                return Fact.of(true, new Evidence("Organization", "Organization.type", null));
            }
        }
        return Fact.of(false, Evidence.missing("Organization", "Organization.type"));
    }

    private List<PatientConsent> consents(SessionTree tree) {
        ConsentReader consents = new ConsentReader(reader.vocabulary());
        return tree.resources("Consent").stream()
                .filter(consent -> !consents.kinds(consent).isEmpty())
                .map(consents::read)
                .toList();
    }

    private static Set<String> recipients(PayerCoverage coverage) {
        Set<String> names = new TreeSet<>(Set.of(Disclosure.PAYER));
        if (coverage.payor().known()) {
            names.add(coverage.payor().get());
        }
        if (coverage.payer().known()) {
            names.add(coverage.payer().get());
        }
        return names;
    }
}
