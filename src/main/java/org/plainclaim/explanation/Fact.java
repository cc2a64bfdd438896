package org.plainclaim.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value together with the evidence for it; an unknown fact has no value and says where one was expected.
 *
 * @param value the value, or null when it is not documented
 * @param evidence where it is written; for an unknown fact, where it was looked for
 */
public record Fact<T>(@Nullable T value, List<Evidence> evidence) {
    public Fact {
        evidence = List.copyOf(evidence);
    }

    public static <T> Fact<T> of(T value, Evidence evidence) {
        return new Fact<>(value, List.of(evidence));
    }

    /** A fact that nobody documented; the evidence says where it belongs. */
    public static <T> Fact<T> unknown(Evidence expectedAt) {
        return new Fact<>(null, List.of(expectedAt));
    }

    /** A fact concluded from two others: it carries the evidence of both. */
    public static <T> Fact<T> from(T value, Fact<?> first, Fact<?> second) {
        List<Evidence> both = new ArrayList<>(first.evidence);
        both.addAll(second.evidence);
        return new Fact<>(value, both);
    }

    public boolean known() {
        return value != null;
    }

    /**
     * The value of a known fact.
     *
     * @throws IllegalStateException if the fact is unknown: ask {@link #known()} first
     */
    public T get() {
        if (value == null) {
            throw new IllegalStateException("unknown fact");
        }
        return value;
    }

    public T orElse(T other) {
        return value == null ? other : value;
    }

    /** True if the fact is known and equals the given value. */
    public boolean is(T other) {
        return other.equals(value);
    }

    /** The same evidence, with the value turned into another one. */
    public <U> Fact<U> map(Function<T, U> change) {
        return new Fact<>(value == null ? null : change.apply(value), evidence);
    }
}
