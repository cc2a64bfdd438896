package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.plainclaim.x12.status.LineStatus;
import org.plainclaim.x12.status.Status;
import org.plainclaim.x12.status.StatusCode;
import org.plainclaim.x12.status.StatusNotice;
import org.plainclaim.x12.status.StatusOutcome;

/** Writes what a 277CA or a 277 says about a claim as a ClaimResponse. */
public final class StatusAnswerWriter {
    private StatusAnswerWriter() {}

    /** A rejection is an error with its codes, at the item if it is about a line; everything else is a note. */
    public static ObjectNode claimResponse(StatusNotice notice, AnswerReferences references, LocalDate created) {
        ObjectNode json = Nodes.resource("ClaimResponse");
        String number = notice.payerControlNumber();
        if (!number.isEmpty()) {
            json.putArray("identifier")
                    .addObject()
                    .put("system", X12Systems.PAYER_CLAIM)
                    .put("value", number);
        }
        json.put("status", "active");
        json.set("type", Nodes.concept(X12Systems.CLAIM_TYPE, references.type()));
        json.put("use", "claim");
        json.set("patient", Nodes.reference(references.patient()));
        json.put("created", created.toString());
        json.set("insurer", Nodes.reference(references.insurer()));
        json.set("requestor", Nodes.reference(references.provider()));
        json.set("request", Nodes.reference(references.claim()));
        json.put("outcome", outcome(notice));
        json.put("disposition", notice.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        said(json, notice.statuses(), 0);
        for (LineStatus line : notice.lines()) {
            said(json, line.statuses(), references.item(line.control()));
        }
        return json;
    }

    private static String outcome(StatusNotice notice) {
        boolean lineRejected = notice.lines().stream()
                .flatMap(line -> line.statuses().stream())
                .anyMatch(status -> status.outcome() == StatusOutcome.REJECTED);
        return switch (notice.outcome()) {
            case REJECTED, NOT_FOUND, ERROR -> "error";
            case PAID, DENIED, FINALIZED -> "complete";
            default -> lineRejected ? "error" : "queued";
        };
    }

    private static void said(ObjectNode json, List<Status> statuses, int item) {
        for (Status status : statuses) {
            boolean error = status.outcome() == StatusOutcome.REJECTED
                    || status.outcome() == StatusOutcome.NOT_FOUND
                    || status.outcome() == StatusOutcome.ERROR;
            for (StatusCode code : status.codes()) {
                if (error) {
                    error(json.withArray("error"), code, item);
                } else {
                    note(json, code.category() + " " + code.code(), item);
                }
            }
            if (!status.message().isEmpty()) {
                note(json, status.message(), item);
            }
        }
    }

    private static void error(ArrayNode errors, StatusCode said, int item) {
        ObjectNode error = errors.addObject();
        if (item > 0) {
            error.put("itemSequence", item);
        }
        ObjectNode code = Nodes.concept(X12Systems.STATUS_CATEGORY, said.category());
        code.withArray("coding").addObject().put("system", X12Systems.STATUS).put("code", said.code());
        if (!said.entity().isEmpty()) {
            code.put("text", "entity " + said.entity());
        }
        error.set("code", code);
    }

    private static void note(ObjectNode json, String text, int item) {
        ArrayNode notes = json.withArray("processNote");
        notes.addObject().put("number", notes.size()).put("text", item > 0 ? "item " + item + ": " + text : text);
    }
}
