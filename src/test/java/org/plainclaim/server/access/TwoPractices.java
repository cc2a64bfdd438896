package org.plainclaim.server.access;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.nimbusds.jwt.JWTClaimsSet;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.plainclaim.access.Role;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.GuardedServer;
import org.plainclaim.server.PlainclaimServer;
import org.plainclaim.server.ServerSettings;

/** A server that two practices share, over each database; started when it is first used. */
enum TwoPractices {
    H2 {
        @Override
        PlainclaimServer server() {
            return OverH2.SERVER;
        }
    },
    POSTGRESQL {
        @Override
        PlainclaimServer server() {
            return OverPostgreSql.SERVER;
        }
    };

    /** Stands in everything that one practice stores under its name, and may never reach the other. */
    static String canary(String practice) {
        return "Canary" + practice;
    }

    abstract PlainclaimServer server();

    /** Somebody of a practice with all roles. */
    Door of(String practice) {
        return of(practice, Role.values());
    }

    /** Somebody of a practice. */
    Door of(String practice, Role... roles) {
        JWTClaimsSet claims = GuardedServer.claims("system/*.cruds", roles)
                .claim("practice", practice)
                .build();
        return new Door(http(claims), practice.equals("linden") ? "oak" : "linden");
    }

    /** A client with a token of these claims. */
    FhirHttp http(JWTClaimsSet claims) {
        return FhirHttp.at(server().baseUri()).with("Authorization", "Bearer " + GuardedServer.sign(claims));
    }

    /**
     * One practice's way in; whatever comes back is looked at for the other's canary.
     *
     * @param http the client
     * @param other the other practice
     */
    record Door(FhirHttp http, String other) {
        FhirHttp.Answer get(String path) {
            return looked(http.get(path));
        }

        FhirHttp.Answer send(String method, String path, String body, String... headers) {
            return looked(http.send(method, path, body, headers));
        }

        FhirHttp.Answer put(String path, String body) {
            return looked(http.put(path, body));
        }

        FhirHttp.Answer post(String path, String body, String... headers) {
            return looked(http.post(path, body, headers));
        }

        private FhirHttp.Answer looked(FhirHttp.Answer answer) {
            assertFalse(answer.body().contains(canary(other)), answer::body);
            assertFalse(answer.raw().headers().toString().contains(canary(other)));
            return answer;
        }
    }

    private static PlainclaimServer start(String database) {
        return PlainclaimServer.start(ServerSettings.fromEnvironment(Map.of(
                "PLAINCLAIM_PORT",
                "0",
                "PLAINCLAIM_DATABASE_URL",
                database,
                "PLAINCLAIM_DATABASE_POOL",
                "8",
                "PLAINCLAIM_THREADS",
                "16",
                "PLAINCLAIM_PRACTICES",
                "several",
                "PLAINCLAIM_PARTNERS",
                partners().toString(),
                "PLAINCLAIM_ISSUER",
                GuardedServer.issuer().uri(),
                "PLAINCLAIM_AUDIENCE",
                GuardedServer.AUDIENCE)));
    }

    /** One of them has a partner, so that files of payers are read there. */
    private static Path partners() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/partners")), "two");
            Files.writeString(
                    folder.resolve("oak.csv"),
                    """
                    id,payers,address,sender,receiver,submitter,phone,production
                    clearinghouse,SRHP1,folder:clearinghouse,LINDENST,CLEARHOUSE,OAK STREET,7175550114,no
                    """);
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static final class OverH2 {
        private static final PlainclaimServer SERVER = start("jdbc:h2:mem:practices");
    }

    private static final class OverPostgreSql {
        private static final PlainclaimServer SERVER = start(database());

        private static String database() {
            try {
                EmbeddedPostgres database = EmbeddedPostgres.builder()
                        .setServerConfig("shared_buffers", "32MB")
                        .setServerConfig("fsync", "off")
                        .start();
                return database.getJdbcUrl("postgres", "postgres");
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
