package org.plainclaim.server.answers;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.plainclaim.simulator.FolderPayer;
import org.plainclaim.simulator.eligibility.EligibilityDesk;
import org.plainclaim.transport.Channel;
import org.plainclaim.transport.Channels;
import org.plainclaim.transport.TradingPartner;
import org.plainclaim.transport.TradingPartners;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at every partner for answers, again and again; the built-in payer answers before it is looked at. */
public final class AnswerPolling implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerPolling.class);
    private static final long SECONDS = 30;

    private final TradingPartners partners;
    private final AnswerIntake intake;
    private final Map<String, FolderPayer> simulated = new HashMap<>();
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "answers");
        thread.setDaemon(true);
        return thread;
    });

    AnswerPolling(TradingPartners partners, AnswerIntake intake) {
        this.partners = partners;
        this.intake = intake;
    }

    /** Begins to look, if there is anybody to look at. */
    public void start() {
        if (!partners.all().isEmpty()) {
            var unused = executor.scheduleWithFixedDelay(this::run, SECONDS, SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Looks at everybody once; a partner that can not be reached keeps nobody from the others. */
    public synchronized void run() {
        for (TradingPartner partner : partners.all()) {
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
            FolderPayer payer = simulated.get(partner.id());
            if (payer == null) {
                payer = FolderPayer.at(Channels.folder(partner), List.of(EligibilityDesk.at(Channels.folder(partner))));
                simulated.put(partner.id(), payer);
            }
            payer.answer();
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
