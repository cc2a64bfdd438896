package org.plainclaim.transport;

/**
 * A file of the partner that is not handed out.
 *
 * @param name its name, without letters that could do harm in a log
 * @param why what is wrong with it
 */
public record RefusedFile(String name, String why) {}
