package org.plainclaim.x12;

/**
 * Where a transaction came in.
 *
 * @param sender ISA06
 * @param interchange ISA13
 * @param group GS06
 * @param transaction ST02
 */
public record Controls(String sender, String interchange, String group, String transaction) {}
