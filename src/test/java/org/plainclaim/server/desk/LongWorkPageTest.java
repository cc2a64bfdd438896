package org.plainclaim.server.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Long work in a browser: begun at the sessions of a day, watched, stopped and gone on with by keys. */
final class LongWorkPageTest {
    private static final ContainsTextOptions PATIENTLY = new ContainsTextOptions().setTimeout(60_000);

    @BeforeAll
    static void needsBrowser() {
        Chromium.orSkip();
    }

    /** Work that another node, which will never be heard of again, has for an hour to come. */
    private static void elsewhere() {
        JdbcTemplate sql = new JdbcTemplate(OpenDesk.server().part(DataSource.class));
        long now = System.currentTimeMillis();
        sql.update(
                "insert into plainclaim_long_work (partition_id, id, kind, first_day, last_day, agent, asked_by, state,"
                        + " total, ready, refused, held, elsewhere, failed, asked_at, began_at, ended_at, worked_millis,"
                        + " owner, taken_until) values (0, 'elsewhere', 'derive-day', date '2026-03-02', date"
                        + " '2026-03-02', '{\"subject\":\"ann\"}', 'ann', 'running', 2, 1, 0, 0, 0, 0, ?, ?, 0, 0,"
                        + " 'other', ?)",
                now + 1_000,
                now - 10_000,
                now + 3_600_000);
        sql.update("insert into plainclaim_long_work_item (partition_id, work, number, item, outcome, rule, reason)"
                + " values (0, 'elsewhere', 1, 'done-already', 'ready', '', '')");
        sql.update(
                "insert into plainclaim_long_work_item (partition_id, work, number, item, outcome, rule, reason) values"
                        + " (0, 'elsewhere', 2, ?, 'open', '', '')",
                OpenDesk.session("psychotherapy-office"));
    }

    @Test
    void aDayIsDerivedAndWorkIsStoppedAndResumedByKeys() {
        try (Chromium.Window window = Chromium.Window.open(OpenDesk.base(), "biller", 1280, ColorScheme.LIGHT)) {
            OpenDesk.session("psychotherapy-office");
            Page page = window.page();
            page.navigate("/desk/sessions");
            Locator begin = page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Derive and scrub the day"));
            begin.focus();
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("It is under way");
            // the news come by themselves
            assertThat(page.locator(".progress")).containsText("finished", PATIENTLY);
            assertThat(page.getByRole(AriaRole.PROGRESSBAR)).hasAttribute("value", "100");

            elsewhere();
            page.navigate("/desk/long-work");
            Locator row = page.locator("#w-elsewhere");
            assertThat(row).containsText("1 of 2 sessions");
            assertEquals("", window.barriers());
            page.keyboard().press("j");
            page.keyboard().press("c");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("It is cancelled");
            page.navigate("/desk/long-work");
            page.keyboard().press("j");
            page.keyboard().press("r");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("It goes on");
            assertThat(page.locator(".progress")).containsText("2 of 2 sessions", PATIENTLY);
            assertEquals(List.of(), window.complaints());
        }
    }
}
