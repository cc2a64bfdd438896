package org.plainclaim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.plainclaim.server.PlainclaimServer;
import org.plainclaim.server.answers.AnswerPolling;
import org.plainclaim.server.submission.Dispatcher;

/** Submits derived claims to the simulated payer, waits for its answers, and shows the money. */
final class DemoMoney {
    private static final long PATIENCE = 60_000_000_000L;

    private final PrintWriter out;
    private final PlainclaimServer server;
    private final FhirClient client;

    DemoMoney(PrintWriter out, PlainclaimServer server, FhirClient client) {
        this.out = out;
        this.server = server;
        this.client = client;
    }

    /** One row for each claim of the sessions, by their names. */
    void show(Map<String, List<JsonNode>> claims) {
        out.println("== What the payer did (it is simulated, and so are its answers)");
        out.printf("  %-32s %-20s %9s %9s %9s  %s%n", "session", "claim", "charge", "paid", "patient", "status");
        List<Submitted> submitted = claims.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(claim -> submit(one.getKey(), claim)))
                .toList();
        submitted.stream().map(Submitted::response).filter(DemoMoney::isQueued).forEach(this::awaitAnswer);
        submitted.forEach(this::row);
        out.println();
    }

    private record Submitted(String session, JsonNode claim, JsonNode response) {}

    private Submitted submit(String session, JsonNode claim) {
        return new Submitted(session, claim, client.post(reference(claim) + "/$submit", AnswerText.NO_PARAMETERS));
    }

    private static boolean isQueued(JsonNode response) {
        return response.path("outcome").asText().equals("queued");
    }

    /** Claims leave, and answers are looked for, by themselves twice a minute; the demo does not wait so long. */
    private void awaitAnswer(JsonNode response) {
        String reference = "ClaimResponse/" + response.path("id").asText();
        long start = System.nanoTime();
        while (isQueued(client.get(reference))) {
            if (System.nanoTime() - start > PATIENCE) {
                throw new IllegalStateException("the simulated payer did not answer " + reference);
            }
            server.part(Dispatcher.class).run();
            server.part(AnswerPolling.class).run();
        }
    }

    private void row(Submitted one) {
        String codes = each(one.claim().path("item"))
                .map(item -> item.at("/productOrService/coding/0/code").asText())
                .collect(Collectors.joining(" "));
        Optional<JsonNode> answer = each(client.get("ClaimResponse?request=" + reference(one.claim()))
                        .path("entry"))
                .map(entry -> entry.path("resource"))
                .filter(found -> found.has("payment"))
                .findFirst();
        String money = answer.map(DemoMoney::money).orElse("        -         -         -");
        out.printf(
                "  %-32s %-20s %s  %s%n",
                one.session(), codes, money, status(one.claim(), answer.orElse(one.response())));
    }

    private static String money(JsonNode answer) {
        BigDecimal charge = sum(each(answer.path("total")).filter(total -> is(total, "submitted")));
        BigDecimal paid = answer.at("/payment/amount/value").decimalValue();
        BigDecimal patient = sum(each(answer.path("item"))
                .flatMap(item -> each(item.path("adjudication")))
                .filter(one -> is(one, "PR")));
        return String.format(Locale.ROOT, "%9.2f %9.2f %9.2f", charge, paid, patient);
    }

    private String status(JsonNode claim, JsonNode answer) {
        String said = answer.path("disposition").asText();
        String reference = "ClaimResponse/" + answer.path("id").asText();
        return each(client.get("Task?status=ready&focus=" + reference).path("entry"))
                .map(entry -> entry.path("resource"))
                .findFirst()
                .map(task -> said.toUpperCase(Locale.ROOT) + ": " + task(claim, task))
                .orElse(said);
    }

    /** What is the matter, which edit looks for it, and whose work it is. */
    private String task(JsonNode claim, JsonNode task) {
        String edit = task.at("/reasonCode/coding/0/code").asText();
        return task.at("/reasonCode/text").asText() + " Edit " + edit + " looks for it: " + looksFor(claim, edit)
                + " Work of the " + task.at("/performerType/0/coding/0/code").asText() + ".";
    }

    private String looksFor(JsonNode claim, String edit) {
        return each(client.post(reference(claim) + "/$scrub", AnswerText.NO_PARAMETERS)
                        .path("parameter"))
                .map(parameter -> parameter.path("part"))
                .filter(parts -> AnswerText.text(parts, "edit", "/valueCode").equals(edit))
                .map(parts -> AnswerText.text(parts, "checks", "/valueString"))
                .findFirst()
                .orElse("");
    }

    private static boolean is(JsonNode adjudication, String category) {
        return adjudication.at("/category/coding/0/code").asText().equals(category);
    }

    private static BigDecimal sum(Stream<JsonNode> amounts) {
        return amounts.map(one -> one.at("/amount/value").decimalValue()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static String reference(JsonNode claim) {
        return "Claim/" + claim.path("id").asText();
    }
}
