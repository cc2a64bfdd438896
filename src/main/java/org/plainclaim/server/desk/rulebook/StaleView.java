package org.plainclaim.server.desk.rulebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.plainclaim.server.desk.page.Bundled;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.View;
import org.plainclaim.server.desk.page.Visit;

/** Codes and rules that go stale: what starts or ends soon, what ended lately, and until when code systems are known. */
public final class StaleView implements View {
    private static final int BEFORE = 180;
    private static final int AFTER = 365;
    private static final int MOST = 200;

    @Override
    public String address() {
        return "rules/changes";
    }

    @Override
    public Reply show(Visit visit) {
        String payer = visit.field("payer").matches("[a-z0-9-]{1,40}") ? "&payer=" + visit.field("payer") : "";
        var soon = visit.fhir().ask("$rules?coming=" + AFTER + "&count=" + MOST + payer);
        var lately = visit.fhir()
                .ask("$rules?date=" + visit.today().minusDays(BEFORE) + "&coming=" + BEFORE + "&count=" + MOST + payer);
        var systems = visit.fhir().ask("CodeSystem?_count=" + MOST + "&_elements=title,name,version,url,content");
        JsonNode coming = soon.here();
        return new Reply.Page(
                "changes",
                Map.of(
                        "payer",
                        visit.field("payer"),
                        "payers",
                        Fields.parameters(coming, "known-payer")
                                .map(one -> Fields.text(one, "/valueCode"))
                                .toList(),
                        "coming",
                        RuleRow.all(coming),
                        "ended",
                        RuleRow.all(lately.here()),
                        "systems",
                        systems(systems.here())));
    }

    /**
     * A code system.
     *
     * @param title its name
     * @param version the releases that are known
     * @param url its address
     */
    public record KnownSystem(String title, String version, String url) {}

    private static List<KnownSystem> systems(JsonNode found) {
        return new Bundled(found)
                .all("CodeSystem")
                .filter(one -> Fields.text(one, "/content").equals("fragment"))
                .map(one -> new KnownSystem(
                        Fields.text(one, "/title").isEmpty() ? Fields.text(one, "/name") : Fields.text(one, "/title"),
                        Fields.text(one, "/version"),
                        Fields.text(one, "/url")))
                .toList();
    }
}
