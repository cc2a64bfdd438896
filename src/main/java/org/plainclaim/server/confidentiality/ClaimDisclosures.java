package org.plainclaim.server.confidentiality;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plainclaim.confidentiality.Disclosure;
import org.plainclaim.confidentiality.DisclosureDecision;
import org.plainclaim.confidentiality.Disclosures;
import org.plainclaim.confidentiality.Labels;
import org.plainclaim.confidentiality.MadeDisclosure;
import org.plainclaim.confidentiality.Notices;
import org.plainclaim.confidentiality.PatientConsent;
import org.plainclaim.scrub.PrivacyFacts;
import org.plainclaim.server.confidentiality.Rules.Way;
import org.plainclaim.server.store.CurrentVersions;
import org.plainclaim.server.store.CurrentVersions.Current;
import org.plainclaim.server.submission.GatheredClaim;
import org.plainclaim.server.submission.LeavingCheck;
import org.plainclaim.server.submission.LoggedClaim;
import org.plainclaim.server.submission.LoggedInterchange;
import org.plainclaim.submission.Submission;

/**
 * Decides whether a claim may be told to its payer: when it is looked at, when it is submitted, and when it leaves.
 *
 * <p>Where it comes from is looked up each time, so that a label that is not there yet lets nothing out.
 */
public final class ClaimDisclosures implements LeavingCheck {
    private static final String WAY = "837";
    private static final String STATUS = "276";
    private static final String PURPOSE = "HPAYMT";
    private static final String NOBODY = "Patient/";

    private final Rules rules;
    private final Labeller.Tables tables;
    private final CurrentVersions store;
    private final Disclosures log;
    private final Clock clock;

    ClaimDisclosures(Rules rules, Labeller.Tables tables, CurrentVersions store, Disclosures log, Clock clock) {
        this.rules = rules;
        this.tables = tables;
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    /** What an edit has to know about a stored claim. */
    public PrivacyFacts facts(GatheredClaim gathered) {
        Set<String> names = new TreeSet<>(ClaimSources.payers(gathered));
        Set<String> evidence = ClaimSources.evidence(gathered.claim());
        Origins known = known(gathered.claim(), evidence);
        boolean note = evidence.stream().anyMatch(one -> known.bears(one, Labels.PSYCHOTHERAPY));
        Subject subject = subject(gathered.claim(), known);
        DisclosureDecision decision = decide(subject, gathered.submission(), names, WAY);
        boolean selfPay = decision.reason().equals("self-pay");
        return new PrivacyFacts(
                subject.labels().partTwo(),
                decision.permitted() || selfPay,
                selfPay,
                note || subject.labels().psychotherapyNote(),
                decision.finding());
    }

    @Override
    public Optional<String> objection(LoggedClaim claim) {
        return against(decide(claim, WAY));
    }

    @Override
    public Optional<String> objectionToAsking(LoggedClaim claim) {
        return against(decide(claim, STATUS));
    }

    private static Optional<String> against(DisclosureDecision decision) {
        return decision.permitted()
                ? Optional.empty()
                : Optional.of(decision.finding().message());
    }

    /** The notice goes where there is room for it; what stands there already stays. */
    @Override
    public Submission leaving(LoggedClaim claim) {
        DisclosureDecision decision = decide(claim, WAY);
        Submission submission = claim.submission();
        String text = rules.now().notices().text(decision.notice(), LocalDate.now(clock));
        return text.isEmpty() || !submission.heading().note().isBlank() || agreed(submission, WAY)
                ? submission
                : submission.noting(text);
    }

    @Override
    public void left(LoggedInterchange interchange, List<LoggedClaim> claims) {
        claims.forEach(claim -> made(claim, WAY));
    }

    @Override
    public void asked(LoggedClaim claim) {
        made(claim, STATUS);
    }

    private void made(LoggedClaim claim, String name) {
        DisclosureDecision decision = decide(claim, name);
        Way way = way(claim.submission(), name);
        log.made(new MadeDisclosure(
                clock.instant(),
                claim.patient(),
                List.of(claim.claim() + "/_history/" + claim.version()),
                claim.payer(),
                name,
                PURPOSE,
                tables.labels()
                        .find(claim.claim())
                        .map(entry -> List.copyOf(entry.labels()))
                        .orElse(List.of()),
                decision.finding().rule(),
                decision.consent(),
                decision.notice(),
                decision.notice().isEmpty() ? "" : rules.now().place(way, LocalDate.now(clock))));
    }

    private boolean agreed(Submission submission, String name) {
        return rules.now().place(way(submission, name), LocalDate.now(clock)).equals(Notices.AGREEMENT);
    }

    /** Of a 276 no part is free text that could stand in the way. */
    private static Way way(Submission submission, String name) {
        boolean room = name.equals(STATUS) || submission.heading().note().isBlank();
        return new Way(name, submission.cover().payer().book(), room);
    }

    private DisclosureDecision decide(LoggedClaim claim, String way) {
        JsonNode json = store.read(Map.of("Claim", List.of(claim.claim().substring("Claim/".length())))).stream()
                .findFirst()
                .map(Current::json)
                .<JsonNode>map(found -> found)
                .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
        Subject subject = json.isMissingNode()
                ? new Subject(claim.claim(), claim.patient(), gone(claim.claim()), null)
                : subject(json, known(json, Set.of()));
        return decide(subject, claim.submission(), ClaimSources.payers(claim.submission(), json), way);
    }

    /** What is told: whose it is, its labels as they are now, and the consents if anything depends on them. */
    private record Subject(String claim, String patient, Labels labels, @Nullable List<PatientConsent> consents) {}

    /** What the tables say of a claim and of all it comes from, asked at once. */
    private Origins known(JsonNode claim, Set<String> evidence) {
        Set<String> sources = ClaimSources.of(claim);
        Set<String> labelled = new TreeSet<>(evidence);
        labelled.addAll(sources);
        labelled.add(reference(claim));
        Set<String> programs = new TreeSet<>(sources);
        programs.add(selfPay(claim.at("/patient/reference").asText()));
        return Origins.of(tables, labelled, programs);
    }

    private Subject subject(JsonNode claim, Origins known) {
        String patient = claim.at("/patient/reference").asText();
        Labels labels = labels(reference(claim), ClaimSources.of(claim), known);
        boolean asks = labels.partTwo() || known.programs().contains(selfPay(patient));
        boolean named = patient.startsWith(NOBODY);
        return new Subject(
                reference(claim),
                patient,
                labels,
                asks && named ? tables.consents().of(patient) : null);
    }

    /** The labels of a claim that is no longer stored. */
    private Labels gone(String claim) {
        return labels(claim, Set.of(), Origins.of(tables, Set.of(claim), Set.of()));
    }

    private static String reference(JsonNode claim) {
        return "Claim/" + claim.path("id").asText();
    }

    /** The mark of a patient who has ever restricted what payers are told; whether it holds is for the consent to say. */
    static String selfPay(String patient) {
        return "self-pay:" + patient;
    }

    private static Labels labels(String claim, Set<String> sources, Origins known) {
        boolean partTwo = known.partTwo(Set.of(claim)) || known.partTwo(sources);
        boolean note = known.bears(claim, Labels.PSYCHOTHERAPY);
        return new Labels(
                note ? "V" : partTwo ? "R" : "",
                note ? Set.of(Labels.PSYCHOTHERAPY) : Set.of(),
                partTwo ? Set.of(Labels.PART_TWO) : Set.of(),
                Set.of());
    }

    private DisclosureDecision decide(Subject subject, Submission submission, Set<String> recipients, String way) {
        LocalDate today = LocalDate.now(clock);
        LocalDate from = Objects.requireNonNullElse(submission.from(), today);
        LocalDate to = Objects.requireNonNullElse(submission.to(), today);
        return rules.now()
                .decide(
                        new Disclosure(subject.claim(), subject.labels(), recipients, PURPOSE, today, from, to),
                        subject.consents(),
                        way(submission, way));
    }
}
