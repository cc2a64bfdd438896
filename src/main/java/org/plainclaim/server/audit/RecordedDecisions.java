package org.plainclaim.server.audit;

import java.time.Clock;
import org.plainclaim.audit.Decision;
import org.plainclaim.audit.Decisions;
import org.plainclaim.audit.Entry;
import org.plainclaim.server.metrics.Meters;

/** Writes decisions down: with the transaction that they belong to, else with the answer of the request. */
final class RecordedDecisions implements Decisions {
    private final AuditTrail trail;
    private final CurrentRequest current;
    private final PatientLookup patients;
    private final Meters meters;
    private final Clock clock;

    RecordedDecisions(AuditTrail trail, CurrentRequest current, PatientLookup patients, Meters meters, Clock clock) {
        this.trail = trail;
        this.current = current;
        this.patients = patients;
        this.meters = meters;
        this.clock = clock;
    }

    @Override
    public void made(Decision decision) {
        Decision whose = decision.patient().isEmpty()
                ? new Decision(
                        decision.name(),
                        patients.of(decision.focus()),
                        decision.focus(),
                        decision.resources(),
                        decision.details())
                : decision;
        Entry entry = Entry.decision(clock.instant(), current.agent(), whose);
        meters.concluded(decision.name());
        CurrentRequest.Request request = current.get().orElse(null);
        if (request == null || AuditTrail.joins()) {
            trail.record(entry);
        } else {
            request.add(entry);
        }
    }
}
