package org.plainclaim.claim;

import java.time.LocalDate;

/**
 * The days whose sessions and claims a derivation asks for.
 *
 * @param from first day
 * @param to last day
 */
public record HistoryWindow(LocalDate from, LocalDate to) {}
