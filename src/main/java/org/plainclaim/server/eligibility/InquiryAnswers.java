package org.plainclaim.server.eligibility;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.plainclaim.eligibility.EligibilityAnswer.Origin;
import org.plainclaim.server.answers.OtherAnswers;
import org.plainclaim.server.submission.Partners;

/** Takes over files of answers about eligibility (271) that come after the question. */
final class InquiryAnswers implements OtherAnswers {
    private final Eligibilities eligibilities;
    private final Partners partners;

    InquiryAnswers(Eligibilities eligibilities, Partners partners) {
        this.eligibilities = eligibilities;
        this.partners = partners;
    }

    @Override
    public String kind() {
        return "271";
    }

    @Override
    public Applied apply(String partner, Source file) throws IOException {
        AtomicInteger known = new AtomicInteger();
        AtomicInteger unknown = new AtomicInteger();
        Origin origin =
                partners.present().partner(partner).map(AnswerPass::origin).orElse(Origin.PAYER);
        List<String> refused = AnswerPass.read(
                file::open, origin, answer -> (eligibilities.received(answer) ? known : unknown).incrementAndGet());
        return new Applied(known.get(), unknown.get(), refused);
    }
}
