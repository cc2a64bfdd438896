package org.plainclaim.server.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.operation.Pushed;

/**
 * An EHR that pushes sessions and has each derived twice at once, whatever happens to the servers, keeps what was acknowledged to
 * it, and at the end sends again what was not.
 */
final class Ehr {
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";
    private static final long PAUSE_NANOS = 100_000_000;

    /** What belongs to a session and is stored with it or not at all. */
    private static final List<String> PARTS = List.of("Condition", "Procedure", "Composition", "Observation");

    private final Map<String, Pushed> tried = new ConcurrentHashMap<>();
    private final Map<String, String> pushed = new ConcurrentHashMap<>();
    private final Map<String, String> derived = new ConcurrentHashMap<>();
    private final AtomicInteger cut = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    /** Works with the servers that there are until there is none; each session is derived on the first and the last at once. */
    void worksWith(Supplier<List<FhirHttp>> nodes) {
        for (List<FhirHttp> now = nodes.get(); !now.isEmpty(); now = nodes.get()) {
            if (!session(now.get(0), now.get(now.size() - 1))) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    /** How many sessions were acknowledged to it. */
    int acknowledged() {
        return pushed.size();
    }

    /** How many requests were refused for now, or had no answer. */
    int disturbed() {
        return cut.get() + refused.get();
    }

    /** One session; false if nobody answers, or not now. */
    private boolean session(FhirHttp one, FhirHttp other) {
        Pushed session = Pushed.example("psychotherapy-office");
        String name = session.resource("Encounter").at("/identifier/0/value").asText();
        tried.put(name, session);
        try {
            FhirHttp.Answer answer = one.post("", session.bundle().toString());
            if (isLater(answer)) {
                return false;
            }
            String encounter = Pushed.encounter(answer);
            pushed.put(name, encounter);
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> derive(one, encounter)),
                            CompletableFuture.runAsync(() -> derive(other, encounter)))
                    .join();
            return true;
        } catch (UncheckedIOException gone) {
            cut.incrementAndGet();
        } catch (CompletionException inside) {
            if (!(inside.getCause() instanceof UncheckedIOException)) {
                throw inside;
            }
            cut.incrementAndGet();
        }
        return false;
    }

    /** Whether a server says that it can not do this now, and when to try again. */
    private boolean isLater(FhirHttp.Answer answer) {
        boolean later = refusedForNow(answer);
        refused.addAndGet(later ? 1 : 0);
        return later;
    }

    static boolean refusedForNow(FhirHttp.Answer answer) {
        boolean later = answer.status() == 503 || answer.status() == 507;
        assertFalse(later && answer.header("Retry-After").isEmpty(), answer::body);
        return later;
    }

    private void derive(FhirHttp http, String encounter) {
        FhirHttp.Answer answer = http.post("Encounter/" + encounter + "/$derive-claim", NOTHING);
        if (answer.status() == 409 || isLater(answer)) {
            return;
        }
        assertEquals(200, answer.status(), () -> answer.raw().headers().map() + answer.body());
        for (JsonNode part : answer.json().path("parameter")) {
            if (part.at("/resource/resourceType").asText().equals("Claim")) {
                String claim = part.at("/resource/id").asText();
                String before = derived.putIfAbsent(encounter, claim);
                assertTrue(before == null || before.equals(claim), "two claims for one session");
            }
        }
    }

    /**
     * Everything acknowledged is there; nothing is there by half, or twice, not even what was sent again because nobody had
     * acknowledged it.
     */
    void account(FhirHttp http) {
        tried.forEach((name, session) -> {
            List<String> found = found(http, "Encounter?identifier=" + name);
            if (pushed.containsKey(name)) {
                assertEquals(List.of(pushed.get(name)), found, () -> name + " was acknowledged");
            } else {
                assertTrue(found.size() <= 1, () -> name + " was stored twice");
                found.forEach(encounter -> isWhole(http, encounter));
                found = List.of(session.push(http));
                assertEquals(found, found(http, "Encounter?identifier=" + name), () -> name + " was sent again");
            }
            found.forEach(encounter -> isWhole(http, encounter));
        });
    }

    private void isWhole(FhirHttp http, String encounter) {
        for (String type : PARTS) {
            assertEquals(
                    1,
                    found(http, type + "?encounter=Encounter/" + encounter).size(),
                    () -> type + " of a half session");
        }
        List<String> claims = found(http, "Claim?encounter=Encounter/" + encounter);
        assertTrue(claims.size() <= 1, () -> "claims " + claims);
        if (derived.containsKey(encounter)) {
            assertEquals(List.of(derived.get(encounter)), claims);
        }
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
                + " claims acknowledged to an EHR, " + disturbed() + " requests without answer or refused for now";
    }
}
