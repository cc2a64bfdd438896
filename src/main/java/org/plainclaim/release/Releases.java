package org.plainclaim.release;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Loads releases into a folder and takes them back. */
public final class Releases {
    private final ReleaseFolder folder;
    private final Clock clock;

    public Releases(ReleaseFolder folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * What a load did.
     *
     * @param release what holds now
     * @param changed false if it was there already
     */
    public record Loaded(LoadedRelease release, boolean changed) {
        /** True if it has fewer rows than a published release. */
        public boolean small() {
            return release.rows() < ReleaseCycle.of(release.kind()).least();
        }
    }

    /**
     * Loads a release: all of it, or nothing.
     *
     * @throws LoadRefused with everything that is wrong with the files
     * @throws IOException if the folder can not be written or a file not be read
     */
    public Loaded load(LoadRequest request, Progress progress) throws IOException, LoadRefused {
        try (FolderLock lock = FolderLock.of(folder)) {
            Manifest manifest = folder.manifest();
            String source = digest(request);
            Optional<LoadedRelease> before = manifest.from(request.kind(), request.effective());
            if (before.isPresent() && before.get().source().equals(source)) {
                return new Loaded(before.get(), false);
            }
            EditionContent content = new Loading(request, progress, lock).read();
            String data = lock.write(content);
            LoadedRelease release = Loading.named(request, source, data, LocalDate.now(clock), content.rows());
            lock.replace(manifest.with(release));
            return new Loaded(release, true);
        }
    }

    private static String digest(LoadRequest request) throws IOException, LoadRefused {
        try {
            return Sha256.of(request.files());
        } catch (NoSuchFileException e) {
            throw new LoadRefused(e.getFile() + ": there is no such file");
        }
    }

    /** Takes back the last load of a kind; empty if none is left. */
    public Optional<LoadedRelease> rollback(ReleaseKind kind) throws IOException, LoadRefused {
        try (FolderLock lock = FolderLock.of(folder)) {
            Manifest manifest = folder.manifest();
            Optional<LoadedRelease> last = manifest.last(kind);
            if (last.isPresent()) {
                lock.replace(manifest.without(last.get()));
            }
            return last;
        }
    }
}
