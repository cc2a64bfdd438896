package org.plainclaim.server.desk.queue;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.access.Role;
import org.plainclaim.server.desk.fhir.FhirAsPerson.Coming;
import org.plainclaim.server.desk.page.Bundled;
import org.plainclaim.server.desk.page.Paging;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Tab;
import org.plainclaim.server.desk.page.View;
import org.plainclaim.server.desk.page.Visit;

/** The work of a role, what is due first at the top. */
public final class QueueView implements View {
    private static final int SIZE = 25;
    private static final List<Role> OWNERS = List.of(Role.CLINICIAN, Role.CODER, Role.BILLER, Role.FRONT_DESK);
    private static final Map<String, String> STATES = Map.of(
            "open",
            "ready,accepted,in-progress,on-hold",
            "taken",
            "accepted,in-progress",
            "waiting",
            "on-hold",
            "done",
            "completed,cancelled");

    @Override
    public String address() {
        return "work";
    }

    @Override
    public Optional<Tab> tab() {
        return Optional.of(new Tab(
                "work", 20, EnumSet.of(Role.CLINICIAN, Role.CODER, Role.BILLER, Role.FRONT_DESK, Role.AUDITOR)));
    }

    /** How much work a role has. */
    record Pile(String role, int open) {}

    @Override
    public Reply show(Visit visit) {
        String role = role(visit);
        String state = STATES.containsKey(visit.field("state")) ? visit.field("state") : "open";
        String about = visit.field("about").matches("(Encounter|Claim)/[\\w.-]{1,64}") ? visit.field("about") : "";
        Map<Role, Coming> piles = new EnumMap<>(Role.class);
        OWNERS.forEach(owner -> piles.put(
                owner,
                visit.fhir().ask("Task?_summary=count&performer=" + owner.code() + "&status=" + STATES.get("open"))));
        String whose = role.isEmpty() ? "" : "&performer=" + role;
        String which = about.isEmpty() ? "" : "&focus=" + about;
        Bundled found = new Bundled(visit.fhir()
                .get("Task?status=" + STATES.get(state) + whose + which
                        + "&_include=Task:patient&_include=Task:owner&_include=Task:focus&_sort=task-due,-_lastUpdated&_count="
                        + SIZE + "&_offset=" + Paging.offset(visit)));
        List<WorkItem> items = found.all("Task")
                .map(task -> WorkItem.of(task, found, visit.today()))
                .toList();
        return new Reply.Page(
                "work",
                Map.of(
                        "role", role,
                        "state", state,
                        "about", about,
                        "piles",
                                piles.entrySet().stream()
                                        .map(entry -> new Pile(
                                                entry.getKey().code(),
                                                entry.getValue()
                                                        .here()
                                                        .path("total")
                                                        .asInt()))
                                        .toList(),
                        "items", items,
                        "hands", visit.person().roles().stream().anyMatch(OWNERS::contains),
                        "paging", new Paging(Paging.offset(visit), SIZE, items.size(), found.total())));
    }

    /** Without a wish, a person with one role sees the work of that role, and all others see everything. */
    private static String role(Visit visit) {
        String asked = visit.field("role");
        if (!asked.isEmpty() || !visit.field("about").isEmpty()) {
            return asked.equals("all") ? "" : Role.of(asked).map(Role::code).orElse("");
        }
        List<Role> own =
                visit.person().roles().stream().filter(OWNERS::contains).toList();
        return own.size() == 1 ? own.get(0).code() : "";
    }
}
