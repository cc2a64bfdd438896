package org.plainclaim.server.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.plainclaim.access.Role;
import org.plainclaim.server.GuardedServer;
import org.plainclaim.server.PlainclaimServer;

/** Each role is somebody with a browser of their own, signed in at the issuer by a token that names this role only. */
final class People implements AutoCloseable {
    private final String base;
    private final Map<Role, Chromium.Window> windows = new EnumMap<>(Role.class);

    People(PlainclaimServer server) {
        this.base = server.baseUri().resolve("/").toString().replaceAll("/$", "");
    }

    /** The page of whoever has the role; signs in the first time, and is then at the first view. */
    Page page(Role role) {
        return windows.computeIfAbsent(role, this::signIn).page();
    }

    private Chromium.Window signIn(Role role) {
        GuardedServer.issuer()
                .nextPerson(GuardedServer.claims("openid user/*.cruds", role).build());
        Chromium.Window window = Chromium.Window.open(base, "", 1280, ColorScheme.LIGHT);
        window.page().navigate("/desk/sign-in");
        window.page().waitForURL(base + "/");
        assertThat(window.page().getByText("Sign out")).isVisible();
        return window;
    }

    /** An address that the role may not open, and has no link to. */
    void assertRefused(Role role, String address) {
        Page page = page(role);
        page.navigate("/");
        assertThat(page.getByText("Sign out")).isVisible();
        assertEquals(0, page.locator("a[href='" + address + "']").count(), role + " is led to " + address);
        assertEquals(403, page.navigate(address).status(), role + " at " + address);
        window(role).shoot("refused-" + role.code());
        // the browser itself writes down that a page was refused
        window(role).complaints().removeIf(complaint -> complaint.contains("status of 403"));
    }

    /** Nothing went wrong in any of the browsers. */
    void assertContent() {
        windows.forEach((role, window) -> assertEquals(List.of(), window.complaints(), role.code()));
    }

    private Chromium.Window window(Role role) {
        return windows.computeIfAbsent(role, this::signIn);
    }

    @Override
    public void close() {
        windows.values().forEach(Chromium.Window::close);
    }
}
