package org.plainclaim.server.desk.longwork;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.access.Role;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Tab;
import org.plainclaim.server.desk.page.View;
import org.plainclaim.server.desk.page.Visit;

/** All long work, the latest first. */
public final class WorksView implements View {
    @Override
    public String address() {
        return "long-work";
    }

    @Override
    public Optional<Tab> tab() {
        return Optional.of(new Tab("long-work", 55, EnumSet.of(Role.CODER, Role.BILLER, Role.ADMIN)));
    }

    @Override
    public Reply show(Visit visit) {
        List<Progress> works = Fields.parameters(visit.fhir().get("$long-work"), "work")
                .map(Progress::of)
                .toList();
        return new Reply.Page(
                "long-work",
                Map.of(
                        "works", works,
                        "going", works.stream().anyMatch(Progress::going),
                        "today", visit.today(),
                        "begins", Begins.who(visit)));
    }
}
