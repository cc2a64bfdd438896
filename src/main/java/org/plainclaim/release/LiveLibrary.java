package org.plainclaim.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plainclaim.release.ReleaseFolder.Stamp;
import org.plainclaim.rules.RuleLibrary;

/**
 * The rule library with what the site loaded, as of now: a new manifest is noticed at the next use, at most a second
 * later. Whoever takes a library keeps it unchanged.
 */
public final class LiveLibrary implements Supplier<RuleLibrary> {
    private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(1_000);

    private final LoadedLibrary loading;
    private final @Nullable ReleaseFolder folder;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile Snapshot now;
    private volatile long lastLook = System.nanoTime();
    private volatile @Nullable String problem;

    /**
     * A library of what ships, and of what is loaded into a folder.
     *
     * @param folder null if nothing can be loaded
     * @throws UncheckedIOException if what was loaded can not be read
     */
    public LiveLibrary(RuleLibrary shipped, @Nullable ReleaseFolder folder) {
        this.loading = new LoadedLibrary(shipped);
        this.folder = folder;
        this.now = new Snapshot(null, Manifest.EMPTY, shipped);
        if (folder != null) {
            try {
                now = read(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * What holds at one moment.
     *
     * @param stamp of the manifest it was read from; null without one
     * @param manifest what is loaded
     * @param library the rules over it
     */
    public record Snapshot(@Nullable Stamp stamp, Manifest manifest, RuleLibrary library) {}

    @Override
    public RuleLibrary get() {
        return snapshot().library();
    }

    /** What holds now. */
    public Snapshot snapshot() {
        ReleaseFolder place = folder;
        if (place != null && System.nanoTime() - lastLook > PATIENCE && looking.tryLock()) {
            try {
                look(place);
            } finally {
                lastLook = System.nanoTime();
                looking.unlock();
            }
        }
        return now;
    }

    /**
     * The rules as they were when a release was the present one: what ships, with the loads of that time.
     *
     * @return empty if no earlier state of this library had that digest
     * @throws IOException if what was loaded then can not be read any more
     */
    public Optional<RuleLibrary> ofRelease(String digest) throws IOException {
        Snapshot present = snapshot();
        if (present.library().release().digest().equals(digest)) {
            return Optional.of(present.library());
        }
        List<LoadedRelease> loads = present.manifest().loads();
        ReleaseFolder place = folder;
        for (int count = loads.size() - 1; count >= 0 && place != null; count--) {
            RuleLibrary then = loading.of(new Manifest(loads.subList(0, count)), place);
            if (then.release().digest().equals(digest)) {
                return Optional.of(then);
            }
        }
        return Optional.empty();
    }

    private void look(ReleaseFolder place) {
        try {
            if (problem != null || !Objects.equals(place.stamp(), now.stamp())) {
                now = read(place);
            }
            problem = null;
        } catch (IOException e) {
            // what held goes on to hold; the health answer says why nothing newer does
            problem = e.getMessage();
        }
    }

    private Snapshot read(ReleaseFolder place) throws IOException {
        Stamp stamp = place.stamp();
        Manifest manifest = place.manifest();
        return new Snapshot(stamp, manifest, loading.of(manifest, place));
    }

    /** Why what was loaded last does not hold; empty if it does. */
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }
}
