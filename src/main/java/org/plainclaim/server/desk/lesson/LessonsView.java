package org.plainclaim.server.desk.lesson;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.access.Role;
import org.plainclaim.server.desk.fhir.FhirAsPerson;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.Tab;
import org.plainclaim.server.desk.page.View;
import org.plainclaim.server.desk.page.Visit;

/** All cases by category with how the learner got on, or those that were chosen; to who instructs, how everybody did. */
public final class LessonsView implements View {
    private static final List<String> LEVELS = List.of("1", "2", "3");

    @Override
    public String address() {
        return "training";
    }

    @Override
    public Optional<Tab> tab() {
        return Optional.of(new Tab(
                "training", 80, EnumSet.of(Role.CLINICIAN, Role.CODER, Role.BILLER, Role.FRONT_DESK, Role.ADMIN)));
    }

    @Override
    public Reply show(Visit visit) {
        FhirAsPerson.Coming cases = visit.fhir().ask("$training-cases");
        boolean instructs = visit.person().is(Role.ADMIN);
        List<Learner> learners = instructs ? learners(visit) : List.of();
        List<CaseRow> rows =
                Fields.parameters(cases.here(), "case").map(CaseRow::of).toList();
        Chosen chosen = Chosen.of(visit);
        Map<String, Object> model = new HashMap<>();
        model.put("shelves", Shelf.of(rows));
        model.put("all", new Shelf(new Category(""), rows));
        model.put("next", Shelf.next(Shelf.of(rows), ""));
        model.put("chosen", chosen);
        model.put("shown", Shelf.of(chosen.from(chosen.some() ? detailed(visit, chosen) : List.of())));
        model.put("instructs", instructs);
        model.put("learners", learners);
        model.put(
                "learner",
                learners.stream()
                        .filter(one -> one.name().equals(visit.field("learner")))
                        .findFirst());
        model.put(
                "faults",
                Fields.parameters(cases.here(), "fault")
                        .map(fault -> Fields.text(fault, "/valueString"))
                        .toList());
        return new Reply.Page("lessons", model);
    }

    /** With payer and date, which are given only for some cases at a time. */
    private static List<CaseRow> detailed(Visit visit, Chosen chosen) {
        String category = chosen.category().replaceAll("[^a-z0-9-]", "");
        List<String> searches = !category.isEmpty()
                ? List.of("category=" + category)
                : LEVELS.contains(chosen.level())
                        ? List.of("level=" + chosen.level())
                        : LEVELS.stream().map(level -> "level=" + level).toList();
        List<FhirAsPerson.Coming> coming = searches.stream()
                .map(search -> visit.fhir().ask("$training-cases?" + search))
                .toList();
        return coming.stream()
                .flatMap(one -> Fields.parameters(one.here(), "case"))
                .map(CaseRow::of)
                .toList();
    }

    private static List<Learner> learners(Visit visit) {
        return visit.fhir()
                .find("$training-progress?everybody=true")
                .map(Learner::of)
                .orElse(List.of());
    }

    /**
     * Which cases are to be shown.
     *
     * @param category of this category; empty for all
     * @param level of this level; empty for all
     * @param state {@code solved}, {@code tried} or {@code open}; empty for all
     */
    public record Chosen(String category, String level, String state) {
        static Chosen of(Visit visit) {
            return new Chosen(visit.field("category"), visit.field("level"), visit.field("state"));
        }

        /** Whether something was chosen; without it only categories are shown. */
        public boolean some() {
            return !(category + level + state).isEmpty();
        }

        List<CaseRow> from(List<CaseRow> rows) {
            return rows.stream()
                    .filter(row -> is(category, row.category().code()))
                    .filter(row -> is(level, String.valueOf(row.level())))
                    .filter(row -> is(state, row.went().state()))
                    .toList();
        }

        private static boolean is(String wanted, String found) {
            return wanted.isEmpty() || wanted.equals(found);
        }
    }
}
