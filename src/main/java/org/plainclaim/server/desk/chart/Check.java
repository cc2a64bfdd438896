package org.plainclaim.server.desk.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.plainclaim.server.desk.page.Fields;

/**
 * A check of the documentation.
 *
 * @param number its place on the page
 * @param verdict pass, fail, bypassed or not-checked
 * @param severity of a failure: hold, warn or info
 * @param message what is the case
 * @param fix the next step; empty if there is none
 * @param places what was looked at
 */
record Check(
        int number,
        String rule,
        String verdict,
        String severity,
        String message,
        String fix,
        String citation,
        List<Place> places) {
    Check {
        places = List.copyOf(places);
    }

    /** One of $validate-documentation, in detail. */
    static Check of(int number, JsonNode part) {
        return new Check(
                number,
                Fields.value(part, "rule"),
                Fields.value(part, "verdict"),
                Fields.value(part, "severity"),
                Fields.value(part, "message"),
                Fields.value(part, "fix"),
                Fields.value(part, "citation"),
                Fields.parameters(part, "evidence").map(Place::of).toList());
    }

    /** One of an OperationOutcome, for those who may not ask for the detail. */
    static Check ofIssue(int number, JsonNode issue) {
        String severity = Fields.text(issue, "/severity");
        boolean fail = !severity.equals("information");
        return new Check(
                number,
                Fields.text(issue, "/details/coding/0/code"),
                fail ? "fail" : "not-checked",
                severity.equals("error") ? "hold" : "warn",
                Fields.text(issue, "/details/text"),
                Fields.text(issue, "/diagnostics"),
                "",
                Fields.each(issue.path("expression"))
                        .map(path -> new Place("", path.asText(), "", -1, -1))
                        .toList());
    }

    public boolean failed() {
        return verdict.equals("fail");
    }

    public boolean holds() {
        return failed() && severity.equals("hold");
    }

    /** The badge: what holds, what only warns, or the verdict. */
    public String badge() {
        return failed() && !holds() ? "warn" : verdict;
    }

    /** The form that closes the gap, or none: by what was looked for and not found, else by the rule. */
    public String form() {
        if (!failed()) {
            return "";
        }
        if (lacks("\\w+\\.(performed|period)\\..*")) {
            return "time";
        }
        return lacks("Composition\\.(attester|status)\\b.*") ? "sign" : Mending.form(rule);
    }

    /** {@code Type/id} of the first resource of a type that was looked at; empty if there is none. */
    public String about(String type) {
        return places.stream()
                .map(Place::resource)
                .filter(resource -> resource.startsWith(type + "/"))
                .findFirst()
                .orElse("");
    }

    private boolean lacks(String path) {
        return places.stream()
                .anyMatch(place -> place.path().matches(path) && place.value().isEmpty());
    }
}
