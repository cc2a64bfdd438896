package org.plainclaim.server.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.plainclaim.access.Role;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.GuardedServer;
import org.plainclaim.server.PlainclaimServer;
import org.plainclaim.server.ServerSettings;

/** From a held session to its money: tried out by one person in several roles, and by people who each have one. */
final class FromHeldToMoneyTest {
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @BeforeAll
    static void needsBrowser() {
        Chromium.orSkip();
    }

    private static Page lookAs(Page page, Role role) {
        page.navigate("/desk/eligibility");
        page.getByLabel("Look as").selectOption(role.code());
        page.waitForURL("**/");
        assertThat(page.getByLabel("Look as")).hasValue(role.code());
        return page;
    }

    @Test
    void aHeldSessionBecomesMoney() {
        try (Chromium.Window window = Chromium.Window.open(OpenDesk.base(), "", 1280, ColorScheme.LIGHT)) {
            OpenDesk.session("no-stop-time");
            window.page().navigate("/");
            new HeldToMoney(OpenDesk.server(), OpenDesk.http(), role -> lookAs(window.page(), role)).walk();
            assertEquals(List.of(), window.complaints());
        }
    }

    @Test
    void itBecomesMoneyAmongPeopleWhoEachMayDoTheirPart() {
        try (PlainclaimServer server = PlainclaimServer.start(ServerSettings.fromEnvironment(Map.of(
                        "PLAINCLAIM_PORT",
                        "0",
                        "PLAINCLAIM_DATABASE_URL",
                        "jdbc:h2:mem:people",
                        "PLAINCLAIM_TIME_ZONE",
                        ZONE.getId(),
                        "PLAINCLAIM_PARTNERS",
                        OpenDesk.partners().toString(),
                        "PLAINCLAIM_ISSUER",
                        GuardedServer.issuer().uri(),
                        "PLAINCLAIM_AUDIENCE",
                        GuardedServer.AUDIENCE)));
                People people = new People(server)) {
            String token = GuardedServer.sign(
                    GuardedServer.claims("system/*.cruds", Role.values()).build());
            FhirHttp all = GuardedServer.of(server).with("Authorization", "Bearer " + token);
            new BusyPractice(all).one("no-stop-time", LocalDate.now(ZONE).minusDays(1));
            new HeldToMoney(server, all, people::page).walk();
            people.assertRefused(Role.CLINICIAN, "/desk/money");
            people.assertRefused(Role.FRONT_DESK, "/desk/claims");
            people.assertContent();
        }
    }
}
