package org.plainclaim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a server starts without knowing who asks, and when it does not. */
final class StartGuardedTest {
    private static ServerSettings settings(String... pairs) {
        Map<String, String> environment = new java.util.TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            environment.put(pairs[i], pairs[i + 1]);
        }
        return ServerSettings.fromEnvironment(environment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "no.such.host.invalid"})
    void anAddressThatOthersReachNeedsAnIssuer(String host) {
        ServerSettings settings = settings("PLAINCLAIM_HOST", host, "PLAINCLAIM_PORT", "0");
        SettingsException refused = assertThrows(
                SettingsException.class, () -> PlainclaimServer.start(settings).close());

        assertTrue(refused.toString().contains("PLAINCLAIM_ISSUER"), refused.toString());
        assertTrue(refused.toString().contains("127.0.0.1"), refused.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost", "127.0.0.53"})
    void aLoopbackAddressDoesNot(String host) {
        settings("PLAINCLAIM_HOST", host).requireIssuerUnlessTriedOut();
    }

    @Test
    void withAnIssuerAnyAddressWillDo() {
        settings(
                        "PLAINCLAIM_HOST",
                        "0.0.0.0",
                        "PLAINCLAIM_ISSUER",
                        "https://login.example.org/realms/practice",
                        "PLAINCLAIM_AUDIENCE",
                        "plainclaim")
                .requireIssuerUnlessTriedOut();
    }

    @Test
    void theAudienceIsTheBaseUnlessItIsNamed() {
        var issuer = settings(
                        "PLAINCLAIM_ISSUER", "https://login.example.org/",
                        "PLAINCLAIM_BASE_URL", "https://billing.example.org/fhir")
                .issuer();

        assertEquals(
                "https://billing.example.org/fhir",
                java.util.Objects.requireNonNull(issuer).audience());
        assertEquals("https://login.example.org/", issuer.issuer().toString(), "taken to the letter");
    }

    @Test
    void everyHalfSettingIsRefused() {
        SettingsException refused = assertThrows(
                SettingsException.class,
                () -> settings(
                        "PLAINCLAIM_AUDIENCE", "plainclaim",
                        "PLAINCLAIM_TLS_CERTIFICATE", "pom.xml"));
        assertEquals(2, refused.problems().size(), refused.toString());
        assertThrows(SettingsException.class, () -> settings("PLAINCLAIM_ISSUER", "https://login.example.org"));
        assertThrows(
                SettingsException.class,
                () -> settings("PLAINCLAIM_ISSUER", "http://login.example.org", "PLAINCLAIM_AUDIENCE", "x"));
    }

    @Test
    void aServerThatIsTriedOutSaysSo() {
        var security = RunningServer.H2.http().get("metadata").json().at("/rest/0/security");

        assertTrue(security.path("description").asText().startsWith("TRYING OUT, WITHOUT ACCESS CONTROL"));
        assertFalse(security.has("service"));
        assertEquals(
                404,
                RunningServer.H2.http().get(".well-known/smart-configuration").status());
    }

    @Test
    void theCommandEndsWithItsExitCodeAndSaysHow() {
        StringWriter said = new StringWriter();
        var console = new org.plainclaim.cli.Console(
                new java.io.ByteArrayInputStream(new byte[0]),
                new PrintWriter(new StringWriter()),
                new PrintWriter(said),
                java.time.Clock.systemUTC());
        int code = org.plainclaim.cli.Commands.over(console, Map.of("PLAINCLAIM_HOST", "0.0.0.0"))
                .execute("serve");

        assertEquals(2, code);
        assertTrue(said.toString().contains("set PLAINCLAIM_ISSUER and PLAINCLAIM_AUDIENCE"), said.toString());
    }
}
