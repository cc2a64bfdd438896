package org.plainclaim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An answer of the server, for people. */
final class AnswerText {
    static final String NO_PARAMETERS = "{\"resourceType\":\"Parameters\"}";
    private static final String CODE = "/valueCodeableConcept/coding/0/code";

    private final PrintWriter out;

    AnswerText(PrintWriter out) {
        this.out = out;
    }

    static String status(JsonNode answer) {
        return named(answer.path("parameter"), "status")
                .get(0)
                .path("valueCode")
                .asText()
                .toUpperCase(Locale.ROOT);
    }

    /** The codes of the lines, or what holds them. */
    static String inShort(JsonNode answer) {
        return !status(answer).equals("HELD")
                ? named(answer.path("parameter"), "line").stream()
                        .map(AnswerText::line)
                        .collect(Collectors.joining(", "))
                : issues(answer, "error").stream()
                        .map(issue -> issue.at("/details/text").asText())
                        .collect(Collectors.joining(" "));
    }

    /** The claims that were derived. */
    static List<JsonNode> claims(JsonNode answer) {
        List<JsonNode> claims = new ArrayList<>();
        for (JsonNode parameter : answer.path("parameter")) {
            if (parameter.at("/resource/resourceType").asText().equals("Claim")) {
                claims.add(parameter.get("resource"));
            }
        }
        return claims;
    }

    /** Whether it is ready, what holds it, and what was checked. */
    void verdict(JsonNode answer) {
        out.println("  " + status(answer));
        for (String severity : List.of("error", "warning")) {
            for (JsonNode issue : issues(answer, severity)) {
                out.println("  " + severity + ": " + issue.at("/details/text").asText());
                out.println("    To do: " + issue.path("diagnostics").asText());
            }
        }
        JsonNode checks = named(answer.path("parameter"), "checks").get(0).path("part");
        out.println("  Checks: " + count(checks, "pass") + " passed, " + count(checks, "fail") + " failed, "
                + count(checks, "bypassed") + " excused, " + count(checks, "not-checked") + " not checked:");
        for (JsonNode unchecked : named(checks, "unchecked")) {
            out.println("    " + text(unchecked.path("part"), "why", "/valueString"));
        }
    }

    /** The same, with every line and the reasons for it. */
    void explained(JsonNode answer) {
        verdict(answer);
        for (JsonNode line : named(answer.path("parameter"), "line")) {
            JsonNode parts = line.path("part");
            out.println("  " + line(line));
            out.println("    " + text(parts, "because", "/valueString"));
            for (JsonNode reason : named(parts, "reason")) {
                reason(reason.path("part"));
            }
        }
        named(answer.path("parameter"), "line").stream()
                .findFirst()
                .map(line -> named(line.path("part"), "reason").get(0).path("part"))
                .ifPresent(reason -> out.println("  Rules of release " + text(reason, "release", "/valueString")));
    }

    private void reason(JsonNode parts) {
        out.println("    - " + text(parts, "result", "/valueString") + ": " + text(parts, "rule", "/valueCode") + " ("
                + text(parts, "citation", "/valueString") + since(parts) + ")");
        for (JsonNode evidence : named(parts, "evidence")) {
            JsonNode inside = evidence.path("part");
            String value = text(inside, "value", "/valueString");
            out.println("        " + text(inside, "path", "/valueString")
                    + (value.isEmpty() ? " is not stated" : " = " + value));
        }
    }

    private static String since(JsonNode reason) {
        String start = text(reason, "effective", "/valuePeriod/start");
        String end = text(reason, "effective", "/valuePeriod/end");
        return (start.isEmpty() ? "" : "; since " + start) + (end.isEmpty() ? "" : " until " + end);
    }

    private static String line(JsonNode line) {
        JsonNode parts = line.path("part");
        String modifiers = named(parts, "modifier").stream()
                .map(modifier -> "-" + modifier.at(CODE).asText())
                .collect(Collectors.joining());
        return text(parts, "productOrService", CODE) + modifiers + " x"
                + text(parts, "quantity", "/valueQuantity/value") + " place " + text(parts, "placeOfService", CODE);
    }

    private static List<JsonNode> issues(JsonNode answer, String severity) {
        List<JsonNode> issues = new ArrayList<>();
        for (JsonNode issue : named(answer.path("parameter"), "outcome").get(0).at("/resource/issue")) {
            if (issue.path("severity").asText().equals(severity)) {
                issues.add(issue);
            }
        }
        return issues;
    }

    private static String count(JsonNode checks, String verdict) {
        return text(checks, verdict, "/valueInteger");
    }

    /** A value of a part by its name; empty if there is none. */
    static String text(JsonNode parts, String name, String pointer) {
        return named(parts, name).stream()
                .findFirst()
                .map(part -> part.at(pointer).asText())
                .orElse("");
    }

    private static List<JsonNode> named(JsonNode parts, String name) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode part : parts) {
            if (part.path("name").asText().equals(name)) {
                found.add(part);
            }
        }
        return found;
    }
}
