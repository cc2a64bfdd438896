package org.plainclaim.server.figures;

import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.server.figures.Aging.Waiting;
import org.plainclaim.server.search.Sightline;
import org.plainclaim.server.submission.ClaimGathering;
import org.plainclaim.server.submission.SubmissionLog;
import org.plainclaim.submission.Submission;
import org.plainclaim.work.FilingClock;

/** The claims that no payer has, each with the last day of its payer. */
final class WaitingClaims {
    /** Of each kind; who has more has no use for a picture of it. */
    static final int MOST = 500;

    /** No payer takes a claim that is older; what is older is not looked at. */
    private static final int YEARS = 2;

    private final FiguresTable table;
    private final SubmissionLog log;
    private final ClaimGathering gathering;
    private final FilingClock filing;

    WaitingClaims(FiguresTable table, SubmissionLog log, ClaimGathering gathering, FilingClock filing) {
        this.table = table;
        this.log = log;
        this.gathering = gathering;
        this.filing = filing;
    }

    /**
     * What was found.
     *
     * @param claims the claims
     * @param more true if there are more of one kind than are looked at
     */
    record Found(List<Waiting> claims, boolean more) {}

    Found find(LocalDate today, Sightline seen) {
        List<String> submitted = table.waiting(MOST + 1, seen);
        List<String> others = table.unsubmitted(today.minusYears(YEARS), MOST + 1, seen);
        List<Waiting> found = new ArrayList<>();
        submitted.stream().limit(MOST).forEach(number -> log.claim(number)
                .ifPresent(claim -> found.add(waiting(claim.submission()))));
        others.stream().limit(MOST).forEach(claim -> add(claim, found));
        return new Found(found, submitted.size() > MOST || others.size() > MOST);
    }

    private void add(String claim, List<Waiting> found) {
        try {
            found.add(waiting(
                    gathering.stored(claim.substring(claim.indexOf('/') + 1)).submission()));
        } catch (ResourceNotFoundException | ResourceGoneException gone) {
            // it was taken away since
        }
    }

    private Waiting waiting(Submission claim) {
        return new Waiting(filing.lastDay(claim), claim.charge());
    }
}
