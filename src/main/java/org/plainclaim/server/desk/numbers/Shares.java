package org.plainclaim.server.desk.numbers;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plainclaim.server.desk.numbers.Picture.Column;
import org.plainclaim.server.desk.numbers.Picture.Kind;
import org.plainclaim.server.desk.numbers.Picture.Row;
import org.plainclaim.server.desk.page.Bundled;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Visit;

/** Who bills some codes more than the others of the practice do. */
final class Shares implements Figure {
    private static final int MOST = 20;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final List<Column> COLUMNS = List.of(
            new Column("share", Kind.PERCENT, true),
            new Column("median", Kind.PERCENT, true),
            new Column("count", Kind.COUNT, false),
            new Column("of", Kind.COUNT, false),
            new Column("peers", Kind.COUNT, false));

    @Override
    public String key() {
        return "shares";
    }

    @Override
    public Optional<Picture> over(Span span, Visit visit) {
        return visit.fhir()
                .find("Claim/$figures?" + span.query() + "&figure=shares")
                .map(answer -> picture(answer, visit));
    }

    private static Picture picture(JsonNode answer, Visit visit) {
        List<JsonNode> shares = Fields.parameters(answer, "share").limit(MOST).toList();
        Map<String, String> names = names(shares, visit);
        return new Picture(
                "across",
                COLUMNS,
                shares.stream().map(share -> row(share, names)).toList());
    }

    private static Row row(JsonNode share, Map<String, String> names) {
        Map<String, String> numbers = new HashMap<>();
        for (String name : List.of("count", "of", "peers")) {
            numbers.put(name, Fields.value(share, name));
        }
        for (String name : List.of("share", "median")) {
            String value = Fields.value(share, name);
            if (!value.isEmpty()) {
                numbers.put(
                        name,
                        new BigDecimal(value)
                                .multiply(HUNDRED)
                                .stripTrailingZeros()
                                .toPlainString());
            }
        }
        String clinician = clinician(share);
        return Picture.row(
                COLUMNS,
                names.getOrDefault(clinician, clinician),
                Fields.value(share, "codes") + " / " + Fields.value(share, "among"),
                numbers);
    }

    private static String clinician(JsonNode share) {
        JsonNode reference =
                Fields.parameters(share, "clinician").findFirst().orElse(share).path("valueReference");
        String identifier = Fields.text(reference, "/identifier/value");
        return identifier.isEmpty() ? Fields.text(reference, "/reference") : identifier;
    }

    /** How clinicians are called, by what the shares call them. */
    private static Map<String, String> names(List<JsonNode> shares, Visit visit) {
        Set<String> ids = new LinkedHashSet<>();
        Set<String> numbers = new LinkedHashSet<>();
        for (JsonNode share : shares) {
            String clinician = clinician(share);
            if (clinician.startsWith("Practitioner/")) {
                ids.add(clinician.substring("Practitioner/".length()));
            } else if (!clinician.contains("/")) {
                numbers.add(clinician);
            }
        }
        Map<String, String> names = new HashMap<>();
        ask("_id=", ids, visit, names);
        ask("identifier=", numbers, visit, names);
        return names;
    }

    private static void ask(String parameter, Set<String> values, Visit visit, Map<String, String> names) {
        if (values.isEmpty()) {
            return;
        }
        visit.fhir()
                .find("Practitioner?_count=" + 2 * MOST + "&" + parameter + String.join(",", values))
                .ifPresent(found -> new Bundled(found).all("Practitioner").forEach(one -> {
                    String name = Fields.name(one);
                    names.put(Fields.reference(one), name);
                    one.path("identifier").forEach(identifier -> names.put(Fields.text(identifier, "/value"), name));
                }));
    }
}
