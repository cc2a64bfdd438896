package org.plainclaim.fhir.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.plainclaim.fhir.Systems;

/** The rules that stand on the lines of a derived claim. */
public final class ClaimReasons {
    private ClaimReasons() {}

    /** One row for each rule of each line: version, line, code, rule, result, citation, effective period, why, release. */
    public static List<List<String>> of(JsonNode claim) {
        List<List<String>> rows = new ArrayList<>();
        String version = claim.at("/meta/versionId").asText();
        for (JsonNode item : claim.path("item")) {
            for (JsonNode extension : item.path("extension")) {
                if (extension.path("url").asText().equals(Systems.LINE_REASON)) {
                    rows.add(List.of(
                            version,
                            item.path("sequence").asText(),
                            item.at("/productOrService/coding/0/code").asText(),
                            part(extension, "rule", "valueCode"),
                            part(extension, "result", "valueString"),
                            part(extension, "citation", "valueString"),
                            period(extension),
                            part(extension, "because", "valueString"),
                            part(extension, "release", "valueString")));
                }
            }
        }
        return rows;
    }

    /** The releases that the lines were derived with. */
    public static Set<String> releases(JsonNode claim) {
        Set<String> releases = new LinkedHashSet<>();
        of(claim).forEach(row -> releases.add(row.get(row.size() - 1)));
        return releases;
    }

    private static String part(JsonNode extension, String name, String value) {
        return find(extension, name).path(value).asText();
    }

    private static String period(JsonNode extension) {
        JsonNode period = find(extension, "effective").path("valuePeriod");
        return period.path("start").asText("always") + " to "
                + period.path("end").asText("now");
    }

    private static JsonNode find(JsonNode extension, String name) {
        for (JsonNode part : extension.path("extension")) {
            if (part.path("url").asText().equals(name)) {
                return part;
            }
        }
        return extension.path("none");
    }
}
