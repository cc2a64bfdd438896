package org.plainclaim.submission;

/**
 * Who pays.
 *
 * @param id payer id that the trading partner routes by
 * @param name name of the payer
 * @param book the rule book that holds for it, such as {@code medicare} or {@code commercial}; empty if none is known
 */
public record Payer(String id, String name, String book) {}
