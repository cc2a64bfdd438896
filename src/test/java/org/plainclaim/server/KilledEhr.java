package org.plainclaim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.plainclaim.server.operation.Pushed;

/**
 * An EHR that pushes sessions and has each derived twice at once, whatever happens to the server, and keeps what was
 * acknowledged to it.
 */
final class KilledEhr {
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

    /** What belongs to a session and is stored with it or not at all. */
    private static final List<String> PARTS = List.of("Condition", "Procedure", "Composition", "Observation");

    private final Set<String> tried = ConcurrentHashMap.newKeySet();
    private final Map<String, String> pushed = new ConcurrentHashMap<>();
    private final Map<String, String> derived = new ConcurrentHashMap<>();
    private int cut;

    /** Goes on until nobody answers. */
    void worksWith(FhirHttp http) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Pushed session = Pushed.example("psychotherapy-office");
                String name =
                        session.resource("Encounter").at("/identifier/0/value").asText();
                tried.add(name);
                String encounter = session.push(http);
                pushed.put(name, encounter);
                CompletableFuture.allOf(
                                CompletableFuture.runAsync(() -> derive(http, encounter)),
                                CompletableFuture.runAsync(() -> derive(http, encounter)))
                        .join();
            }
        } catch (UncheckedIOException gone) {
            cut++;
        } catch (CompletionException inside) {
            assertTrue(inside.getCause() instanceof UncheckedIOException, inside::toString);
            cut++;
        }
    }

    private void derive(FhirHttp http, String encounter) {
        FhirHttp.Answer answer = http.post("Encounter/" + encounter + "/$derive-claim", NOTHING);
        assertEquals(200, answer.status(), answer::body);
        for (JsonNode part : answer.json().path("parameter")) {
            if (part.at("/resource/resourceType").asText().equals("Claim")) {
                String claim = part.at("/resource/id").asText();
                String before = derived.putIfAbsent(encounter, claim);
                assertTrue(before == null || before.equals(claim), "two claims for one session");
            }
        }
    }

    /** Everything acknowledged is there; nothing is there by half, or twice. */
    void account(FhirHttp http) {
        for (String name : tried) {
            List<String> found = found(http, "Encounter?identifier=" + name);
            assertTrue(found.size() <= 1, () -> name + " was stored twice");
            if (pushed.containsKey(name)) {
                assertEquals(List.of(pushed.get(name)), found, () -> name + " was acknowledged");
            }
            for (String encounter : found) {
                for (String type : PARTS) {
                    assertEquals(
                            1,
                            found(http, type + "?encounter=Encounter/" + encounter)
                                    .size(),
                            () -> type + " of a half session");
                }
                List<String> claims = found(http, "Claim?encounter=Encounter/" + encounter);
                assertTrue(claims.size() <= 1, () -> "claims " + claims);
                if (derived.containsKey(encounter)) {
                    assertEquals(List.of(derived.get(encounter)), claims);
                }
            }
        }
        assertTrue(cut > 0, "no server was killed under it");
    }

    private static List<String> found(FhirHttp http, String search) {
        FhirHttp.Answer answer = http.get(search);
        assertEquals(200, answer.status(), answer::body);
        List<String> ids = new ArrayList<>();
        answer.json()
                .path("entry")
                .forEach(entry -> ids.add(entry.at("/resource/id").asText()));
        return ids;
    }

    @Override
    public String toString() {
        return pushed.size() + " of " + tried.size() + " sessions acknowledged, " + derived.size()
                + " claims acknowledged to an EHR";
    }
}
