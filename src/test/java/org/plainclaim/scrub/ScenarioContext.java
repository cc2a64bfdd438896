package org.plainclaim.scrub;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plainclaim.authorization.Authorization;
import org.plainclaim.authorization.AuthorizationDecision;
import org.plainclaim.authorization.AuthorizationsOnFile;
import org.plainclaim.authorization.AuthorizedService;
import org.plainclaim.edit.KnownLine;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Severity;
import org.plainclaim.explanation.Source;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Decision;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.OtherCover;
import org.plainclaim.submission.Payer;

/** What a scenario says of everything around the claim. */
final class ScenarioContext {
    private ScenarioContext() {}

    static void put(JsonNode facts, SampleClaim claim) {
        claim.died = ScrubScenario.date(facts, "died", null);
        claim.received = Objects.requireNonNull(ScrubScenario.date(facts, "received", claim.received));
        claim.recorded = !unknown(facts, "record");
        claim.coverage = unknown(facts, "coverage") ? null : coverage(facts.path("coverage"));
        claim.privacy = unknown(facts, "privacy") ? null : privacy(facts.path("privacy"));
        claim.authorizations = unknown(facts, "authorizations") ? null : authorizations(facts);
        claim.known = unknown(facts, "claims") ? OtherClaims.UNKNOWN : others(facts);
        claim.enrollment = unknown(facts, "enrollment") ? null : enrollment(facts.path("enrollment"));
        facts.path("others").forEach(other -> claim.others.add(other(other, claim)));
        facts.path("found").forEach(found -> claim.findings.add(finding(found.asText())));
        claim.sessions = unknown(facts, "sessions") ? null : sessions(facts);
        claim.inFacility = said(facts, "in-facility", false);
        claim.copied = said(facts, "copied", false);
    }

    private static boolean unknown(JsonNode facts, String field) {
        return facts.path(field).asText().equals("unknown");
    }

    private static @Nullable Boolean said(JsonNode node, String field, boolean otherwise) {
        return node.path(field).isTextual() ? null : node.path(field).asBoolean(otherwise);
    }

    private static CoverageFacts coverage(JsonNode node) {
        return new CoverageFacts(
                node.path("found").asBoolean(true),
                said(node, "active", true),
                said(node, "covered", true),
                node.path("mismatches").isTextual() ? null : ScrubScenario.texts(node.path("mismatches")),
                node.path("carve-out").asText(""),
                said(node, "managed", false),
                said(node, "other-first", false),
                said(node, "authorization", false),
                said(node, "referral", false),
                said(node, "network", true),
                node.path("visits").isTextual()
                        ? null
                        : Integer.valueOf(node.path("visits").asInt(10)),
                said(node, "excluded", false),
                said(node, "no-balance", false));
    }

    private static PrivacyFacts privacy(JsonNode node) {
        return new PrivacyFacts(
                node.path("part-two").asBoolean(false),
                said(node, "consent", true),
                node.path("self-pay").asBoolean(false),
                said(node, "psychotherapy-notes", false));
    }

    /** An authorization without codes is for any; decision and left are those of each of its services. */
    private static AuthorizationsOnFile authorizations(JsonNode facts) {
        List<Authorization> all = new ArrayList<>();
        facts.path("authorizations").forEach(node -> {
            List<String> codes = ScrubScenario.texts(node.path("codes"));
            List<AuthorizedService> services = (codes.isEmpty() ? List.of("") : codes)
                    .stream()
                            .map(code -> new AuthorizedService(
                                    node.path("denied").asBoolean(false)
                                            ? AuthorizationDecision.DENIED
                                            : AuthorizationDecision.APPROVED,
                                    code,
                                    "",
                                    List.of(),
                                    ScrubScenario.number(node, "left"),
                                    ScrubScenario.date(node, "from", null),
                                    ScrubScenario.date(node, "to", null)))
                            .toList();
            all.add(new Authorization(
                    "ClaimResponse/1",
                    node.path("number").asText(),
                    "",
                    "",
                    ScrubScenario.texts(node.path("providers")),
                    services));
        });
        return new AuthorizationsOnFile(all, List.of());
    }

    private static OtherClaims others(JsonNode facts) {
        List<OtherClaims.OtherLine> lines = new ArrayList<>();
        facts.path("claims")
                .forEach(node -> lines.add(new OtherClaims.OtherLine(
                        new KnownLine(
                                "Claim/other",
                                node.path("code").asText(),
                                day(node, "date"),
                                node.path("units").asInt(1),
                                new KnownLine.Provider(
                                        node.path("npi").asText(SampleClaim.PSYCHOLOGIST),
                                        node.path("taxonomy").asText("103TC0700X"),
                                        SampleClaim.BILLING_NPI),
                                null,
                                null,
                                List.of(new Evidence("Claim/other", "Claim.item[0]", null))),
                        ScrubScenario.texts(node.path("modifiers")),
                        "11")));
        List<OtherClaims.OtherStay> stays = new ArrayList<>();
        facts.path("stays")
                .forEach(node -> stays.add(new OtherClaims.OtherStay(
                        "Claim/stay",
                        node.path("bill").asText(),
                        ScrubScenario.texts(node.path("conditions")),
                        List.of(),
                        day(node, "from"),
                        day(node, "to"))));
        return new OtherClaims(LocalDate.of(2020, 1, 1), LocalDate.of(2026, 12, 31), lines, stays);
    }

    private static LocalDate day(JsonNode node, String field) {
        return Objects.requireNonNull(ScrubScenario.date(node, field, SampleClaim.DAY));
    }

    private static EnrollmentFacts enrollment(JsonNode node) {
        EnrollmentFacts.Standing standing = new EnrollmentFacts.Standing(
                said(node, "enrolled", true),
                said(node, "licensed", true),
                said(node, "excluded", false),
                node.has("states") ? ScrubScenario.set(node.path("states")) : java.util.Set.of("IL"));
        Map<String, EnrollmentFacts.Standing> byNpi = new HashMap<>();
        for (String npi : new String[] {SampleClaim.PSYCHOLOGIST, SampleClaim.PSYCHIATRIST, SampleClaim.BILLING_NPI}) {
            byNpi.put(npi, standing);
        }
        return new EnrollmentFacts(byNpi);
    }

    private static OtherCover other(JsonNode node, SampleClaim claim) {
        Cover cover = new Cover(
                node.path("order").asInt(),
                new Payer("P2", "Other", "commercial"),
                node.path("filing").asText("CI"),
                Cover.SELF,
                "X1",
                "",
                "",
                claim.submission().patient(),
                null,
                null);
        Decision decision =
                node.path("decided").asBoolean(false) ? new Decision(Money.of("80"), SampleClaim.DAY, "1") : null;
        return new OtherCover(cover, decision, List.of());
    }

    /** Written as rule, verdict and severity: {@code df11-note-signed FAIL HOLD}. */
    private static Finding finding(String text) {
        String[] words = text.split(" ", -1);
        Source source = new Source(words[0], "a test", null, null, SampleClaim.DAY, "confirmed");
        return new Finding(
                source, Verdict.valueOf(words[1]), Severity.valueOf(words[2]), "The record says so.", "", List.of());
    }

    private static List<RecordFacts.OtherSession> sessions(JsonNode facts) {
        List<RecordFacts.OtherSession> all = new ArrayList<>();
        facts.path("sessions").forEach(node -> all.add(session(node)));
        return all;
    }

    private static RecordFacts.OtherSession session(JsonNode node) {
        int minutes = node.path("minutes").asInt(60);
        java.time.LocalDateTime start = SampleClaim.DAY.atTime(node.path("hour").asInt(9), 0);
        return new RecordFacts.OtherSession(
                node.path("npi").asText(SampleClaim.PSYCHOLOGIST),
                node.path("code").asText("90837"),
                new RecordFacts.Times(minutes, start, start.plusMinutes(minutes)));
    }
}
