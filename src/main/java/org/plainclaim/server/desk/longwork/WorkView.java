package org.plainclaim.server.desk.longwork;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.plainclaim.server.desk.page.Fields;
import org.plainclaim.server.desk.page.Reply;
import org.plainclaim.server.desk.page.View;
import org.plainclaim.server.desk.page.Visit;

/** One piece of long work, with the sessions of one outcome. */
public final class WorkView implements View {
    private static final List<String> OUTCOMES = List.of("failed", "held", "refused", "elsewhere", "ready");
    private static final int SIZE = 25;

    @Override
    public String address() {
        return "long-work/{id}";
    }

    /**
     * A session.
     *
     * @param number its place, by which the next page is found
     * @param id id of the Encounter
     * @param rule the rule that decided; may be empty
     * @param reason why; may be empty
     */
    record Session(int number, String id, String rule, String reason) {
        static Session of(JsonNode parameter) {
            Session session = new Session(0, "", "", "");
            for (JsonNode part : parameter.path("part")) {
                session = switch (Fields.text(part, "/name")) {
                    case "number" -> new Session(
                            part.path("valueInteger").asInt(), session.id, session.rule, session.reason);
                    case "encounter" -> new Session(
                            session.number,
                            Fields.text(part, "/valueReference/reference").replace("Encounter/", ""),
                            session.rule,
                            session.reason);
                    case "rule" -> new Session(
                            session.number, session.id, Fields.text(part, "/valueCode"), session.reason);
                    case "reason" -> new Session(
                            session.number, session.id, session.rule, Fields.text(part, "/valueString"));
                    default -> session;
                };
            }
            return session;
        }
    }

    @Override
    public Reply show(Visit visit) {
        String id = visit.step("id").replaceAll("[^A-Za-z0-9-]", "");
        String after = visit.field("after").replaceAll("[^0-9]", "");
        String wanted = visit.field("outcome");
        JsonNode answer = visit.fhir().get("$long-work?id=" + id + "&count=0");
        Progress work =
                Fields.parameters(answer, "work").map(Progress::of).findFirst().orElseThrow();
        String outcome = OUTCOMES.contains(wanted)
                ? wanted
                : OUTCOMES.stream()
                        .filter(one -> work.counts().getOrDefault(one, 0) > 0)
                        .findFirst()
                        .orElse("failed");
        List<Session> sessions = sessions(visit, id, outcome, after);
        boolean more = sessions.size() > SIZE;
        List<Session> shown = more ? sessions.subList(0, SIZE) : sessions;
        return new Reply.Page(
                "long-work-one",
                Map.of(
                        "work", work,
                        "outcomes", OUTCOMES,
                        "outcome", outcome,
                        "sessions", shown,
                        "first", after.isEmpty(),
                        "next", more ? shown.get(SIZE - 1).number() : 0,
                        "begins", Begins.who(visit)));
    }

    /** One more than is shown, where there is one more. */
    private static List<Session> sessions(Visit visit, String id, String outcome, String after) {
        String search = "$long-work?id=" + id + "&outcome=" + outcome + "&count=" + (SIZE + 1)
                + (after.isEmpty() ? "" : "&after=" + after);
        return Fields.parameters(visit.fhir().get(search), "session")
                .map(Session::of)
                .toList();
    }
}
