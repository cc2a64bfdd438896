package org.plainclaim.server.answers;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.plainclaim.server.store.OrderlyStop;
import org.plainclaim.server.submission.Partners;
import org.plainclaim.simulator.FolderPayer;
import org.plainclaim.simulator.eligibility.EligibilityDesk;
import org.plainclaim.transport.Channel;
import org.plainclaim.transport.Channels;
import org.plainclaim.transport.TradingPartner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at every partner for answers, again and again; the built-in payer answers before it is looked at. */
public final class AnswerPolling implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerPolling.class);
    private static final long SECONDS = 30;

    private final Partners partners;
    private final AnswerIntake intake;
    private final Map<URI, FolderPayer> simulated = new HashMap<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "answers");
        thread.setDaemon(true);
        return thread;
    });

    AnswerPolling(Partners partners, AnswerIntake intake) {
        this.partners = partners;
        this.intake = intake;
    }

    /** Begins to look, if there is anybody to look at. */
    public void start() {
        if (!partners.areNone()) {
            var unused = executor.scheduleWithFixedDelay(this::run, SECONDS, SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Looks at everybody once; a partner that can not be reached keeps nobody from the others. */
    public synchronized void run() {
        partners.eachPractice(this::ofPresentPractice);
    }

    private void ofPresentPractice() {
        for (TradingPartner partner : partners.present().all()) {
            try (Channel channel = Channels.open(partner)) {
                simulate(partner);
                intake.run(partner.id(), channel);
            } catch (IOException | RuntimeException e) {
                LOG.warn(
                        "The answers of {} wait: {}", partner.id(), e.getClass().getSimpleName());
            }
        }
    }

    private void simulate(TradingPartner partner) throws IOException {
        if ("simulator".equals(partner.address().getScheme())) {
            FolderPayer payer = simulated.get(partner.address());
            if (payer == null) {
                payer = FolderPayer.at(Channels.folder(partner), List.of(EligibilityDesk.at(Channels.folder(partner))));
                simulated.put(partner.address(), payer);
            }
            payer.answer();
        }
    }

    @Override
    public void close() {
        OrderlyStop.of(executor);
    }
}
