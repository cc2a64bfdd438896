package org.plainclaim.server.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every view, wide and narrow, light and dark: nothing is cut, nothing bars anybody, no browser complains. */
final class EveryViewTest {
    @BeforeAll
    static void needsBrowser() {
        Chromium.orSkip();
    }

    private static String first(String search) {
        JsonNode entry = OpenDesk.http().get(search).json().at("/entry/0/resource");
        return entry.path("id").asText();
    }

    private static Map<String, String> views() {
        String held = OpenDesk.session("unsigned-note");
        Map<String, String> views = new LinkedHashMap<>();
        views.put("sessions", "/");
        views.put("sessions-empty", "/desk/sessions?day=2020-01-01");
        views.put("session-held", "/desk/sessions/" + held);
        views.put("session-text", "/desk/sessions/" + OpenDesk.session("note-as-document"));
        views.put("work", "/desk/work");
        views.put("work-empty", "/desk/work?state=waiting");
        views.put("claims", "/desk/claims");
        views.put(
                "claim", "/desk/claims/" + first("Claim?encounter=Encounter/" + OpenDesk.session("crisis-80-minutes")));
        views.put("money", "/desk/money");
        views.put("remittance", "/desk/money/" + OpenDesk.payment());
        views.put("long-work", "/desk/long-work");
        views.put("long-work-one", "/desk/long-work/" + OpenDesk.derivedDay());
        views.put("eligibility", "/desk/eligibility");
        views.put(
                "member",
                "/desk/eligibility/"
                        + first("Patient?_has:Encounter:patient:_id=" + OpenDesk.session("crisis-80-minutes")));
        views.put("numbers", "/desk/numbers");
        views.put("numbers-shares", "/desk/numbers/shares");
        views.put("training", "/desk/training");
        views.put("training-case", "/desk/training/therapy-53");
        views.put("rules-open", "/desk/rules");
        views.put("rules", "/desk/rules?code=90837&payer=medicare&date=2026-03-02");
        views.put("rules-changes", "/desk/rules/changes");
        return views;
    }

    /** A page is loaded once for each set of colours, and looked at in two widths; 640 is 1280 at a zoom of 200 percent. */
    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, wide, 390, phone", "DARK, 640, zoomed-dark, 1280, dark"})
    void looksRight(ColorScheme colors, int first, String firstName, int second, String secondName) {
        try (Chromium.Window window = Chromium.Window.open(OpenDesk.base(), "", first, colors)) {
            views().forEach((view, address) -> {
                window.widen(first);
                Response answer = window.page().navigate(address);
                assertEquals(200, answer.status(), view);
                window.awaitParts();
                looksRight(window, view + "-" + firstName);
                window.widen(second);
                looksRight(window, view + "-" + secondName);
                assertEquals("", window.barriers(), view + " " + secondName);
            });
            assertEquals(List.of(), window.complaints());
        }
    }

    private static void looksRight(Chromium.Window window, String name) {
        window.shoot(name);
        assertTrue(window.overflow() <= 0, name + " stands out of the window");
    }

    @ParameterizedTest
    @CsvSource({"clinician", "coder", "biller", "front-desk", "auditor"})
    void everyRoleHasAFirstPage(String role) {
        try (Chromium.Window window = Chromium.Window.open(OpenDesk.base(), role, 1280, ColorScheme.LIGHT)) {
            assertEquals(200, window.page().navigate("/").status());
            window.shoot("first-" + role);
            assertEquals("", window.barriers());
            assertEquals(List.of(), window.complaints());
        }
    }
}
