package org.plainclaim.server.desk.member;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.access.Role;
import org.plainclaim.server.desk.page.Bundled;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Paging;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Tab;
import org.plainclaim.server.desk.page.View;
import org.plainclaim.server.desk.page.Visit;

/** Finds the patient whose card is wanted. */
public final class MembersView implements View {
    private static final int SIZE = 25;

    @Override
    public String address() {
        return "eligibility";
    }

    @Override
    public Optional<Tab> tab() {
        return Optional.of(new Tab("eligibility", 50, EnumSet.of(Role.FRONT_DESK, Role.BILLER)));
    }

    /** A patient in the list. */
    record Row(String id, String name, String born) {}

    @Override
    public Reply show(Visit visit) {
        String wanted = visit.field("name").replaceAll("[^\\p{L}\\p{N} .'-]", "");
        String search = wanted.isEmpty() ? "" : "&name=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
        Bundled found = new Bundled(visit.fhir()
                .get("Patient?_sort=family,given&_count=" + SIZE + "&_offset=" + Paging.offset(visit) + search));
        List<Row> rows = found.all("Patient")
                .map(one -> new Row(Fields.id(one), Fields.name(one), Fields.text(one, "/birthDate")))
                .toList();
        return new Reply.Page(
                "members",
                Map.of(
                        "rows", rows,
                        "wanted", wanted,
                        "paging", new Paging(Paging.offset(visit), SIZE, rows.size(), found.total())));
    }
}
