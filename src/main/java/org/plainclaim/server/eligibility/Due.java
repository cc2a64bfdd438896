package org.plainclaim.server.eligibility;

import java.time.LocalDate;

/**
 * A question that an appointment asks for.
 *
 * @param appointment id of the Appointment
 * @param occasion why it is asked
 * @param dueOn first day on which it is asked
 * @param startsOn day of the appointment
 * @param takenUntil until when somebody has it; milliseconds
 * @param tries how often it was tried
 */
record Due(String appointment, Occasion occasion, LocalDate dueOn, LocalDate startsOn, long takenUntil, int tries) {
    /** Why a payer is asked. */
    enum Occasion {
        /** The appointment was made. */
        INTAKE,
        /** It is tomorrow. */
        DAY_BEFORE
    }
}
