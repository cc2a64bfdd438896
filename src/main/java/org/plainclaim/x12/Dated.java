package org.plainclaim.x12;

import java.time.LocalDate;

/**
 * A date with its meaning (DTM).
 *
 * @param qualifier such as 232 and 233 (statement from and to), 050 (received), 472 (service)
 * @param date the date
 */
public record Dated(String qualifier, LocalDate date) {}
