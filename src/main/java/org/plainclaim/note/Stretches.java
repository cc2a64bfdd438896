package org.plainclaim.note;

/** A text cut into stretches that follow each other; the token that ends one still belongs to it. */
final class Stretches {
    private final int[] from;
    private final int[] to;

    private Stretches(int size) {
        this.from = new int[size];
        this.to = new int[size];
    }

    /** Stretches of which each ends at a token that ends one. */
    static Stretches of(boolean[] ends) {
        int size = ends.length;
        Stretches stretches = new Stretches(size);
        int first = 0;
        for (int i = 0; i < size; i++) {
            stretches.from[i] = first;
            first = ends[i] ? i + 1 : first;
        }
        int behind = size;
        for (int i = size - 1; i >= 0; i--) {
            stretches.to[i] = behind;
            behind = stretches.from[i] == i ? i : behind;
        }
        return stretches;
    }

    /** First token of the stretch that a token is in. */
    int from(int i) {
        return from[i];
    }

    /** The token behind the stretch. */
    int to(int i) {
        return to[i];
    }

    /** First token of the stretch, but at most so many tokens back. */
    int from(int i, int most) {
        return Math.max(from[i], i - most);
    }

    /** The token behind the stretch, but at most so many tokens on. */
    int to(int i, int most) {
        return Math.min(to[i], i + most);
    }
}
