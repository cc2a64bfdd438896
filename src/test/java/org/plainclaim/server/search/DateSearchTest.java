package org.plainclaim.server.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** Every prefix at every precision, over date, dateTime and Period elements, by R4's rules for intervals. */
final class DateSearchTest {
    private final String mark = "d" + UUID.randomUUID().toString().replace("-", "");

    @ParameterizedTest
    @EnumSource
    void comparesDateElements(RunningServer server) {
        FhirHttp http = server.http();
        for (String born : List.of("2009-12-31", "2010", "2010-01-01", "2010-03", "2010-03-15", "2010-12-31", "2011")) {
            store(http, "Patient", born, "\"birthDate\":\"" + born + "\"");
        }
        check(
                http,
                "Patient",
                "birthdate",
                Map.ofEntries(
                        Map.entry("2010", "2010 2010-01-01 2010-03 2010-03-15 2010-12-31"),
                        Map.entry("ne2010", "2009-12-31 2011"),
                        Map.entry("gt2010", "2011"),
                        Map.entry("lt2010", "2009-12-31"),
                        Map.entry("ge2010", "2010 2010-01-01 2010-03 2010-03-15 2010-12-31 2011"),
                        Map.entry("le2010", "2009-12-31 2010 2010-01-01 2010-03 2010-03-15 2010-12-31"),
                        Map.entry("sa2010", "2011"),
                        Map.entry("eb2010", "2009-12-31"),
                        Map.entry("2010-03", "2010-03 2010-03-15"),
                        Map.entry("ge2010-03", "2010 2010-03 2010-03-15 2010-12-31 2011"),
                        Map.entry("le2010-03", "2009-12-31 2010 2010-01-01 2010-03 2010-03-15"),
                        Map.entry("gt2010-03", "2010 2010-12-31 2011"),
                        Map.entry("lt2010-03", "2009-12-31 2010 2010-01-01"),
                        Map.entry("sa2010-03", "2010-12-31 2011"),
                        Map.entry("eb2010-03", "2009-12-31 2010-01-01"),
                        Map.entry("2010-03-15", "2010-03-15"),
                        Map.entry("ge2010-03-15", "2010 2010-03 2010-03-15 2010-12-31 2011"),
                        Map.entry("le2010-03-15", "2009-12-31 2010 2010-01-01 2010-03 2010-03-15"),
                        Map.entry("ne2010-03-15", "2009-12-31 2010 2010-01-01 2010-03 2010-12-31 2011"),
                        Map.entry("2010-03-15,2011", "2010-03-15 2011")));
    }

    @ParameterizedTest
    @EnumSource
    void comparesDateTimeElements(RunningServer server) {
        FhirHttp http = server.http();
        for (String created : List.of("2010", "2010-05-10", "2010-05-10T10:00:00Z", "2010-05-10T23:30:00-05:00")) {
            store(http, "Claim", created, "\"created\":\"" + created + "\"");
        }
        check(
                http,
                "Claim",
                "created",
                Map.of(
                        "2010", "2010 2010-05-10 2010-05-10T10:00:00Z 2010-05-10T23:30:00-05:00",
                        "2010-05-10", "2010-05-10 2010-05-10T10:00:00Z 2010-05-10T23:30:00-05:00",
                        "2010-05-10T10:00Z", "2010-05-10T10:00:00Z",
                        "gt2010-05-10T10:00:00Z", "2010 2010-05-10 2010-05-10T23:30:00-05:00",
                        "sa2010-05-10T10:00:00Z", "2010-05-10T23:30:00-05:00",
                        "2010-05-11T04:30:00Z", "2010-05-10T23:30:00-05:00",
                        "ge2010", "2010 2010-05-10 2010-05-10T10:00:00Z 2010-05-10T23:30:00-05:00",
                        "lt2010", ""));
    }

    @ParameterizedTest
    @EnumSource
    void comparesPeriodElements(RunningServer server) {
        FhirHttp http = server.http();
        store(http, "Encounter", "march", period("2010-03-02T10:00:00Z", "2010-03-02T11:00:00Z"));
        store(http, "Encounter", "february-march", period("2010-02-20", "2010-03-10"));
        store(http, "Encounter", "from-march", period("2010-03-05", ""));
        store(http, "Encounter", "until-march", period("", "2010-03-05"));
        store(http, "Encounter", "april", period("2010-04-01", "2010-04-02"));
        check(
                http,
                "Encounter",
                "date",
                Map.of(
                        "2010-03", "march",
                        "ne2010-03", "april february-march from-march until-march",
                        "gt2010-03", "april from-march",
                        "ge2010-03", "april from-march march",
                        "lt2010-03", "february-march until-march",
                        "le2010-03", "february-march march until-march",
                        "sa2010-03", "april",
                        "eb2010-04", "february-march march until-march"));
    }

    @ParameterizedTest
    @EnumSource
    void takesApproximatelyAsATenthOfTheDistanceFromNow(RunningServer server) {
        FhirHttp http = server.http();
        store(http, "Patient", "near", "\"birthDate\":\"2009-11-01\"");
        store(http, "Patient", "far", "\"birthDate\":\"1950-01-01\"");
        check(http, "Patient", "birthdate", Map.of("ap2010", "near"));
    }

    @ParameterizedTest
    @EnumSource
    void comparesTheTimeOfTheLastChange(RunningServer server) {
        FhirHttp http = server.http();
        store(http, "Patient", "now", "\"active\":true");
        check(
                http,
                "Patient",
                "_lastUpdated",
                Map.of(
                        "ge2010",
                        "now",
                        "gt2010-12",
                        "now",
                        "lt2010",
                        "",
                        "sa2010",
                        "now",
                        "le2999",
                        "now",
                        "eb2999-01",
                        "now"));
        String year = http.get("Patient?identifier=" + mark)
                .json()
                .at("/entry/0/resource/meta/lastUpdated")
                .asText()
                .substring(0, 4);
        check(
                http,
                "Patient",
                "_lastUpdated",
                Map.of(year, "now", "le" + year, "now", "lt" + year, "", "gt" + year, ""));
    }

    private void store(FhirHttp http, String type, String name, String elements) {
        String required =
                switch (type) {
                    case "Encounter" -> ",\"status\":\"finished\",\"class\":{\"code\":\"AMB\"}";
                    default -> "";
                };
        var stored = http.post(
                type,
                "{\"resourceType\":\"%s\",\"identifier\":[{\"system\":\"urn:name\",\"value\":\"%s\"},{\"value\":\"%s\"}]%s,%s}"
                        .formatted(type, name, mark, required, elements));
        assertEquals(201, stored.status(), stored.body());
    }

    private void check(FhirHttp http, String type, String parameter, Map<String, String> expected) {
        Map<String, String> found = new TreeMap<>();
        Map<String, String> wanted = new TreeMap<>();
        expected.forEach((value, names) -> {
            var answer = http.get(type + "?identifier=" + mark + "&_count=100&" + parameter + "=" + value);
            TreeSet<String> sorted = new TreeSet<>();
            answer.json()
                    .path("entry")
                    .forEach(entry ->
                            sorted.add(entry.at("/resource/identifier/0/value").asText()));
            found.put(value, String.join(" ", sorted) + (answer.status() == 200 ? "" : answer.body()));
            wanted.put(value, String.join(" ", new TreeSet<>(Arrays.asList(names.split(" ", -1)))));
        });
        Assertions.assertEquals(lines(wanted), lines(found));
    }

    private static String lines(Map<String, String> map) {
        return String.join(
                "\n", map.entrySet().stream().map(Map.Entry::toString).toList());
    }

    private static String period(String start, String end) {
        String from = start.isEmpty() ? "" : "\"start\":\"" + start + "\"" + (end.isEmpty() ? "" : ",");
        return "\"period\":{" + from + (end.isEmpty() ? "" : "\"end\":\"" + end + "\"") + "}";
    }
}
