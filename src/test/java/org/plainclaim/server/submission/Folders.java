package org.plainclaim.server.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.plainclaim.transport.Channel;
import org.plainclaim.transport.Channels;
import org.plainclaim.transport.TradingPartner;

/** Partners whose files go to folders: partner {@code p} takes claims for payer {@code payer-of-p}. */
final class Folders implements Routes {
    private final Path root;
    private final Set<String> partners;
    private final Set<String> refusing = new TreeSet<>();

    Folders(Path root, String... partners) {
        this.root = root;
        this.partners = new TreeSet<>(List.of(partners));
    }

    /** From now on a partner refuses every file, or none any more. */
    void refuse(String partner, boolean now) {
        if (now) {
            refusing.add(partner);
        } else {
            refusing.remove(partner);
        }
    }

    void add(String partner) {
        partners.add(partner);
    }

    @Override
    public Optional<TradingPartner> ofPayer(String payer) {
        return partner(payer.replace("payer-of-", ""));
    }

    @Override
    public Optional<TradingPartner> partner(String id) {
        return partners.contains(id) ? Optional.of(made(id)) : Optional.empty();
    }

    private TradingPartner made(String id) {
        return made(id, root.resolve(id).toUri());
    }

    private static TradingPartner made(String id, URI folder) {
        return new TradingPartner(
                id,
                List.of("payer-of-" + id),
                folder,
                null,
                "SENDER",
                "RECEIVER",
                "PRACTICE",
                "5185550100",
                false,
                "",
                null);
    }

    @Override
    public Channel open(TradingPartner partner) throws IOException {
        Path folder = root.resolve(partner.id());
        Files.createDirectories(folder);
        return new Folder(folder, refusing.contains(partner.id()));
    }

    /** What a partner has, by name. */
    List<String> names(String partner) {
        try (Stream<Path> files = Files.list(root.resolve(partner))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of what a partner has that begin with a word. */
    List<String> lines(String partner, String word) {
        return names(partner).stream()
                .flatMap(name -> text(root.resolve(partner).resolve(name)).lines())
                .filter(line -> line.startsWith(word))
                .sorted()
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Folder(Path folder, boolean refuses) implements Channel {
        @Override
        public void put(String name, byte[] file) throws IOException {
            if (refuses) {
                // no name that a channel takes: the real refusal, from the real class
                try (Channel real = Channels.open(made("p", URI.create("folder:" + folder.resolve(".real"))))) {
                    real.put("a/b", file);
                }
            }
            Path target = folder.resolve(name);
            if (Files.exists(target)) {
                if (!Arrays.equals(Files.readAllBytes(target), file)) {
                    throw new FileAlreadyExistsException(name);
                }
                return;
            }
            Path draft = folder.resolve("." + UUID.randomUUID());
            Files.write(draft, file);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        }

        @Override
        public List<String> waiting() {
            return List.of();
        }

        @Override
        public InputStream open(String name) throws IOException {
            return Files.newInputStream(folder.resolve(name));
        }

        @Override
        public void taken(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
