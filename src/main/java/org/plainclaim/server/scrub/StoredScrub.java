package org.plainclaim.server.scrub;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.plainclaim.audit.Decision;
import org.plainclaim.audit.Decisions;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.scrub.ScrubOutcome;
import org.plainclaim.server.store.CurrentVersions;
import org.plainclaim.server.store.Question;
import org.plainclaim.server.store.StoreView;
import org.plainclaim.server.submission.ClaimGathering;
import org.plainclaim.server.submission.GatheredClaim;

/** Scrubs stored claims with their documentation, many over one view of the store, and writes each verdict down. */
public final class StoredScrub {
    private final CurrentVersions store;
    private final ClaimGathering claims;
    private final Scrubber scrubber;
    private final Decisions decisions;

    public StoredScrub(CurrentVersions store, ClaimGathering claims, Scrubber scrubber, Decisions decisions) {
        this.store = store;
        this.claims = claims;
        this.scrubber = scrubber;
        this.decisions = decisions;
    }

    /**
     * Some claims, to be scrubbed one after the other.
     *
     * @param ids their ids
     * @param received the day on which payers receive them
     */
    public Lot lot(List<String> ids, LocalDate received) {
        StoreView view = store.view();
        view.expect(ids.stream().map(id -> Question.named("Claim", id)).toList());
        return new Lot(view, received);
    }

    /** Claims over one view of the store. */
    public final class Lot {
        private final StoreView view;
        private final LocalDate received;

        private Lot(StoreView view, LocalDate received) {
            this.view = view;
            this.received = received;
        }

        /** What the edits say of one claim. */
        public ScrubOutcome scrub(String id) {
            GatheredClaim gathered = claims.stored(id, view);
            ScrubOutcome outcome = scrubber.stored(gathered, received, true);
            decisions.made(decision(gathered, outcome));
            return outcome;
        }
    }

    /** The verdict and how it came about; findings stand in the answer and say too much for a log. */
    static Decision decision(GatheredClaim gathered, ScrubOutcome outcome) {
        JsonNode claim = gathered.claim();
        String reference = "Claim/" + claim.path("id").asText();
        Map<String, String> details = Map.of(
                "verdict", outcome.held() ? "held" : outcome.clean() ? "clean" : "open",
                "failed", String.valueOf(outcome.count(Verdict.FAIL)),
                "not-checked", String.valueOf(outcome.count(Verdict.NOT_CHECKED)),
                "release", outcome.book().release().digest());
        String version = reference + "/_history/" + claim.at("/meta/versionId").asText();
        return new Decision("scrubbed", claim.at("/patient/reference").asText(), reference, List.of(version), details);
    }
}
