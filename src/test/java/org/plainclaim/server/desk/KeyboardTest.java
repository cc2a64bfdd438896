package org.plainclaim.server.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything can be done without a mouse. */
final class KeyboardTest {
    @BeforeAll
    static void needsBrowser() {
        Chromium.orSkip();
    }

    private static String chosen(Page page) {
        return page.locator("tr.chosen").getAttribute("id");
    }

    @Test
    void workIsChosenTakenAndGivenBackByKeys() {
        try (Chromium.Window window = Chromium.Window.open(OpenDesk.base(), "clinician", 1280, ColorScheme.LIGHT)) {
            OpenDesk.session("unsigned-note");
            Page page = window.page();
            page.navigate("/desk/work");
            page.keyboard().press("j");
            String first = chosen(page);
            page.keyboard().press("j");
            assertNotEquals(first, chosen(page));
            page.keyboard().press("k");
            assertEquals(first, chosen(page));
            page.keyboard().press("t");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("yours");
            assertThat(page.locator("#" + first)).containsText("somebody trying out");
            page.locator("#" + first + " a").focus();
            page.keyboard().press("b");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("open to others");
            page.locator("#" + first + " a").focus();
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/desk/sessions/.*"));
        }
    }

    @Test
    void theFirstTabLeadsPastTheBar() {
        try (Chromium.Window window = Chromium.Window.open(OpenDesk.base(), "", 1280, ColorScheme.LIGHT)) {
            OpenDesk.session("unsigned-note");
            Page page = window.page();
            page.navigate("/");
            page.keyboard().press("Tab");
            assertEquals("Skip to the page", page.evaluate("document.activeElement.textContent"));
            page.keyboard().press("Enter");
            assertEquals("main", page.evaluate("document.activeElement.id"));
        }
    }
}
