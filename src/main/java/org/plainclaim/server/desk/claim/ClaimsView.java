package org.plainclaim.server.desk.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.access.Role;
import org.plainclaim.server.desk.page.Bundled;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Paging;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Tab;
import org.plainclaim.server.desk.page.View;
import org.plainclaim.server.desk.page.Visit;

/** The claims of the practice, the latest first. */
public final class ClaimsView implements View {
    private static final int SIZE = 25;
    private static final String WANTED = "&_include=Claim:patient&_include=Claim:insurer";
    private static final String ANSWERS = "&_revinclude=ClaimResponse:request";
    private static final Map<String, String> STATES = Map.of(
            "sent", "&_has:ClaimResponse:request:outcome=queued",
            "rejected", "&_has:ClaimResponse:request:outcome=error",
            "answered", "&_has:ClaimResponse:request:outcome=complete");

    @Override
    public String address() {
        return "claims";
    }

    @Override
    public Optional<Tab> tab() {
        return Optional.of(new Tab("claims", 30, EnumSet.of(Role.CLINICIAN, Role.CODER, Role.BILLER, Role.AUDITOR)));
    }

    /** A claim in the list. */
    record Row(
            String id,
            String date,
            String patient,
            String payer,
            String codes,
            @Nullable BigDecimal total,
            String state) {}

    @Override
    public Reply show(Visit visit) {
        boolean answers =
                EnumSet.of(Role.CODER, Role.BILLER, Role.AUDITOR).stream().anyMatch(visit.person()::is);
        String state = answers ? STATES.getOrDefault(visit.field("state"), "") : "";
        Bundled found = new Bundled(visit.fhir()
                .get("Claim?status=active&_sort=-created,-_id&_count=" + SIZE + "&_offset=" + Paging.offset(visit)
                        + state + WANTED + (answers ? ANSWERS : "")));
        List<Row> rows =
                found.all("Claim").map(claim -> row(claim, found, answers)).toList();
        return new Reply.Page(
                "claims",
                Map.of(
                        "rows",
                        rows,
                        "state",
                        visit.field("state"),
                        "answers",
                        answers,
                        "paging",
                        new Paging(Paging.offset(visit), SIZE, rows.size(), found.total())));
    }

    private static Row row(JsonNode claim, Bundled found, boolean answered) {
        List<JsonNode> answers = found.referring("ClaimResponse", "/request", Fields.reference(claim));
        return new Row(
                Fields.id(claim),
                Fields.text(claim, "/billablePeriod/start"),
                found.name(Fields.reference(claim, "/patient")),
                found.name(Fields.reference(claim, "/insurer")),
                String.join(
                        ", ",
                        Fields.each(claim.path("item"))
                                .map(item -> Fields.code(item.path("productOrService")))
                                .toList()),
                Standing.charge(claim, answers).orElse(null),
                answered ? Standing.of(claim, answers) : "active");
    }
}
