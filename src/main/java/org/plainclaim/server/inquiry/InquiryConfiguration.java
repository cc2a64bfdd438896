package org.plainclaim.server.inquiry;

import org.plainclaim.server.submission.LeavingCheck;
import org.plainclaim.server.submission.Partners;
import org.plainclaim.server.submission.StatusQuestions;
import org.plainclaim.work.FilingClock;
import org.plainclaim.work.Owners;
import org.plainclaim.work.WorkQueue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the questions about claims together over the store. */
@Configuration
public class InquiryConfiguration {
    @Bean
    StatusInquiries statusInquiries(
            Partners partners,
            StatusQuestions questions,
            WorkQueue queue,
            Owners owners,
            FilingClock filing,
            ObjectProvider<LeavingCheck> check) {
        return new StatusInquiries(
                partners,
                questions,
                new StatusInquiries.Work(queue, owners, filing, check.getIfAvailable(() -> LeavingCheck.NONE)));
    }
}
