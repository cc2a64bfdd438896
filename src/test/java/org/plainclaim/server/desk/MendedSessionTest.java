package org.plainclaim.server.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plainclaim.server.operation.Pushed;

/** What a clinician mends in the browser besides times and signature, each by the interaction that everybody uses. */
final class MendedSessionTest {
    @BeforeAll
    static void needsBrowser() {
        Chromium.orSkip();
    }

    /** By video, but nobody wrote that, nor where the patient was, nor what was treated. */
    private static String bare() {
        Pushed session = Pushed.example("psychotherapy-video-home");
        ObjectNode encounter = (ObjectNode) session.resource("Encounter");
        encounter.remove(List.of("location", "diagnosis"));
        for (Iterator<JsonNode> all = encounter.path("extension").iterator(); all.hasNext(); ) {
            if (all.next().path("url").asText().endsWith("/telehealth-modality")) {
                all.remove();
            }
        }
        ObjectNode condition = (ObjectNode) session.resource("Condition");
        condition.remove("encounter");
        return session.push(OpenDesk.http());
    }

    private static Locator gap(Page page, String message) {
        return page.locator(".gap", new Page.LocatorOptions().setHasText(message));
    }

    private static void says(Page page, String words) {
        assertThat(page.getByRole(AriaRole.STATUS)).containsText(words);
    }

    private static void refuses(Page page, String words) {
        assertThat(page.getByRole(AriaRole.ALERT)).containsText(words);
        assertThat(page.getByRole(AriaRole.STATUS)).hasCount(0);
    }

    @Test
    void diagnosisModalityAndPlaceAreStated() {
        String session = bare();
        try (Chromium.Window window = Chromium.Window.open(OpenDesk.base(), "clinician", 1280, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate("/desk/sessions/" + session);
            Locator code = page.getByLabel("ICD-10-CM code");
            code.fill("F99.99");
            code.press("Enter");
            refuses(page, "no ICD-10-CM code");
            assertEquals(0, conditions(session));
            page.getByLabel("ICD-10-CM code").fill("F41.1");
            page.getByLabel("ICD-10-CM code").press("Enter");
            says(page, "The diagnosis is added");
            assertThat(gap(page, "no coded diagnosis")).hasCount(0);
            assertEquals(1, conditions(session));

            page.getByLabel("Held by").selectOption("audio-video");
            gap(page, "by video or by telephone").getByRole(AriaRole.BUTTON).click();
            says(page, "It is saved");
            assertThat(gap(page, "by video or by telephone")).hasCount(0);

            Locator place = page.getByLabel("Place");
            place.selectOption(place.locator("option").nth(1).getAttribute("value"));
            gap(page, "where the patient was").getByRole(AriaRole.BUTTON).click();
            says(page, "It is saved");
            assertThat(gap(page, "where the patient was")).hasCount(0);
            assertEquals("", window.barriers());
            assertEquals(List.of(), window.complaints());
        }
    }

    /** By video, and nobody kept that the patient agreed to that. */
    private static String unasked() {
        Pushed session = Pushed.example("psychotherapy-video-home");
        ((ObjectNode) session.resource("Consent")).put("status", "inactive");
        return session.push(OpenDesk.http());
    }

    @Test
    void aConsentInTimeIsStatedByKeyboardAndALaterOneMendsNothing() {
        String session = unasked();
        JsonNode encounter = OpenDesk.http().get("Encounter/" + session).json();
        LocalDate day = LocalDate.parse(encounter.at("/period/start").asText().substring(0, 10));
        String consents =
                "Consent?patient=" + encounter.at("/subject/reference").asText() + "&status=active&_summary=count";
        try (Chromium.Window window = Chromium.Window.open(OpenDesk.base(), "clinician", 1280, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate("/desk/sessions/" + session);
            Locator agreed = page.getByLabel("Agreed on");
            // the page refuses a later day by itself, and so does the server where a page does not
            agreed.evaluate("field => field.removeAttribute('max')");
            agreed.fill(day.plusDays(1).toString());
            agreed.press("Enter");
            refuses(page, "Give a day on or before");
            assertEquals(0, count(consents));
            assertEquals("", window.barriers());
            window.shoot("session-consent");
            page.getByLabel("Agreed on").fill(day.toString());
            page.getByLabel("Agreed on").press("Enter");
            says(page, "The consent is saved");
            assertThat(gap(page, "consent to telehealth")).hasCount(0);
            assertEquals(1, count(consents));
            assertEquals("", window.barriers());
            assertEquals(List.of(), window.complaints());
        }
        try (Chromium.Window window = Chromium.Window.open(OpenDesk.base(), "biller", 1280, ColorScheme.LIGHT)) {
            window.page().navigate("/desk/sessions/" + unasked());
            assertThat(gap(window.page(), "consent to telehealth").first()).isVisible();
            window.shoot("session-consent-biller");
            assertThat(window.page().getByLabel("Agreed on")).hasCount(0);
        }
    }

    private static int conditions(String session) {
        return count("Condition?encounter=Encounter/" + session + "&_summary=count");
    }

    private static int count(String search) {
        return OpenDesk.http().get(search).json().path("total").asInt();
    }

    @Test
    void aReviewInTimeIsStatedAndALaterOneMendsNothing() {
        String session = OpenDesk.session("plan-review-overdue");
        String start = OpenDesk.http()
                .get("Encounter/" + session)
                .json()
                .at("/period/start")
                .asText();
        LocalDate day = LocalDate.parse(start.substring(0, 10));
        try (Chromium.Window window = Chromium.Window.open(OpenDesk.base(), "clinician", 1280, ColorScheme.LIGHT)) {
            Page page = window.page();
            page.navigate("/desk/sessions/" + session);
            page.getByLabel("Reviewed on").fill(day.minusDays(5).toString());
            page.getByLabel("Next review due").fill(day.minusDays(9).toString());
            Locator save = gap(page, "overdue for review").getByRole(AriaRole.BUTTON);
            save.click();
            refuses(page, "Give a review");
            page.getByLabel("Reviewed on").fill(day.minusDays(5).toString());
            page.getByLabel("Next review due").fill(day.plusDays(80).toString());
            save.click();
            says(page, "The review of the plan is saved");
            assertThat(gap(page, "overdue for review")).hasCount(0);
            assertEquals(List.of(), window.complaints());
        }
    }
}
