package org.plainclaim.server.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * A request as nobody in good faith would send it: a sound one, with parts of it changed.
 *
 * @param method HTTP method
 * @param path after the FHIR base, not encoded
 * @param type Content-Type; empty for none
 * @param token of the Authorization header
 * @param headers further header lines
 * @param body the body
 */
record HostileRequest(String method, String path, String type, String token, List<String> headers, String body) {
    private static final List<String> TYPES = List.of(
            "Patient",
            "Encounter",
            "Claim",
            "Coverage",
            "Condition",
            "Task",
            "Consent",
            "AuditEvent",
            "Composition",
            "Nope");
    private static final List<String> PATHS = List.of(
            "",
            "/hostile",
            "/hostile/_history/1",
            "/hostile/_history",
            "?_id=hostile",
            "?name=Canarylinden",
            "?_include=Claim:patient&_revinclude=Claim:patient",
            "?patient.name:contains=Canary",
            "?_has:Claim:patient:status=active",
            "?_sort=-_lastUpdated&_count=1000",
            "?_filter=(name eq x)",
            "?_getpages=00000000-0000-0000-0000-000000000000",
            "/$scrub",
            "/hostile/$scrub",
            "/hostile/$submit",
            "/hostile/$derive-claim",
            "/hostile/$validate-documentation",
            "/hostile/$everything",
            "/$nope",
            "/_search");
    private static final List<String> NASTY = List.of(
            "'",
            "\"",
            "%00",
            "%2e%2e/",
            "../",
            "\\",
            "|",
            ",",
            "$",
            "${jndi:ldap://x}",
            "<script>",
            "&amp;",
            "\u202e",
            "\ud83d\ude00",
            "9".repeat(400),
            "-1",
            "0",
            "null",
            "true",
            "1e999",
            "2026-02-30",
            "' or 1=1 --",
            "{{",
            "(((((",
            "Canarylinden",
            "%",
            "_:missing=x",
            ":not",
            "*",
            "_lastUpdated=ge2010",
            "application/xml",
            "\t",
            "((a+)+)+b");
    private static final List<String> HEADERS = List.of(
            "Accept: %s",
            "If-Match: W/\"%s\"",
            "If-None-Exist: name=%s",
            "If-None-Match: %s",
            "Prefer: return=%s",
            "X-Request-ID: %s",
            "Accept-Encoding: %s",
            "If-Modified-Since: %s",
            "X-Forwarded-For: %s",
            "X-HTTP-Method-Override: %s");
    private static final List<String> METHODS =
            List.of("GET", "GET", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final List<String> CONTENT = List.of(
            "application/fhir+json",
            "application/fhir+json",
            "application/fhir+xml",
            "application/json-patch+json",
            "application/x-www-form-urlencoded",
            "text/plain",
            "application/json; charset=utf-16",
            "multipart/form-data");
    private static final List<String> BODIES = List.of(
            "{\"resourceType\":\"Patient\",\"id\":\"hostile\",\"name\":[{\"family\":\"x\"}],\"birthDate\":\"1990-01-01\"}",
            "{\"resourceType\":\"Claim\",\"id\":\"hostile\",\"status\":\"active\",\"use\":\"claim\",\"patient\":{\"reference\":"
                + "\"Patient/canary\"},\"item\":[{\"sequence\":1,\"net\":{\"value\":1.0}}]}",
            "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\"},"
                + "\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}},{\"request\":{\"method\":\"GET\",\"url\":"
                + "\"Patient?name=Canarylinden\"}}]}",
            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"resource\",\"resource\":{\"resourceType\":\"Claim\"}}]}",
            "[{\"op\":\"replace\",\"path\":\"/name/0/family\",\"value\":\"y\"}]",
            "<Patient xmlns=\"http://hl7.org/fhir\"><id value=\"hostile\"/><name><family"
                    + " value=\"x\"/></name></Patient>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Patient xmlns=\"http://hl7.org/fhir\"><name>"
                    + "<family value=\"&e;\"/></name></Patient>",
            "{\"a\":".repeat(2000),
            "name=Canarylinden&_count=" + "9".repeat(30));

    /** The next one. */
    static HostileRequest next(Random random, String goodToken) {
        String path = one(random, TYPES) + one(random, PATHS);
        String body = random.nextInt(3) == 0 ? "" : one(random, BODIES);
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            if (random.nextBoolean()) {
                path = changed(random, path);
            } else {
                body = changed(random, body);
            }
        }
        List<String> headers = random.nextInt(3) == 0
                ? List.of(one(random, HEADERS).formatted(one(random, NASTY).replaceAll("[^\\x20-\\x7e]", "")))
                : List.of();
        String token = random.nextInt(25) == 0 ? changed(random, goodToken) : goodToken;
        return new HostileRequest(one(random, METHODS), path, type(random, body), token, headers, body);
    }

    /** Mostly the type that the body has. */
    private static String type(Random random, String body) {
        if (random.nextInt(5) == 0) {
            return one(random, CONTENT);
        }
        if (body.startsWith("<")) {
            return "application/fhir+xml";
        }
        return body.startsWith("[") ? "application/json-patch+json" : "application/fhir+json";
    }

    /** As it goes over the wire. */
    byte[] bytes() {
        StringBuilder text = new StringBuilder();
        text.append(method)
                .append(" /fhir/")
                .append(path.replaceAll("[\\x00-\\x20\\x7f-\\uffff]", "%20"))
                .append(" HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ")
                .append(token.replaceAll("[^\\x21-\\x7e]", ""))
                .append("\r\n");
        headers.forEach(header -> text.append(header).append("\r\n"));
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        if (content.length > 0) {
            text.append(type.isEmpty() ? "" : "Content-Type: " + type + "\r\n");
            text.append("Content-Length: ").append(content.length).append("\r\n");
        }
        byte[] head = text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[head.length + content.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return all;
    }

    private static String changed(Random random, String text) {
        int at = text.isEmpty() ? 0 : random.nextInt(text.length());
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + one(random, NASTY) + text.substring(at);
            case 2 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(5)));
            case 3 -> text.substring(0, at) + text.substring(at / 2);
            default -> text.substring(0, at) + (char) (32 + random.nextInt(300)) + text.substring(at);
        };
    }

    private static String one(Random random, List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
