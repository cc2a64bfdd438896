package org.plainclaim.x12.acknowledgment;

/**
 * The functional group that is acknowledged (AK1).
 *
 * @param function its GS01
 * @param control its GS06
 * @param version its GS08
 */
public record AcknowledgedGroup(String function, String control, String version) {}
