package org.plainclaim.attachment;

import java.time.Duration;

/**
 * How much of an attachment is worth reading.
 *
 * @param bytes size of the attachment
 * @param characters of the text
 * @param pages of a PDF
 * @param nesting of groups, elements or documents within each other
 * @param expansion times its size that what is compressed in it may fill, {@link #FLOOR} bytes being always allowed
 * @param time until the text has to be there
 */
public record Limits(int bytes, int characters, int pages, int nesting, int expansion, Duration time) {
    /** Bytes that may be unpacked from even the smallest file. */
    static final long FLOOR = 8L * 1024 * 1024;

    /** Bytes that may be unpacked from even the largest. */
    static final long CEILING = 128L * 1024 * 1024;

    /** What no note that somebody wrote comes near. */
    public static final Limits DEFAULT = new Limits(10 * 1024 * 1024, 2_000_000, 500, 200, 100, Duration.ofSeconds(20));

    /** Bytes that may be unpacked from a file of a size. */
    long unpacked(int size) {
        return Math.min(CEILING, Math.max(FLOOR, (long) size * expansion));
    }
}
