package org.plainclaim.server.desk.page;

/**
 * Where a page of a list stands.
 *
 * @param offset how many stand on the pages before
 * @param size how many fit on a page
 * @param shown how many stand on this one
 * @param total how many there are
 */
public record Paging(int offset, int size, int shown, int total) {
    /** The place that a request names; a wrong one is the first. */
    public static int offset(Visit visit) {
        String asked = visit.field("offset");
        return asked.matches("[0-9]{1,7}") ? Integer.parseInt(asked) : 0;
    }

    /** The first on this page, from 1. */
    public int first() {
        return shown == 0 ? 0 : offset + 1;
    }

    /** The last on this page. */
    public int last() {
        return offset + shown;
    }

    /** Whether there are earlier ones. */
    public boolean hasPrevious() {
        return offset > 0;
    }

    /** Where the page before begins. */
    public int previous() {
        return Math.max(0, offset - size);
    }

    /** Whether there are more. */
    public boolean hasNext() {
        return last() < total;
    }

    /** Where the next page begins. */
    public int next() {
        return offset + size;
    }
}
