package org.plainclaim.server.longwork;

import java.time.LocalDate;

/**
 * Days of sessions, in the zone of the practice.
 *
 * @param first first day
 * @param last last day
 */
record Days(LocalDate first, LocalDate last) {}
