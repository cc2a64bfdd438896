package org.plainclaim.server.eligibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.plainclaim.eligibility.CoverOnFile;
import org.plainclaim.eligibility.EligibilityAnswer.Outcome;
import org.plainclaim.eligibility.EligibilityCase;
import org.plainclaim.eligibility.EligibilityReview;
import org.plainclaim.eligibility.NextStep;
import org.plainclaim.eligibility.Visit;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.scrub.CoverageFacts;
import org.plainclaim.server.submission.BeforeSubmitting;
import org.plainclaim.server.submission.FocalCoverage;
import org.plainclaim.server.submission.GatheredClaim;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Submission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the payer of a claim said about the member.
 *
 * <p>Looking at a claim never asks: only an answer about the same member and days that is young enough counts. Before a
 * claim is submitted, and before its transaction begins, the payer is asked if there is none.
 */
public final class ClaimEligibility implements BeforeSubmitting {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimEligibility.class);

    private final Services services;
    private final Eligibilities eligibilities;

    ClaimEligibility(Services services, Eligibilities eligibilities) {
        this.services = services;
        this.eligibilities = eligibilities;
    }

    /** The same over other ways to payers. */
    ClaimEligibility with(Sources sources) {
        return new ClaimEligibility(services.with(sources), eligibilities.with(sources));
    }

    /** What is known; null if nobody was asked, or the answer is not there yet, or too old. */
    public @Nullable CoverageFacts facts(GatheredClaim gathered) {
        return asked(gathered)
                .flatMap(asked -> eligibilities
                        .forClaim(asked.about())
                        .filter(AnswerOnFile::done)
                        .map(answer -> facts(gathered.submission(), asked, answer)))
                .orElse(null);
    }

    private @Nullable CoverageFacts facts(Submission claim, Asked asked, AnswerOnFile on) {
        EligibilityReview review = review(claim, asked, on);
        if (!fresh(review)) {
            return null;
        }
        if (on.answer().heading().outcome() == Outcome.REFUSED) {
            boolean stranger = on.answer().rejects().stream()
                    .map(reject ->
                            NextStep.of(reject, asked.book(), asked.visit().from()))
                    .anyMatch(next -> next.kind() == NextStep.Kind.FIX_DEMOGRAPHICS);
            return stranger ? CoverageFacts.STRANGER : null;
        }
        return AnswerFacts.of(on.answer(), review, asked.visit(), claim.cover());
    }

    private EligibilityReview review(Submission claim, Asked asked, AnswerOnFile on) {
        List<CoverOnFile> others = claim.others().stream()
                .map(other -> CoverOnFile.of("", other.cover()))
                .toList();
        CoverOnFile file = CoverOnFile.of(asked.about().coverage(), claim.cover());
        return EligibilityReview.of(
                new EligibilityCase(claim.patient(), file, others, asked.visit(), on.answer(), services.today()),
                asked.book());
    }

    /** An answer can be too old (EL17), or of Medicaid and of an earlier month (EL20). */
    private static boolean fresh(EligibilityReview review) {
        return review.findings().stream()
                .noneMatch(finding -> finding.holds()
                        && (finding.rule().startsWith("el17") || finding.rule().startsWith("el20")));
    }

    /**
     * What has to be known of a claim to find an answer for it.
     *
     * @param about the member and the days
     * @param visit the service
     * @param named service types that it is about in particular
     * @param book the rules of the payer
     */
    private record Asked(Questions.About about, Visit visit, List<String> named, RuleBook book) {}

    private Optional<Asked> asked(GatheredClaim gathered) {
        Submission claim = gathered.submission();
        RuleLibrary library = services.rules().get();
        RuleBook book = library.book(claim.cover().payer().book()).orElse(library.base());
        ClaimVisits visits = new ClaimVisits(book);
        Visit visit = visits.of(claim);
        IdType coverage = new IdType(FocalCoverage.named(gathered.claim()));
        if (visit == null || !coverage.hasIdPart() || coverage.isLocal()) {
            return Optional.empty();
        }
        Questions.About about = Questions.About.of("Coverage/" + coverage.getIdPart(), claim.cover(), visit);
        return Optional.of(new Asked(about, visit, visits.named(claim), book));
    }

    /** Asks if a way leads to the payer and no answer counts; one that is on its way is waited for by nobody. */
    @Override
    public void prepare(GatheredClaim gathered) {
        try {
            Optional<Asked> asked = asked(gathered);
            if (asked.isPresent() && wanted(gathered, asked.get())) {
                eligibilities.submit(request(gathered, asked.get()));
            }
        } catch (BadInput | RuntimeException failure) {
            // the message could name a patient; what is not asked stays not-checked
            LOG.warn(
                    "A claim is submitted without asking its payer: {}",
                    failure.getClass().getName());
        }
    }

    private boolean wanted(GatheredClaim gathered, Asked asked) {
        Cover cover = gathered.submission().cover();
        if (services.sources().ofPayer(cover.payer().id()).isEmpty()) {
            return false;
        }
        Optional<AnswerOnFile> last = eligibilities.forClaim(asked.about());
        if (last.isEmpty()) {
            return true;
        }
        if (last.get().done()) {
            boolean refused = last.get().answer().heading().outcome() == Outcome.REFUSED;
            return refused || !fresh(review(gathered.submission(), asked, last.get()));
        }
        // a question without an answer is asked again by the rounds, until it is as old as an answer may be
        return last.get().state() == Question.State.DONE || last.get().daysOld() > Eligibilities.PATIENCE_DAYS;
    }

    private CoverageEligibilityRequest request(GatheredClaim gathered, Asked asked) {
        JsonNode claim = gathered.claim();
        RequestDraft draft = new RequestDraft(claim.at("/patient/reference").asText(), services.today());
        String number = asked.about() + "|" + eligibilities.timesAsked(asked.about());
        LocalDate from = asked.visit().from();
        return draft.number("claim|" + number)
                .days(from, asked.visit().to())
                .provider(claim.at("/provider/reference").asText())
                .insurer(insurer(gathered, asked.about().coverage()))
                .coverage(asked.about().coverage())
                .categories(asked.named())
                .done();
    }

    private static String insurer(GatheredClaim gathered, String coverage) {
        for (JsonNode entry : gathered.bundle().path("entry")) {
            JsonNode resource = entry.path("resource");
            if (coverage.equals("Coverage/" + resource.path("id").asText())
                    && resource.path("resourceType").asText().equals("Coverage")) {
                return resource.at("/payor/0/reference").asText();
            }
        }
        return gathered.claim().at("/insurer/reference").asText();
    }
}
