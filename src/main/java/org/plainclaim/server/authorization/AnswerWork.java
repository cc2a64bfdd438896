package org.plainclaim.server.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.authorization.Authorization;
import org.plainclaim.authorization.AuthorizationDecision;
import org.plainclaim.authorization.AuthorizedService;
import org.plainclaim.explanation.Finding;
import org.plainclaim.fhir.authorization.PasAnswerReader;
import org.plainclaim.work.Cause;
import org.plainclaim.work.Owners;
import org.plainclaim.work.WorkItem;
import org.plainclaim.work.WorkQueue;

/** What people have to do after an answer to a request for authorization. */
final class AnswerWork {
    private final WorkQueue queue;
    private final Owners owners;
    private final AuthorizationsOf reader;

    AnswerWork(WorkQueue queue, Owners owners, AuthorizationsOf reader) {
        this.queue = queue;
        this.owners = owners;
        this.reader = reader;
    }

    /** Reads the authorizations of an answer. */
    @FunctionalInterface
    interface AuthorizationsOf {
        List<Authorization> read(JsonNode response, @Nullable JsonNode request);
    }

    /**
     * Brings the work up to date.
     *
     * @param response the stored ClaimResponse
     * @param claim the stored Claim that asked
     * @param problem why there is no answer; empty if there is one
     */
    void follow(JsonNode response, JsonNode claim, String problem) {
        String reference = "ClaimResponse/" + response.path("id").asText();
        String name = reference + "/answer";
        Cause cause = new Cause(name, reference, claim.at("/patient/reference").asText(), null, null);
        List<WorkItem> items = new ArrayList<>();
        if (!problem.isEmpty()) {
            items.add(cause.item(
                    owners,
                    "authorization-not-sent",
                    problem,
                    "See to it that the payer can be asked, then submit the Claim again."));
        } else {
            answered(response, claim, cause, items);
        }
        queue.replace(name, items, "The payer has answered.");
    }

    /** An answer that another one takes the place of has nothing left to do. */
    void replaced(String response) {
        queue.replace(response + "/answer", List.of(), "The request was changed, and the payer answered the change.");
    }

    /** What has to be done before the payer may be told; nothing if it may be told now. */
    void permit(JsonNode claim, Optional<Finding> objection) {
        String reference = "Claim/" + claim.path("id").asText();
        String name = reference + "/disclosure";
        Cause cause = new Cause(name, reference, claim.at("/patient/reference").asText(), null, null);
        queue.replace(
                name,
                objection
                        .map(why -> List.of(cause.item(owners, why.rule(), why.message(), why.fix())))
                        .orElse(List.of()),
                "The payer may be told now.");
    }

    private void answered(JsonNode response, JsonNode claim, Cause cause, List<WorkItem> items) {
        List<String> errors = PasAnswerReader.errors(response);
        if (response.path("outcome").asText().equals("error") || !errors.isEmpty()) {
            items.add(cause.item(
                    owners,
                    "authorization-error",
                    "The payer could not decide; it names the reject codes " + String.join(", ", errors) + ".",
                    "Correct the request and submit it again."));
        }
        List<AuthorizedService> services = reader.read(response, claim).stream()
                .flatMap(one -> one.services().stream())
                .toList();
        add(services, AuthorizationDecision.DENIED, cause, items);
        add(services, AuthorizationDecision.PENDED, cause, items);
        add(services, AuthorizationDecision.UNKNOWN, cause, items);
    }

    private void add(
            List<AuthorizedService> services, AuthorizationDecision decision, Cause cause, List<WorkItem> items) {
        List<String> codes = services.stream()
                .filter(service -> service.decision() == decision)
                .map(service -> service.code().isEmpty() ? "a service" : service.code())
                .distinct()
                .toList();
        if (codes.isEmpty() || items.stream().anyMatch(item -> item.reason().equals("authorization-error"))) {
            return;
        }
        String of = String.join(", ", codes);
        items.add(
                decision == AuthorizationDecision.DENIED
                        ? cause.item(
                                owners,
                                "authorization-denied",
                                "The payer does not authorize " + of + ".",
                                "Appeal, ask for another service, or agree with the patient on how it is paid.")
                        : cause.item(
                                owners,
                                "authorization-pended",
                                "The payer has not decided on " + of + " yet.",
                                "Send the payer what it asks for; then ask it what became of the request, or enter its decision."));
    }
}
