package org.plainclaim.server.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A request as nobody in good faith would send it: a sound one, with parts of it changed.
 *
 * @param method HTTP method
 * @param path of the address, not encoded
 * @param type Content-Type; empty for none
 * @param token of the Authorization header
 * @param headers further header lines
 * @param body the body
 */
record HostileRequest(String method, String path, String type, String token, List<String> headers, String body) {
    /** The next one. */
    static HostileRequest next(Random random, List<String> tokens) {
        String path = "/fhir/" + one(random, HostileParts.TYPES) + one(random, HostileParts.PATHS);
        String body = random.nextInt(3) == 0 ? "" : one(random, HostileParts.BODIES);
        int kind = random.nextInt(20);
        if (kind == 0) {
            path = "/fhir/$process-x12";
            body = HostileParts.processed(harmed(random, one(random, HostileParts.FILES)));
        } else if (kind == 1) {
            path = one(random, HostileParts.BESIDE);
            body = one(random, HostileParts.CALLS);
        } else if (kind == 2) {
            path = "/fhir/" + (random.nextBoolean() ? "" : one(random, HostileParts.PATHS));
        }
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            if (random.nextBoolean()) {
                path = changed(random, path);
            } else {
                body = changed(random, body);
            }
        }
        String token = random.nextInt(20) == 0 ? one(random, tokens) : tokens.get(0);
        token = random.nextInt(25) == 0 ? changed(random, token) : token;
        // what is sent to an operation by another method than POST tells only of the method
        String method = kind <= 1 && random.nextInt(5) > 0 ? "POST" : one(random, HostileParts.METHODS);
        return new HostileRequest(method, path, type(random, body), token, headers(random), body);
    }

    private static List<String> headers(Random random) {
        List<String> headers = new ArrayList<>();
        while (random.nextInt(3) == 0 && headers.size() < 3) {
            String harm = one(random, HostileParts.NASTY).replaceAll("[^\\x20-\\x7e]", "");
            headers.add(one(random, HostileParts.HEADERS).replace("%s", harm));
        }
        return headers;
    }

    private static String harmed(Random random, String file) {
        String harmed = file;
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            harmed = changed(random, harmed);
        }
        return harmed;
    }

    /** Mostly the type that the body has. */
    private static String type(Random random, String body) {
        if (random.nextInt(5) == 0) {
            return one(random, HostileParts.CONTENT);
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
                .append(" ")
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
            case 1 -> text.substring(0, at) + one(random, HostileParts.NASTY) + text.substring(at);
            case 2 -> text.substring(0, at) + text.substring(Math.min(text.length(), at + 1 + random.nextInt(5)));
            case 3 -> text.substring(0, at) + text.substring(at / 2);
            default -> text.substring(0, at) + (char) (32 + random.nextInt(300)) + text.substring(at);
        };
    }

    private static String one(Random random, List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
