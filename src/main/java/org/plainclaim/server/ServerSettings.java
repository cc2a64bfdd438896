package org.plainclaim.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.access.IssuerSettings;

/**
 * How the server runs: one immutable record made from the environment.
 *
 * @param host address to listen on
 * @param port port to listen on; 0 takes any free one
 * @param database where resources are kept
 * @param threads most HTTP threads
 * @param baseUrl the public FHIR base, where it differs from the address listened on
 * @param timeZone the zone of the practice, for sessions that state their times only in UTC; null if none is set
 * @param completeSince first day from which on every session of the practice is in the store; null if that is not known
 * @param maxBodyMegabytes largest request body accepted
 * @param requestsPerSecond how many requests one client may send in a second; 0 for as many as it likes
 * @param releases folder of the official releases that the site loaded; null if there is none
 * @param severalPractices whether practices that know nothing of each other share the server
 * @param partners file of the trading partners that claims are sent to, or a folder with one for each practice; null if
 *     there are none
 * @param auditKey file of the key that signs the audit trail; null if nothing is signed
 * @param training folder of the site's own training cases; null if it has none
 * @param issuer whose tokens are accepted; null if the server is only tried out
 * @param tls certificate and key; null if the server speaks plain HTTP
 */
public record ServerSettings(
        String host,
        int port,
        Database database,
        int threads,
        @Nullable URI baseUrl,
        @Nullable ZoneId timeZone,
        @Nullable LocalDate completeSince,
        int maxBodyMegabytes,
        int requestsPerSecond,
        @Nullable Path releases,
        boolean severalPractices,
        @Nullable Path partners,
        @Nullable Path auditKey,
        @Nullable Path training,
        @Nullable IssuerSettings issuer,
        @Nullable Tls tls) {
    private static final int MOST_REQUESTS = 1_000;
    private static final String H2_FILE = "jdbc:h2:file:";

    /** Where resources are kept. */
    public record Database(String url, String user, String password, int maxConnections) {
        /** Never shows the password. */
        @Override
        public String toString() {
            return "Database[" + url.replaceAll("[?;].*", "") + ", at most " + maxConnections + " connections]";
        }
    }

    /**
     * PEM files, which may be replaced while the server runs.
     *
     * @param certificate the certificate, followed by those that vouch for it
     * @param key its private key
     */
    public record Tls(Path certificate, Path key) {}

    /**
     * Reads the {@code PLAINCLAIM_*} variables; everything else is ignored.
     *
     * @throws SettingsException with every problem at once
     */
    public static ServerSettings fromEnvironment(Map<String, String> environment) {
        SettingsReader reader = new SettingsReader(environment);
        Database database = database(reader);
        boolean several = several(reader);
        IssuerSettings issuer = issuer(reader);
        ServerSettings settings = new ServerSettings(
                reader.text("PLAINCLAIM_HOST", "127.0.0.1"),
                reader.number("PLAINCLAIM_PORT", 8080, 0, 65_535),
                database,
                reader.number("PLAINCLAIM_THREADS", 64, 8, 1_000),
                reader.httpUrl("PLAINCLAIM_BASE_URL"),
                reader.zone("PLAINCLAIM_TIME_ZONE"),
                reader.day("PLAINCLAIM_COMPLETE_SINCE"),
                reader.number("PLAINCLAIM_MAX_BODY_MB", 8, 1, 256),
                reader.number("PLAINCLAIM_REQUESTS_PER_SECOND", issuer == null ? 0 : MOST_REQUESTS, 0, 1_000_000),
                releases(reader, database.url()),
                several,
                several ? reader.folder("PLAINCLAIM_PARTNERS") : reader.file("PLAINCLAIM_PARTNERS"),
                reader.file("PLAINCLAIM_AUDIT_KEY"),
                reader.folder("PLAINCLAIM_TRAINING"),
                issuer,
                tls(reader));
        // what logback.xml reads by itself
        reader.choice("PLAINCLAIM_LOG", "text", "json");
        // tokens that the commands send; the server itself has none
        reader.skip("PLAINCLAIM_TOKEN", "PLAINCLAIM_TOKEN_FILE");
        reader.finish();
        return settings;
    }

    /** The largest request body in bytes. */
    public long maxBodyBytes() {
        return maxBodyMegabytes * 1024L * 1024L;
    }

    /**
     * Refuses to serve to others without knowing who asks.
     *
     * @throws SettingsException if others can reach the address and there is no issuer
     */
    public void requireIssuerUnlessTriedOut() {
        if (issuer == null && !SettingsReader.isLoopback(host)) {
            throw new SettingsException(List.of("PLAINCLAIM_HOST is '" + host
                    + "', which others can reach, and nobody says who may ask; set PLAINCLAIM_ISSUER and"
                    + " PLAINCLAIM_AUDIENCE to the issuer of your tokens, or listen on 127.0.0.1 to try things out."));
        }
    }

    private static boolean several(SettingsReader reader) {
        boolean several =
                reader.choice("PLAINCLAIM_PRACTICES", "one", "several").equals("several");
        if (several) {
            reader.together("PLAINCLAIM_ISSUER", "PLAINCLAIM_PRACTICES");
        }
        return several;
    }

    private static @Nullable IssuerSettings issuer(SettingsReader reader) {
        URI issuer = reader.trustedUrl("PLAINCLAIM_ISSUER");
        URI keys = reader.trustedUrl("PLAINCLAIM_ISSUER_KEYS");
        String audience = reader.text("PLAINCLAIM_AUDIENCE", reader.text("PLAINCLAIM_BASE_URL", ""));
        String roles = reader.text("PLAINCLAIM_ROLES_CLAIM", "realm_access.roles");
        String practice = reader.text("PLAINCLAIM_PRACTICE_CLAIM", "practice");
        if (issuer == null) {
            reader.together("PLAINCLAIM_ISSUER", "PLAINCLAIM_AUDIENCE", "PLAINCLAIM_ISSUER_KEYS");
            return null;
        }
        if (audience.isEmpty()) {
            reader.missing("PLAINCLAIM_AUDIENCE", "a token has to name this server; give the aud of your tokens");
        }
        return new IssuerSettings(issuer, audience, keys, roles, practice);
    }

    private static @Nullable Tls tls(SettingsReader reader) {
        Path certificate = reader.file("PLAINCLAIM_TLS_CERTIFICATE");
        Path key = reader.file("PLAINCLAIM_TLS_KEY");
        reader.together("PLAINCLAIM_TLS_CERTIFICATE", "PLAINCLAIM_TLS_KEY");
        reader.together("PLAINCLAIM_TLS_KEY", "PLAINCLAIM_TLS_CERTIFICATE");
        return certificate == null || key == null ? null : new Tls(certificate, key);
    }

    /** Beside the file of the data; nowhere while the data are only in memory. */
    private static @Nullable Path releases(SettingsReader reader, String database) {
        String standard = database.startsWith("jdbc:h2:mem:") ? "" : "./data/releases";
        if (database.startsWith(H2_FILE)) {
            Path file = Path.of(database.substring(H2_FILE.length()).replaceFirst(";.*", ""));
            standard = String.valueOf(file.resolveSibling("releases"));
        }
        String folder = reader.text("PLAINCLAIM_RELEASES", standard);
        return folder.isEmpty() ? null : Path.of(folder);
    }

    private static Database database(SettingsReader reader) {
        String url = reader.databaseUrl("PLAINCLAIM_DATABASE_URL", "jdbc:h2:file:./data/plainclaim");
        boolean embedded = url.startsWith("jdbc:h2:");
        return new Database(
                url,
                reader.text("PLAINCLAIM_DATABASE_USER", embedded ? "plainclaim" : ""),
                reader.text("PLAINCLAIM_DATABASE_PASSWORD", ""),
                reader.number("PLAINCLAIM_DATABASE_POOL", 16, 4, 500));
    }
}
