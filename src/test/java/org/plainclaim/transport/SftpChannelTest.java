package org.plainclaim.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files by SFTP, against a real server behind a wire that breaks. */
final class SftpChannelTest {
    private static final KeyPair HOST = SftpPartner.key();
    private static final KeyPair USER = SftpPartner.key();
    private static final int LARGE = 600_000;
    private static final Limits QUICK = new Limits(
            2_000_000, 100, Duration.ofSeconds(20), Duration.ofSeconds(20), 4, Duration.ofMillis(1), Duration.ZERO);

    @TempDir
    private Path folder = Path.of("");

    private Path root = Path.of("");
    private AutoCloseable[] opened = {};
    private int port;
    private SftpAccess access = new SftpAccess("", 0, "", "", folder, folder);

    @BeforeEach
    void start() throws Exception {
        root = Files.createDirectory(folder.resolve("partner"));
        Files.createDirectory(root.resolve("in"));
        SftpPartner partner = new SftpPartner(root, HOST, 0, USER);
        CuttingProxy wire = new CuttingProxy(partner.port());
        opened = new AutoCloseable[] {partner, wire};
        port = wire.port();
        access = new SftpAccess(
                "127.0.0.1",
                port,
                "",
                "joe",
                Files.writeString(folder.resolve("secret"), "secret\n"),
                partner.trustedBehind(port, folder.resolve("known_hosts")));
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable open : opened) {
            open.close();
        }
    }

    private CuttingProxy wire() {
        return (CuttingProxy) opened[1];
    }

    private SftpChannel channel() {
        return channel(access, QUICK, Steps.NONE);
    }

    private SftpChannel channel(SftpAccess to, Limits limits, Steps steps) {
        return new SftpChannel(to, folder.resolve("journal"), limits, steps);
    }

    private List<String> names(String sub) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(sub))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void putsAFileOnceAndNoOtherOfItsName() throws IOException {
        byte[] file = Interchanges.of(100, 1);
        try (SftpChannel channel = channel()) {
            channel.put("a.x12", file);
            channel.put("a.x12", file);
            assertArrayEquals(file, Files.readAllBytes(root.resolve("out/a.x12")));
            assertThrows(RefusedFileException.class, () -> channel.put("a.x12", Interchanges.of(100, 2)));
            Files.delete(root.resolve("out/a.x12"));
            channel.put("a.x12", file);
            assertEquals(List.of(), names("out"), "the partner took it: it must not come again");
            Files.write(root.resolve("out/b.x12"), file);
            channel.put("b.x12", file);
            Files.write(root.resolve("out/c.x12"), Interchanges.of(100, 2));
            assertThrows(RefusedFileException.class, () -> channel.put("c.x12", file));
            assertThrows(RefusedFileException.class, () -> channel.put("../d.x12", file));
            assertThrows(RefusedFileException.class, () -> channel.put("d.x12", new byte[2_000_001]));
            assertEquals(List.of("b.x12", "c.x12"), names("out"));
        }
    }

    @Test
    void handsOutWholeFilesUntilTheyAreTaken() throws IOException {
        byte[] answer = Interchanges.of(100, 1);
        Files.write(root.resolve("in/a.x12"), answer);
        Files.write(root.resolve("in/b.x12.part"), answer);
        Files.write(root.resolve("in/cut.x12"), java.util.Arrays.copyOf(answer, answer.length - 5));
        Files.write(root.resolve("in/empty.x12"), new byte[0]);
        Files.write(root.resolve("in/large.x12"), new byte[2_000_001]);
        Files.createDirectory(root.resolve("in/sub"));
        Files.write(root.resolve("secret.x12"), answer);
        try (SftpChannel channel = channel()) {
            assertEquals(List.of("a.x12"), channel.waiting());
            assertEquals(
                    List.of("large.x12", "sub"),
                    channel.refused().stream().map(RefusedFile::name).sorted().toList());
            try (InputStream bytes = channel.open("a.x12")) {
                assertArrayEquals(answer, bytes.readAllBytes());
            }
            for (String name : List.of("../secret.x12", "large.x12", "sub", "none.x12")) {
                assertThrows(RefusedFileException.class, () -> channel.open(name), name);
            }
            channel.taken("a.x12");
            channel.taken("a.x12");
            Files.write(root.resolve("in/a.x12"), answer);
            channel.taken("a.x12");
            assertEquals(List.of("a.x12", "a.x12~2"), names("taken"));
            assertEquals(List.of(), channel.waiting());
            assertThrows(RefusedFileException.class, () -> channel.taken("none.x12"));
        }
    }

    @Test
    void goesOnWithAnUploadThatWasCut() throws IOException {
        byte[] file = Interchanges.of(LARGE, 1);
        wire().cutAfter(LARGE / 3, LARGE / 4, LARGE / 4);
        try (SftpChannel channel = channel()) {
            channel.put("a.x12", file);
        }
        assertArrayEquals(file, Files.readAllBytes(root.resolve("out/a.x12")));
        assertEquals(List.of("a.x12"), names("out"));
        assertEquals(4, wire().connections.get());
        assertTrue(
                wire().bytes.get() < LARGE * 3L / 2,
                "it began anew: " + wire().bytes.get());
    }

    @Test
    void goesOnWithADownloadThatWasCut() throws IOException {
        byte[] file = Interchanges.of(LARGE, 1);
        Files.write(root.resolve("in/a.x12"), file);
        wire().cutAfter(LARGE / 3, LARGE / 4, LARGE / 4);
        try (SftpChannel channel = channel();
                InputStream bytes = channel.open("a.x12")) {
            assertArrayEquals(file, bytes.readAllBytes());
        }
        assertEquals(4, wire().connections.get());
        assertTrue(
                wire().bytes.get() < LARGE * 3L / 2,
                "it began anew: " + wire().bytes.get());
    }

    /** Ends the work at a step as the death of the process would, and begins again with what is on disk. */
    @Test
    void putsNothingTwiceWhereverItDies() throws IOException {
        byte[] file = Interchanges.of(70_000, 1);
        boolean died = true;
        for (int step = 0; died; step++) {
            String name = "a" + step + ".x12";
            int[] left = {step};
            died = false;
            try (SftpChannel channel = channel(access, QUICK, reached -> {
                if (left[0]-- == 0) {
                    throw new LinkageError("dies");
                }
            })) {
                channel.put(name, file);
            } catch (LinkageError e) {
                died = true;
            }
            boolean published = Files.deleteIfExists(root.resolve("out").resolve(name));
            try (SftpChannel channel = channel()) {
                channel.put(name, file);
                assertEquals(
                        !published, Files.deleteIfExists(root.resolve("out").resolve(name)), "at step " + step);
                channel.put(name, file);
            }
            assertEquals(List.of(), names("out"), "at step " + step);
            assertTrue(died || step > 8, "it has fewer steps than it should: " + step);
        }
    }

    @Test
    void believesNoOtherHost() throws IOException {
        Path other = Files.writeString(
                folder.resolve("other"), Files.readString(access.knownHosts()).replace("127.0.0.1", "127.0.0.2"));
        for (Path known : List.of(other, Files.writeString(folder.resolve("nobody"), "# nobody\n"))) {
            assertRefused(
                    "the key of 127.0.0.1 is not the one",
                    new SftpAccess("127.0.0.1", port, "", "joe", access.secret(), known));
        }
        try (SftpPartner stranger = new SftpPartner(root, SftpPartner.key(), 0, null)) {
            wire().to(stranger.port());
            assertRefused("the key of 127.0.0.1 is not the one", access);
        }
    }

    private void assertRefused(String message, SftpAccess to) throws IOException {
        int before = wire().connections.get();
        try (SftpChannel channel = channel(to, QUICK, Steps.NONE)) {
            LoginRefusedException refused =
                    assertThrows(LoginRefusedException.class, () -> channel.put("a.x12", Interchanges.of(100, 1)));
            assertTrue(String.valueOf(refused.getMessage()).startsWith(message), refused.getMessage());
        }
        assertEquals(before + 1, wire().connections.get(), "it must not try again");
    }

    @Test
    void logsInWithAPasswordOrAKeyOfItsOwn() throws Exception {
        Path wrong = Files.writeString(folder.resolve("wrong"), "guessed");
        assertRefused(
                "127.0.0.1 does not accept", new SftpAccess("127.0.0.1", port, "", "joe", wrong, access.knownHosts()));
        Path broken = Files.writeString(
                folder.resolve("broken"),
                "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n");
        assertRefused(
                "the secret is a private key",
                new SftpAccess("127.0.0.1", port, "", "joe", broken, access.knownHosts()));
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(USER, "joe", null, key);
        Path file = Files.write(folder.resolve("key"), key.toByteArray());
        try (SftpChannel channel =
                channel(new SftpAccess("127.0.0.1", port, "", "joe", file, access.knownHosts()), QUICK, Steps.NONE)) {
            channel.put("a.x12", Interchanges.of(100, 1));
        }
        assertEquals(List.of("a.x12"), names("out"));
    }

    @Test
    void aServerThatDisappearsIsAFailureAndCanComeBack() throws Exception {
        byte[] file = Interchanges.of(100, 1);
        try (SftpChannel channel = channel()) {
            assertEquals(List.of(), channel.waiting());
            opened[0].close();
            assertThrows(IOException.class, () -> channel.put("a.x12", file));
            try (SftpPartner again = new SftpPartner(root, HOST, 0, null)) {
                wire().to(again.port());
                channel.put("a.x12", file);
                assertEquals(List.of("a.x12"), names("out"));
            }
        }
    }

    @Test
    void doesNotWaitForEver() throws IOException {
        Limits short_ = new Limits(
                1_000, 100, Duration.ofMillis(200), Duration.ofMillis(200), 2, Duration.ofMillis(1), Duration.ZERO);
        try (ServerSocket silent = new ServerSocket(0);
                SftpChannel channel = channel(
                        new SftpAccess(
                                "127.0.0.1", silent.getLocalPort(), "", "joe", access.secret(), access.knownHosts()),
                        short_,
                        Steps.NONE)) {
            assertThrows(IOException.class, channel::waiting);
        }
    }
}
