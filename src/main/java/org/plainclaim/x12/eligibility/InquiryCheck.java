package org.plainclaim.x12.eligibility;

import java.util.ArrayList;
import java.util.List;
import org.plainclaim.eligibility.EligibilityInquiry;
import org.plainclaim.submission.Cover;

/** Says what a question lacks that every payer needs. */
public final class InquiryCheck {
    private static final int LONGEST_TRACE = 50;

    private InquiryCheck() {}

    /** What is missing, in words; names no value. */
    public static List<String> missing(EligibilityInquiry inquiry) {
        List<String> missing = new ArrayList<>();
        Cover cover = inquiry.cover();
        need(
                !inquiry.trace().isEmpty() && inquiry.trace().length() <= LONGEST_TRACE,
                "a trace number (TRN02)",
                missing);
        need(!cover.payer().id().isEmpty(), "the id of the payer (2100A NM109)", missing);
        need(!cover.payer().name().isEmpty(), "the name of the payer (2100A NM103)", missing);
        need(inquiry.provider().npi().length() == 10, "the provider's NPI (2100B NM109)", missing);
        need(!inquiry.provider().name().isEmpty(), "the provider's name (2100B NM103)", missing);
        need(!cover.memberId().isEmpty(), "the member's number (2100C NM109)", missing);
        need(!inquiry.patient().last().isEmpty(), "the patient's name (NM103)", missing);
        need(inquiry.patient().birthDate() != null, "the patient's date of birth (DMG02)", missing);
        need(cover.ofPatient() || !cover.subscriber().last().isEmpty(), "the subscriber's name (2100C NM103)", missing);
        return missing;
    }

    private static void need(boolean there, String what, List<String> missing) {
        if (!there) {
            missing.add(what);
        }
    }
}
