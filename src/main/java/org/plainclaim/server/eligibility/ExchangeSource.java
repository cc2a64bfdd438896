package org.plainclaim.server.eligibility;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.eligibility.EligibilityAnswer.Origin;
import org.plainclaim.eligibility.EligibilityAnswer.Outcome;
import org.plainclaim.eligibility.EligibilityInquiry;
import org.plainclaim.eligibility.EligibilitySource;
import org.plainclaim.transport.Channel;
import org.plainclaim.transport.Channels;
import org.plainclaim.transport.RealTime;
import org.plainclaim.transport.TradingPartner;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.eligibility.InquiryWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a trading partner: at once where it answers at once, else by a file whose answer comes later. */
final class ExchangeSource implements EligibilitySource {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeSource.class);

    private final TradingPartner partner;
    private final IntSupplier controls;
    private final Clock clock;

    ExchangeSource(TradingPartner partner, IntSupplier controls, Clock clock) {
        this.partner = partner;
        this.controls = controls;
        this.clock = clock;
    }

    @Override
    public EligibilityAnswer ask(EligibilityInquiry inquiry) {
        try {
            byte[] file = written(inquiry);
            Optional<RealTime> realTime = Channels.realTime(partner);
            return realTime.isPresent() ? atOnce(inquiry, realTime.get().ask(file)) : later(inquiry, file);
        } catch (IOException e) {
            LOG.warn("{} could not be asked: {}", partner.id(), e.getClass().getSimpleName());
            return outcome(inquiry, Outcome.UNREACHABLE);
        }
    }

    private byte[] written(EligibilityInquiry inquiry) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        LocalDateTime at = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        Interchange envelope =
                new Interchange(partner.sender(), partner.receiver(), at, controls.getAsInt(), partner.production());
        InquiryWriter.write(file, envelope, List.of(Plain.of(inquiry)));
        return file.toByteArray();
    }

    /** The name has the number of the question, and the time: asked again, it is another file. */
    private EligibilityAnswer later(EligibilityInquiry inquiry, byte[] file) throws IOException {
        try (Channel channel = Channels.open(partner)) {
            channel.put("270-" + inquiry.trace() + "-" + clock.millis() + ".x12", file);
        }
        return outcome(inquiry, Outcome.QUEUED);
    }

    private EligibilityAnswer atOnce(EligibilityInquiry inquiry, byte[] file) throws IOException {
        List<EligibilityAnswer> answers = new ArrayList<>();
        List<String> refused =
                AnswerPass.read(() -> new ByteArrayInputStream(file), AnswerPass.origin(partner), answers::add);
        Optional<EligibilityAnswer> ours = answers.stream()
                .filter(answer -> answer.heading().trace().equals(inquiry.trace()))
                .reduce((one, later) -> later);
        if (ours.isEmpty() && !refused.isEmpty()) {
            LOG.warn("{} answered with a file that can not be read: {}", partner.id(), refused.get(0));
        }
        return ours.orElseGet(() -> outcome(inquiry, Outcome.UNREACHABLE));
    }

    private EligibilityAnswer outcome(EligibilityInquiry inquiry, Outcome outcome) {
        Origin origin = AnswerPass.origin(partner);
        return EligibilityAnswer.of(new EligibilityAnswer.Heading(
                inquiry.trace(),
                origin,
                outcome,
                clock.instant(),
                inquiry.cover().payer().id(),
                inquiry.cover().payer().name()));
    }
}
