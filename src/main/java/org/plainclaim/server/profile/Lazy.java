package org.plainclaim.server.profile;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value made when it is first asked for: types refer to each other in circles. */
final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> source;
    private volatile @Nullable T made;

    Lazy(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        T value = made;
        return value != null ? value : make();
    }

    private synchronized T make() {
        T value = made;
        if (value == null) {
            value = source.get();
            made = value;
        }
        return value;
    }
}
