package org.plainclaim.server.desk.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.plainclaim.server.desk.page.Fields;

/**
 * What an edit says of a claim or a line.
 *
 * @param verdict pass, fail, bypassed or not-checked
 * @param answers what the payer is likely to answer
 */
record Edit(
        String edit,
        String verdict,
        String severity,
        String line,
        String checks,
        String message,
        String fix,
        String owner,
        List<String> answers,
        String citation) {
    Edit {
        answers = List.copyOf(answers);
    }

    static Edit of(JsonNode edit) {
        return new Edit(
                Fields.value(edit, "edit"),
                Fields.value(edit, "verdict"),
                Fields.value(edit, "severity"),
                Fields.value(edit, "line"),
                Fields.value(edit, "checks"),
                Fields.value(edit, "message"),
                Fields.value(edit, "fix"),
                Fields.value(edit, "owner"),
                Fields.parameters(edit, "answer").map(Edit::answer).toList(),
                Fields.value(edit, "citation"));
    }

    /** Such as {@code CO 16 N382}: the group stands last in the answer and first in speech. */
    private static String answer(JsonNode answer) {
        JsonNode codings = answer.path("valueCodeableConcept").path("coding");
        List<String> codes =
                Fields.each(codings).map(one -> Fields.text(one, "/code")).toList();
        boolean group = codes.size() > 1 && codes.get(codes.size() - 1).length() == 2;
        return group
                ? codes.get(codes.size() - 1) + "-" + String.join(" ", codes.subList(0, codes.size() - 1))
                : String.join(" ", codes);
    }

    public boolean failed() {
        return verdict.equals("fail");
    }

    /** The badge: what holds, what only warns, or the verdict. */
    public String badge() {
        return failed() && !severity.equals("hold") ? "warn" : verdict;
    }
}
