package org.plainclaim.server.desk;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, started once for all tests of a JVM. */
final class Chromium {
    private static final int PATIENCE_MILLIS = 90_000;
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    private Chromium() {}

    private static final class Started {
        private static final Playwright PLAYWRIGHT = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private static final Browser BROWSER = PLAYWRIGHT
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of(
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking")));
        private static final String AXE = axe();

        private static String axe() {
            try (InputStream in = Chromium.class.getResourceAsStream("/axe.min.js")) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Skips the test, and says so, where there is no Chromium. */
    static void orSkip() {
        assumeTrue(
                Files.isExecutable(PROGRAM),
                "There is no " + PROGRAM + ", so nothing was tried in a browser; install the package chromium.");
    }

    /**
     * A window.
     *
     * @param complaints what the browser wrote as errors
     */
    record Window(BrowserContext context, Page page, List<String> complaints) implements AutoCloseable {
        /** One that looks at a server in a role; empty for everybody. */
        static Window open(String base, String role, int width, ColorScheme colors) {
            BrowserContext context = Started.BROWSER.newContext(new NewContextOptions()
                    .setBaseURL(base)
                    .setViewportSize(width, height(width))
                    .setColorScheme(colors));
            if (!role.isEmpty()) {
                context.addCookies(List.of(new Cookie("plainclaim-look", role).setUrl(base)));
            }
            List<String> complaints = new ArrayList<>();
            Page page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text() + " " + message.location());
                }
            });
            page.onPageError(complaints::add);
            return new Window(context, page, complaints);
        }

        /** Makes it another width. */
        void widen(int width) {
            page.setViewportSize(width, height(width));
        }

        private static int height(int width) {
            return width < 500 ? 844 : 900;
        }

        /** Waits until what the page loads afterwards is there. */
        void awaitParts() {
            page.waitForFunction(
                    "() => !document.querySelector('[hx-trigger=load]')",
                    null,
                    new Page.WaitForFunctionOptions().setTimeout(PATIENCE_MILLIS));
        }

        /** What axe finds against WCAG 2.2 AA, a line each. */
        String barriers() {
            page.evaluate(Started.AXE);
            return String.valueOf(page.evaluate("async () => (await axe.run(document, {runOnly:"
                    + " ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']})).violations.flatMap(v => v.nodes.map("
                    + "n => v.id + ' at ' + n.target)).slice(0, 5).join('\\n')"));
        }

        /** Pixels that stand out of the window to the right. */
        int overflow() {
            return ((Number) page.evaluate("document.documentElement.scrollWidth - window.innerWidth")).intValue();
        }

        void shoot(String name) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/screenshots", name + ".png"))
                    .setFullPage(true));
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
