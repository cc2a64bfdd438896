package org.plainclaim.server.confidentiality;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Identifier;
import org.plainclaim.confidentiality.Disclosure;
import org.plainclaim.confidentiality.DisclosureDecision;
import org.plainclaim.confidentiality.Disclosures;
import org.plainclaim.confidentiality.Labels;
import org.plainclaim.confidentiality.MadeDisclosure;
import org.plainclaim.confidentiality.Notices;
import org.plainclaim.explanation.Finding;
import org.plainclaim.fhir.Moment;
import org.plainclaim.fhir.Systems;
import org.plainclaim.server.authorization.PayerGate;
import org.plainclaim.server.confidentiality.Rules.Way;
import org.plainclaim.server.eligibility.InquiryGate;

/** Decides what payers may be asked: that a program asks about somebody says what the program knows of them. */
final class PayerQuestions implements InquiryGate, PayerGate {
    private static final String ELIGIBILITY = "ELIGDTRM";
    private static final String AUTHORIZATION = "HPAYMT";
    private static final Way PAS = new Way("pas", "", true);

    private final Rules rules;
    private final Labeller.Tables tables;
    private final Disclosures log;
    private final Clock clock;

    PayerQuestions(Rules rules, Labeller.Tables tables, Disclosures log, Clock clock) {
        this.rules = rules;
        this.tables = tables;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Optional<Finding> objection(Inquiry inquiry) {
        return against(decide(question(inquiry), inquiry.patient(), inquired(inquiry)));
    }

    @Override
    public void asked(Inquiry inquiry) {
        Disclosure question = question(inquiry);
        made(question, inquiry.patient(), inquiry.payer(), inquired(inquiry));
    }

    @Override
    public Optional<Finding> objection(JsonNode claim, List<String> payer) {
        return against(
                decide(request(claim, payer), claim.at("/patient/reference").asText(), PAS));
    }

    @Override
    public String notice(JsonNode claim, List<String> payer) {
        Disclosure request = request(claim, payer);
        DisclosureDecision decision =
                decide(request, claim.at("/patient/reference").asText(), PAS);
        return rules.now().place(PAS, request.day()).equals(Notices.AGREEMENT)
                ? ""
                : rules.now().notices().text(decision.notice(), request.day());
    }

    @Override
    public void asked(JsonNode claim, List<String> payer) {
        String recipient = payer.isEmpty() ? claim.at("/insurer/reference").asText() : payer.get(0);
        made(request(claim, payer), claim.at("/patient/reference").asText(), recipient, PAS);
    }

    private static Optional<Finding> against(DisclosureDecision decision) {
        return decision.permitted() ? Optional.empty() : Optional.of(decision.finding());
    }

    private Disclosure question(Inquiry inquiry) {
        Set<String> sources = new TreeSet<>(List.of(
                inquiry.provider(),
                Written.alias(new Identifier().setSystem(Systems.NPI).setValue(inquiry.npi()))));
        Set<String> recipients = new TreeSet<>(List.of(Disclosure.PAYER, inquiry.payer(), inquiry.insurer()));
        return new Disclosure(
                inquiry.request(),
                labels(sources),
                recipients,
                ELIGIBILITY,
                LocalDate.now(clock),
                inquiry.from(),
                inquiry.to());
    }

    private Disclosure request(JsonNode claim, List<String> payer) {
        Set<String> recipients = new TreeSet<>(payer);
        recipients.add(Disclosure.PAYER);
        recipients.add(claim.at("/insurer/reference").asText());
        String reference = "Claim/" + claim.path("id").asText();
        Set<String> sources = ClaimSources.of(claim);
        sources.add(reference);
        LocalDate today = LocalDate.now(clock);
        LocalDate created = Moment.firstDay(claim.path("created").asText()).orElse(today);
        return new Disclosure(
                reference,
                labels(sources),
                recipients,
                AUTHORIZATION,
                today,
                created.isAfter(today) ? today : created,
                today);
    }

    private Labels labels(Set<String> sources) {
        return tables.partTwo(sources) ? new Labels("R", Set.of(), Set.of(Labels.PART_TWO), Set.of()) : Labels.NONE;
    }

    private static Way inquired(Inquiry inquiry) {
        return new Way("270", inquiry.book(), true);
    }

    private DisclosureDecision decide(Disclosure question, String patient, Way way) {
        boolean asks = question.labels().partTwo() || tables.programs().any(Set.of(ClaimDisclosures.selfPay(patient)));
        return rules.now()
                .decide(
                        question,
                        asks && patient.startsWith("Patient/")
                                ? tables.consents().of(patient)
                                : null,
                        way);
    }

    private void made(Disclosure question, String patient, String recipient, Way way) {
        DisclosureDecision decision = decide(question, patient, way);
        log.made(new MadeDisclosure(
                clock.instant(),
                patient,
                List.of(question.content()),
                recipient,
                way.name(),
                question.purpose(),
                question.labels().codes(),
                decision.finding().rule(),
                decision.consent(),
                decision.notice(),
                decision.notice().isEmpty() ? "" : rules.now().place(way, question.day())));
    }
}
