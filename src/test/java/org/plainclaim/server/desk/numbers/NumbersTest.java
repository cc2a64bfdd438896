package org.plainclaim.server.desk.numbers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plainclaim.server.FreshServer;

/** The pictures: each has its words, its page, its table and its file. */
final class NumbersTest {
    /** Of its own: what other tests store in one would be counted. */
    private static final FreshServer SERVER = FreshServer.overH2();

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("org.plainclaim.server.desk.messages");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static List<String> figures() {
        return Figures.keys();
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(SERVER.base().resolve(path)).build(), BodyHandlers.ofString());
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void everyFigureHasItsWords(String key) {
        for (String part : List.of("", ".what", ".none", ".label", ".row")) {
            assertTrue(WORDS.containsKey("numbers." + key + part), part);
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void everyFigureHasAPageAndAFile(String key) throws Exception {
        HttpResponse<String> page = get("/desk/numbers/" + key + "?from=2026-01&to=2026-06");
        assertEquals(200, page.statusCode(), page.body());
        assertTrue(page.body().contains(WORDS.getString("numbers." + key)), page.body());
        HttpResponse<String> file = get("/desk/numbers/" + key + "/csv?from=2026-01&to=2026-06");
        assertEquals(200, file.statusCode());
        assertTrue(file.body().startsWith("label,explained,"), file.body());
        String disposition = file.headers().firstValue("Content-Disposition").orElse("");
        assertTrue(disposition.contains(key + "-2026-01-2026-06.csv"), disposition);
    }

    @Test
    void everyColumnHasItsWords() throws Exception {
        for (String key : figures()) {
            String head = get("/desk/numbers/" + key + "/csv")
                    .body()
                    .lines()
                    .findFirst()
                    .orElse("");
            for (String column : List.of(head.split(",")).subList(2, head.split(",").length)) {
                assertTrue(WORDS.containsKey("numbers.column." + column), column);
            }
        }
    }

    @Test
    void aRateOfNothingIsNoNumber() {
        Map<String, String> numbers = new HashMap<>(Map.of("part", "0", "whole", "0"));
        OfFigures.rate(numbers, "rate", "part", "whole");
        assertTrue(!numbers.containsKey("rate"));
        numbers.putAll(Map.of("part", "2", "whole", "3"));
        OfFigures.rate(numbers, "rate", "part", "whole");
        assertEquals("66.7", numbers.get("rate"));
    }

    @Test
    void monthsThatMakeNoSenseAreTheUsualOnes() throws Exception {
        assertEquals(200, get("/desk/numbers?from=2026-13&to=never").statusCode());
        assertEquals(200, get("/desk/numbers/days?from=1900-01&to=2026-01").statusCode());
    }
}
