package org.plainclaim.training;

/**
 * Something that may be missing or in the way, to choose from.
 *
 * @param code stable code, such as {@code df02}: what the rules of the documentation begin with, or a kind of obstacle
 * @param label what has to be there, or what may be in the way
 */
public record Gap(String code, String label) {}
