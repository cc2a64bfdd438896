package org.plainclaim.plausibility;

/** Looks for one kind of signal. */
interface SignalCheck {
    Looked look(SignalRule rule, ClinicianHistory history);
}
