package org.plainclaim.server.secondary;

import org.plainclaim.server.submission.ClaimGathering;
import org.plainclaim.server.submission.SubmissionLog;
import org.plainclaim.server.submission.Submitting;
import org.plainclaim.work.FilingClock;
import org.plainclaim.work.Owners;
import org.plainclaim.work.WorkQueue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the claims to the next payer together. */
@Configuration
public class SecondaryConfiguration {
    @Bean
    NextPayers nextPayers(
            SubmissionLog log,
            ClaimGathering gathering,
            Submitting submitting,
            WorkQueue queue,
            Owners owners,
            FilingClock filing) {
        return new NextPayers(log, gathering, submitting, new NextPayers.Work(queue, owners, filing));
    }
}
