package org.plainclaim.server.desk.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plainclaim.access.Role;
import org.plainclaim.server.desk.fhir.FhirRefusal;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Paging;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Tab;
import org.plainclaim.server.desk.page.View;
import org.plainclaim.server.desk.page.Visit;

/** The rows that hold, by code, payer, date and words. */
public final class RulesView implements View {
    private static final int SIZE = 25;
    private static final List<String> FIELDS = List.of("code", "payer", "table", "text", "rule");

    @Override
    public String address() {
        return "rules";
    }

    @Override
    public Optional<Tab> tab() {
        return Optional.of(new Tab("rules", 70, EnumSet.allOf(Role.class)));
    }

    @Override
    public Reply show(Visit visit) {
        LocalDate date = date(visit);
        Map<String, String> asked = new LinkedHashMap<>();
        FIELDS.forEach(field -> asked.put(field, visit.field(field)));
        boolean open = asked.entrySet().stream()
                .allMatch(one -> one.getKey().equals("payer") || one.getValue().isEmpty());
        JsonNode answer = answer(visit, query(asked, date, open ? 0 : SIZE, Paging.offset(visit)));
        List<RuleRow> rows = RuleRow.all(answer);
        int total = Integer.parseInt(Fields.value(answer, "total").isEmpty() ? "0" : Fields.value(answer, "total"));
        return new Reply.Page(
                "rules",
                Map.of(
                        "asked",
                        asked,
                        "date",
                        date,
                        "open",
                        open,
                        "rows",
                        rows,
                        "total",
                        total,
                        "release",
                        Fields.value(answer, "release"),
                        "payers",
                        names(answer, "known-payer"),
                        "tables",
                        names(answer, "known-table"),
                        "again",
                        again(asked, date),
                        "paging",
                        new Paging(Paging.offset(visit), SIZE, rows.size(), total)));
    }

    /** A table or a payer that there is not has no rows. */
    private static JsonNode answer(Visit visit, String query) {
        try {
            return visit.fhir().get(query);
        } catch (FhirRefusal refusal) {
            if (refusal.status() == 400) {
                return JsonNodeFactory.instance.objectNode();
            }
            throw refusal;
        }
    }

    private static String query(Map<String, String> asked, LocalDate date, int count, int offset) {
        return "$rules?date=" + date + "&count=" + count + "&offset=" + offset + given(asked);
    }

    private static String again(Map<String, String> asked, LocalDate date) {
        return "/desk/rules?date=" + date + given(asked) + "&";
    }

    private static String given(Map<String, String> asked) {
        return asked.entrySet().stream()
                .filter(one -> !one.getValue().isEmpty())
                .map(one -> "&" + one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    private static List<String> names(JsonNode answer, String name) {
        return Fields.parameters(answer, name)
                .map(one -> one.has("valueCode") ? Fields.text(one, "/valueCode") : Fields.text(one, "/valueString"))
                .toList();
    }

    private static LocalDate date(Visit visit) {
        try {
            return visit.field("date").isEmpty() ? visit.today() : LocalDate.parse(visit.field("date"));
        } catch (DateTimeException noDay) {
            return visit.today();
        }
    }
}
