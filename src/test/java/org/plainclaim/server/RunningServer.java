package org.plainclaim.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.plainclaim.audit.SigningKey;
import org.plainclaim.server.submission.Partners;
import org.plainclaim.transport.Channels;

/** The two servers that all tests share: one over H2 in memory, one over PostgreSQL; each is started when first used. */
public enum RunningServer {
    H2 {
        @Override
        public PlainclaimServer server() {
            return OverH2.SERVER;
        }
    },
    POSTGRESQL {
        @Override
        public PlainclaimServer server() {
            return OverPostgreSql.SERVER;
        }
    };

    /** The running server. */
    public abstract PlainclaimServer server();

    /** A part of it. */
    public <T> T part(Class<T> type) {
        return server().part(type);
    }

    /** A client for it. */
    public FhirHttp http() {
        return new FhirHttp(server().baseUri());
    }

    /** The folder of its one trading partner, {@code clearinghouse}: it reads {@code out}, and writes to {@code in}. */
    public Path partnerFolder() {
        return part(Partners.class)
                .present()
                .partner("clearinghouse")
                .map(Channels::folder)
                .orElseThrow();
    }

    /** Settings for a test server over this database, on any free port, with a partner of its own. */
    static ServerSettings settings(String databaseUrl) {
        return ServerSettings.fromEnvironment(Map.of(
                "PLAINCLAIM_PORT",
                "0",
                "PLAINCLAIM_DATABASE_URL",
                databaseUrl,
                "PLAINCLAIM_DATABASE_POOL",
                "8",
                "PLAINCLAIM_THREADS",
                "16",
                "PLAINCLAIM_AUDIT_KEY",
                Key.FILE.toString(),
                "PLAINCLAIM_PARTNERS",
                partners().toString()));
    }

    /** What the trails of both are signed with. */
    static Path auditKey() {
        return Key.FILE;
    }

    private static final class Key {
        private static final Path FILE = made();

        private static Path made() {
            try {
                Path file = Files.createTempDirectory(Files.createDirectories(Path.of("target/partners")), "key")
                        .resolve("audit-key.pem");
                SigningKey.make(file);
                return file;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** The payers of the examples are reached through one clearinghouse. */
    private static Path partners() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/partners")), "server");
            return Files.writeString(
                    folder.resolve("partners.csv"),
                    "id,payers,address,sender,receiver,submitter,phone,production,answers_to,ask_after_days\n"
                            + "clearinghouse,SRHP1|MEDB1|SECB2,folder:"
                            + folder.resolve("clearinghouse").toAbsolutePath()
                            + ",LINDENST,CLEARHOUSE,LINDEN STREET,7175550114,no,PRACTICE|US,30\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class OverH2 {
        private static final PlainclaimServer SERVER = PlainclaimServer.start(settings("jdbc:h2:mem:shared"));
    }

    private static final class OverPostgreSql {
        private static final PlainclaimServer SERVER = PlainclaimServer.start(settings(database()));

        private static String database() {
            try {
                EmbeddedPostgres database = EmbeddedPostgres.builder()
                        .setServerConfig("shared_buffers", "64MB")
                        .setServerConfig("fsync", "off")
                        .start();
                return database.getJdbcUrl("postgres", "postgres");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
