package org.plainclaim.server.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.function.Function;
import org.plainclaim.access.Role;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.PlainclaimServer;
import org.plainclaim.server.answers.AnswerPolling;
import org.plainclaim.server.submission.Dispatcher;

/**
 * What the people of a practice do in their browsers without documentation: from a session without stop time, held, to its money.
 *
 * @param server the server
 * @param http a client that may read everything
 * @param people the page of whoever has a role
 */
record HeldToMoney(PlainclaimServer server, FhirHttp http, Function<Role, Page> people) {
    private static final double PATIENCE = 60_000;

    /** Goes all the way. */
    void walk() {
        Page page = people.apply(Role.BILLER);
        long before = payments(page);
        int decided = decided(page);
        seeWhyItIsHeld(page);
        String session = page.url();
        mendIt(people.apply(Role.CLINICIAN), session);
        page = people.apply(Role.BILLER);
        derive(page, session);
        readWhy(page);
        submit(page);
        receiveTheRemittance(page);
        assertTrue(payments(page) > before, "no payment came");
        assertThat(page.locator("section[aria-labelledby=payments] tbody")).containsText("$");
        assertEquals(decided + 1, decided(page), "the numbers have moved");
    }

    private static void click(Page page, AriaRole role, String name) {
        page.getByRole(role, new GetByRoleOptions().setName(name)).first().click();
    }

    /** How many payments the page shows. */
    private static long payments(Page page) {
        click(page, AriaRole.LINK, "Money");
        return page.locator("section[aria-labelledby=payments] tbody tr").count();
    }

    /** How many claims have a remittance, as the picture of first passes says. */
    private static int decided(Page page) {
        page.navigate("/desk/numbers/acceptance");
        Locator head = page.locator("#table-acceptance thead th");
        if (head.count() == 0) {
            return 0;
        }
        List<String> columns = head.allTextContents();
        int column = columns.indexOf("With remittance");
        return page.locator("#table-acceptance tbody tr").all().stream()
                .mapToInt(row ->
                        Integer.parseInt(row.locator("td").nth(column - 1).getAttribute("data-value")))
                .sum();
    }

    private static void seeWhyItIsHeld(Page page) {
        page.navigate("/");
        click(page, AriaRole.LINK, "held");
        Locator row = page.locator("tbody tr", new Page.LocatorOptions().setHasText("start or stop is missing"));
        assertThat(row).isVisible();
        row.getByRole(AriaRole.LINK).first().click();
        assertThat(page.locator(".verdict")).containsText("One thing keeps it from being billed");
        assertThat(page.locator(".gap").first()).containsText("nothing is written");
        assertThat(page.locator(".gap").first()).containsText("The clinician can mend it");
        assertThat(page.getByLabel("From", new GetByLabelOptions().setExact(true)))
                .hasCount(0);
    }

    private static void mendIt(Page page, String session) {
        page.navigate(session);
        page.getByLabel("From", new GetByLabelOptions().setExact(true)).fill("13:30");
        page.getByLabel("To", new GetByLabelOptions().setExact(true)).fill("14:20");
        click(page, AriaRole.BUTTON, "Save the times");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The times are saved");
        assertThat(page.locator(".verdict")).containsText("The documentation supports a claim");
    }

    private static void derive(Page page, String session) {
        page.navigate(session);
        click(page, AriaRole.BUTTON, "Derive the claim");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("The claim was derived");
    }

    private static void readWhy(Page page) {
        List<Locator> codes = page.locator("details.explained").all();
        assertTrue(!codes.isEmpty());
        for (Locator code : codes) {
            if (code.getAttribute("open") == null) {
                code.locator("summary").click();
            }
            assertThat(code.locator(".because")).containsText("90834");
            assertThat(code.locator(".reasons")).containsText("since");
            assertThat(code.locator(".reasons")).containsText("End of the service");
        }
    }

    private static void submit(Page page) {
        click(page, AriaRole.BUTTON, "Submit to the payer");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("on its way");
        assertThat(page.locator(".steps")).containsText("Submitted");
    }

    private String answers(String claim) {
        String id = claim.replaceFirst(".*/claims/([^?]*).*", "$1");
        return http.get("ClaimResponse?request=Claim/" + id)
                        .json()
                        .path("entry")
                        .findValuesAsText("disposition")
                + "";
    }

    /** The page is not loaded again: the news come by themselves. */
    private void receiveTheRemittance(Page page) {
        Locator decided = page.getByText("The payer decided");
        long end = System.nanoTime() + (long) (PATIENCE * 1_000_000);
        while (!decided.isVisible() && System.nanoTime() < end) {
            server.part(Dispatcher.class).run();
            server.part(AnswerPolling.class).run();
            page.waitForTimeout(200);
        }
        assertTrue(decided.isVisible(), () -> "no news of " + answers(page.url()));
        assertThat(page.locator(".sums").first()).containsText("$87.00");
    }
}
