package org.plainclaim.server.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.access.Role;
import org.plainclaim.server.GuardedServer;

/** Signing in at the workbench with a real issuer, and what comes of it. */
final class SignInTest {
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(Redirect.NORMAL)
            .build();

    private static URI at(String path) {
        return GuardedServer.server().baseUri().resolve(path);
    }

    private static HttpResponse<String> get(HttpClient client, URI address) throws Exception {
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> signIn(Role... roles) throws Exception {
        return signIn(GuardedServer.claims("openid user/*.cruds", roles).build());
    }

    private HttpResponse<String> signIn(JWTClaimsSet person) throws Exception {
        GuardedServer.issuer().nextPerson(person);
        return get(browser, at("/desk/sign-in"));
    }

    @Test
    void nobodySeesAnythingBeforeSigningIn() throws Exception {
        for (String path : List.of("/", "/desk/sessions", "/desk/claims/1", "/desk/live", "/desk/work")) {
            HttpResponse<String> page = get(browser, at(path));
            assertEquals(401, page.statusCode(), path);
            assertTrue(page.body().contains("/desk/sign-in"), path);
        }
        HttpRequest form = HttpRequest.newBuilder(at("/desk/sessions/1/derive"))
                .header("Origin", at("/").toString().replaceAll("/$", ""))
                .POST(BodyPublishers.noBody())
                .build();
        assertEquals(401, browser.send(form, BodyHandlers.ofString()).statusCode());
    }

    @Test
    void whoSignsInSeesThePagesOfTheRoleAndTheTokenStaysHere() throws Exception {
        HttpResponse<String> landed = signIn(Role.BILLER);
        assertEquals(200, landed.statusCode());
        HttpResponse<String> page = get(browser, at("/"));
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("/desk/money"));
        assertFalse(page.body().contains("Trying out"));
        assertFalse(page.body().contains("eyJ"), "a token is on the page");
        for (HttpCookie cookie : cookies.getCookieStore().getCookies()) {
            assertTrue(cookie.isHttpOnly(), cookie.getName());
            assertFalse(cookie.getValue().contains("."), "a token is in a cookie");
        }
    }

    @Test
    void whatTheRoleMayNotSeeIsRefusedByThePolicy() throws Exception {
        signIn(Role.FRONT_DESK);
        assertEquals(403, get(browser, at("/desk/claims")).statusCode());
        assertEquals(403, get(browser, at("/desk/money")).statusCode());
        assertEquals(200, get(browser, at("/desk/eligibility")).statusCode());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyTabThatARoleHasOpens(Role role) throws Exception {
        signIn(role);
        String page = get(browser, at("/")).body();
        List<String> tabs = Pattern.compile("<li><a href=\"(/desk/[a-z]+)\"")
                .matcher(page)
                .results()
                .map(tab -> tab.group(1))
                .toList();
        assertFalse(tabs.isEmpty());
        for (String tab : tabs) {
            assertEquals(200, get(browser, at(tab)).statusCode(), role + " at " + tab);
        }
    }

    @Test
    void whoOnlyRunsTheServerSeesNoPatients() throws Exception {
        signIn(Role.ADMIN);
        HttpResponse<String> page = get(browser, at("/"));
        assertEquals(200, page.statusCode());
        assertEquals(
                List.of("/desk/rules", "/desk/training"),
                Pattern.compile("<li><a href=\"(/desk/[a-z]+)\"")
                        .matcher(page.body())
                        .results()
                        .map(tab -> tab.group(1))
                        .toList());
        assertEquals(403, get(browser, at("/desk/claims")).statusCode());
    }

    @Test
    void anotherBrowserCanNotFinishASignIn() throws Exception {
        HttpClient asking = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(Redirect.NEVER)
                .build();
        GuardedServer.issuer()
                .nextPerson(GuardedServer.claims("user/*.cruds", Role.BILLER).build());
        URI issuer = URI.create(get(asking, at("/desk/sign-in"))
                .headers()
                .firstValue("Location")
                .orElseThrow());
        URI back =
                URI.create(get(asking, issuer).headers().firstValue("Location").orElseThrow());
        get(browser, back);
        assertEquals(401, get(browser, at("/")).statusCode());
        get(asking, back);
        assertEquals(200, get(asking, at("/")).statusCode());
        assertEquals(401, get(browser, at("/")).statusCode());
    }

    @Test
    void signingOutEndsIt() throws Exception {
        signIn(Role.CLINICIAN);
        assertEquals(200, get(browser, at("/desk/work")).statusCode());
        browser.send(
                HttpRequest.newBuilder(at("/desk/sign-out"))
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        assertEquals(401, get(browser, at("/desk/work")).statusCode());
    }
}
