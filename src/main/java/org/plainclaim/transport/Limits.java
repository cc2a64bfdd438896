package org.plainclaim.transport;

import java.time.Duration;

/**
 * What a channel puts up with.
 *
 * @param largest bytes of the largest file, in either direction
 * @param answer bytes of the largest answer to a single inquiry
 * @param connect how long a connection may take to come about
 * @param reply how long the other side may say nothing
 * @param attempts how often something is tried
 * @param pause time before the second attempt; doubled before each other one
 * @param quiet how long a file has to be untouched before it is taken for whole
 */
record Limits(
        long largest, int answer, Duration connect, Duration reply, int attempts, Duration pause, Duration quiet) {
    static final Limits USUAL = new Limits(
            256L << 20,
            16 << 20,
            Duration.ofSeconds(15),
            Duration.ofSeconds(60),
            4,
            Duration.ofMillis(500),
            Duration.ofSeconds(2));

    /** For files that are renamed into place, so that there is no need to wait. */
    Limits atOnce() {
        return new Limits(largest, answer, connect, reply, attempts, pause, Duration.ZERO);
    }

    void check(String name, long size) throws RefusedFileException {
        if (size > largest) {
            throw new RefusedFileException(
                    FileNames.shown(name) + " has " + size + " bytes; the largest file may have " + largest);
        }
    }
}
