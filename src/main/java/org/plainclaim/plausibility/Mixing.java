package org.plainclaim.plausibility;

/** The bit mixing of SplitMix64: the same numbers on every machine and in every release. */
final class Mixing {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private Mixing() {}

    static long mix(long value) {
        long mixed = value + STEP;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** The numbers that follow a seed. */
    static long[] sequence(long seed, int length) {
        long[] numbers = new long[length];
        for (int i = 0; i < length; i++) {
            numbers[i] = mix(seed + i * STEP);
        }
        return numbers;
    }
}
