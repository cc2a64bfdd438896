package org.plainclaim.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.GuardedServer;

/**
 * A small practice on the guarded server: two patients, each with a claim, an observation and a session.
 *
 * @param tag stands in each of its ids, so that tests do not see each other
 */
record Practice(String tag) {
    static Practice store() {
        Practice practice = new Practice(UUID.randomUUID().toString().substring(0, 8));
        FhirHttp http = GuardedServer.everybody();
        practice.put(http, "Organization", "org", "\"name\":\"Linden Street\"");
        practice.put(http, "Practitioner", "doc", "\"name\":[{\"family\":\"Marsh\"}]");
        for (String who : new String[] {"ann", "bob"}) {
            String subject = "{\"reference\":\"Patient/" + practice.id(who) + "\"}";
            practice.put(http, "Patient", who, "\"gender\":\"female\",\"name\":[{\"family\":\"" + who + "\"}]");
            practice.put(
                    http,
                    "Encounter",
                    who,
                    "\"status\":\"finished\",\"class\":{\"code\":\"AMB\"},\"subject\":" + subject
                            + ",\"participant\":[{\"individual\":{\"reference\":\"Practitioner/" + practice.id("doc")
                            + "\"}}]");
            practice.put(
                    http,
                    "Observation",
                    who,
                    "\"status\":\"final\",\"code\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"44261-6\"}]},"
                            + "\"subject\":" + subject + ",\"encounter\":{\"reference\":\"Encounter/"
                            + practice.id(who) + "\"}");
            practice.put(http, "Claim", who, practice.claim(who, who.equals("ann") ? "active" : "draft"));
        }
        return practice;
    }

    /** The id of a resource. */
    String id(String name) {
        return name + "-" + tag;
    }

    /** The elements of a claim. */
    String claim(String patient, String status) {
        return "\"status\":\"" + status
                + "\",\"use\":\"claim\",\"created\":\"2026-11-02\",\"patient\":{\"reference\":\"Patient/"
                + id(patient) + "\"},\"item\":[{\"sequence\":1,\"encounter\":[{\"reference\":\"Encounter/" + id(patient)
                + "\"}]}]";
    }

    /** A resource as JSON. */
    String json(String type, String name, String elements) {
        return "{\"resourceType\":\"" + type + "\",\"id\":\"" + id(name) + "\"," + elements + "}";
    }

    /** An id that never was and one that the caller does not reach are answered alike, but for the id. */
    void hides(FhirHttp http, String method, String type, String rest, String body, String... headers) {
        FhirHttp.Answer known =
                http.send(method, type + "/" + id("bob") + rest, body.replace("{id}", id("bob")), headers);
        FhirHttp.Answer never = http.send(method, type + "/never" + rest, body.replace("{id}", "never"), headers);
        assertEquals(404, known.status(), known.body());
        assertEquals(404, never.status(), never.body());
        assertEquals(never.body().replace("never", "x"), known.body().replace(id("bob"), "x"));
    }

    private void put(FhirHttp http, String type, String name, String elements) {
        FhirHttp.Answer answer = http.put(type + "/" + id(name), json(type, name, elements));
        if (answer.status() != 201) {
            throw new IllegalStateException(type + ": " + answer.body());
        }
    }
}
