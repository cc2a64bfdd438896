package org.plainclaim.server.eligibility;

import java.time.Clock;
import java.util.Optional;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.server.submission.SendingChore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks what appointments ask for, and again what could not be asked before; several servers may do so at once. */
public final class EligibilityRounds implements SendingChore {
    private static final Logger LOG = LoggerFactory.getLogger(EligibilityRounds.class);
    private static final int MOST = 100;

    /** Claims wait for the round: what is not asked in this time is asked in the next round. */
    private static final long MOST_NANOS = 10_000_000_000L;

    private final Services services;
    private final Eligibilities eligibilities;
    private final DueTable dues;
    private final Appointments appointments;

    EligibilityRounds(Services services, Eligibilities eligibilities, DueTable dues, Appointments appointments) {
        this.services = services;
        this.eligibilities = eligibilities;
        this.dues = dues;
        this.appointments = appointments;
    }

    /** The same over other ways to payers, at another time. */
    EligibilityRounds with(Sources sources, Clock time) {
        Services other = services.with(sources).at(time);
        return new EligibilityRounds(other, new Eligibilities(other), dues.at(time), appointments);
    }

    @Override
    public void run() {
        long start = System.nanoTime();
        dues.clear();
        for (Due due : dues.open(MOST)) {
            if (System.nanoTime() - start > MOST_NANOS) {
                return;
            }
            if (dues.take(due)) {
                ask(due);
            }
        }
        while (System.nanoTime() - start < MOST_NANOS && eligibilities.retry(1) > 0) {
            // one at a time, so that the round ends in time
        }
    }

    /** A question that fails is left to a later round; one that can not be put is done. */
    private void ask(Due due) {
        try {
            Optional<CoverageEligibilityRequest> request = appointments.request(due);
            if (request.isPresent()) {
                eligibilities.submit(request.get());
            }
            dues.asked(due);
        } catch (BadInput unfit) {
            dues.asked(due);
        } catch (RuntimeException failure) {
            // the message could name a patient
            LOG.warn(
                    "A question for an appointment waits: {}",
                    failure.getClass().getName());
        }
    }
}
