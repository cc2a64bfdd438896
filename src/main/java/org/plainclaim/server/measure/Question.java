package org.plainclaim.server.measure;

import java.time.LocalDate;

/**
 * Which sessions are meant.
 *
 * @param from first date of service
 * @param to last date of service
 * @param practitioner reference of the clinician; empty for all
 * @param patient reference of the patient; empty for all
 * @param lists true to list the sessions of each population
 */
record Question(LocalDate from, LocalDate to, String practitioner, String patient, boolean lists) {
    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
