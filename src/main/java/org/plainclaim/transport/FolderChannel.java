package org.plainclaim.transport;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.plainclaim.x12.InterchangeEnds;

/**
 * A folder that both sides see. We write to {@code out/} and read {@code in/}; what was taken over is in {@code taken/}.
 *
 * <p>A file is written to {@code ready/}, noted in {@code sent/}, and renamed to {@code out/}. As long as it is in {@code
 * ready/} the partner never saw it; when it is noted and no longer there, the partner has it, even if {@code out/} is empty
 * again because the partner took it away.
 */
final class FolderChannel implements Channel {
    private final Path root;
    private final Limits limits;
    private final Clock clock;
    private final DurableFiles files;
    private final Journal sent;

    FolderChannel(Path root, Limits limits, Clock clock, Steps steps) {
        this.root = root;
        this.limits = limits;
        this.clock = clock;
        this.files = new DurableFiles(steps);
        this.sent = new Journal(root.resolve("sent"), files);
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    @Override
    public void put(String name, byte[] file) throws IOException {
        Path ready = folder("ready").resolve(FileNames.writable(name));
        Path out = folder("out").resolve(name);
        limits.check(name, file.length);
        String digest = DurableFiles.digest(file);
        if (sent.ofSame(name, digest) == null) {
            if (Files.exists(out)) {
                same(name, out, digest);
                Files.deleteIfExists(ready);
            } else {
                files.write(ready, file);
            }
            sent.write(name, Journal.State.READY, digest);
        }
        if (Files.exists(ready)) {
            files.rename(ready, out);
        }
    }

    private static void same(String name, Path out, String digest) throws IOException {
        if (!DurableFiles.digest(Files.readAllBytes(out)).equals(digest)) {
            throw new RefusedFileException(name + " is there already, with other bytes");
        }
    }

    @Override
    public List<String> waiting() throws IOException {
        return arrivals().waiting();
    }

    @Override
    public List<RefusedFile> refused() throws IOException {
        return arrivals().refused();
    }

    private Arrivals arrivals() throws IOException {
        List<Path> paths;
        try (Stream<Path> listed = Files.list(folder("in"))) {
            paths = listed.sorted().toList();
        }
        Arrivals arrivals = new Arrivals(limits);
        for (Path path : paths) {
            look(path, arrivals);
        }
        return arrivals;
    }

    private void look(Path path, Arrivals arrivals) throws IOException {
        try {
            BasicFileAttributes read = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Duration untouched = Duration.between(read.lastModifiedTime().toInstant(), Instant.now(clock));
            arrivals.look(
                    String.valueOf(path.getFileName()),
                    new Arrivals.Facts(read.isRegularFile(), read.size(), untouched),
                    () -> whole(path, read.size()));
        } catch (NoSuchFileException e) {
            // somebody took it away in the meantime
        }
    }

    private static boolean whole(Path path, long size) throws IOException {
        try (SeekableByteChannel channel =
                Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            byte[] beginning = read(channel, 0, size);
            return InterchangeEnds.whole(beginning, read(channel, Math.max(0, size - InterchangeEnds.NEEDED), size));
        }
    }

    private static byte[] read(SeekableByteChannel channel, long from, long size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(InterchangeEnds.NEEDED, Math.max(0, size - from)));
        channel.position(from);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // goes on until there is enough
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    @Override
    public InputStream open(String name) throws IOException {
        Path path = folder("in").resolve(FileNames.checked(name));
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new RefusedFileException(name + " does not wait");
        }
        limits.check(name, Files.size(path));
        return Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public void taken(String name) throws IOException {
        Path path = folder("in").resolve(FileNames.checked(name));
        Path kept = folder("taken").resolve(name);
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            for (int again = 2; Files.exists(kept); again++) {
                kept = folder("taken").resolve(name + "~" + again);
            }
            files.rename(path, kept);
        } else if (!Files.exists(kept)) {
            throw new RefusedFileException(name + " does not wait, and was not taken");
        }
    }

    @Override
    public void close() {
        // a folder stays open
    }
}
