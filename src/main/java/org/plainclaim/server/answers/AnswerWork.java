package org.plainclaim.server.answers;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plainclaim.work.FilingClock;
import org.plainclaim.work.Owners;
import org.plainclaim.work.WorkItem;
import org.plainclaim.work.WorkQueue;
import org.plainclaim.x12.remittance.DenialRules;
import org.plainclaim.x12.remittance.ProviderAdjustment;
import org.plainclaim.x12.remittance.SentLine;

/** Makes things to do out of answers; their texts name no person and no number of one. */
final class AnswerWork {
    private final WorkQueue queue;
    private final Owners owners;
    private final FilingClock filing;

    AnswerWork(WorkQueue queue, Owners owners, FilingClock filing) {
        this.queue = queue;
        this.owners = owners;
        this.filing = filing;
    }

    /** What a thing to do is about: the resource, the patient if one is known, and the last day if there is one. */
    record About(String focus, String patient, @Nullable LocalDate due) {
        About(String focus, String patient) {
            this(focus, patient, null);
        }
    }

    /** A claim of ours that has to be mended while its payer still takes it. */
    About about(SentRecord sent, String focus, String patient) {
        return new About(
                focus,
                patient,
                sent.sent().lines().stream()
                        .map(SentLine::to)
                        .max(LocalDate::compareTo)
                        .map(served -> filing.lastDay(sent.book(), served))
                        .orElse(null));
    }

    private void raise(String key, String reason, String[] said, About about, @Nullable BigDecimal money) {
        queue.raise(new WorkItem(
                key,
                owners.of(reason).owner(),
                reason,
                said[0],
                said[1],
                about.focus(),
                about.patient(),
                money,
                about.due()));
    }

    void settle(String key, String because) {
        queue.settle(key, because);
    }

    void unmatchedClaim(String key, boolean several, About about, BigDecimal paid) {
        String[] said = {
            several
                    ? "A payer answered a claim, and several claims of ours fit."
                    : "A payer answered a claim that was not sent from here.",
            "Find the claim by the number in the payment's detail; it is posted by itself once the claim is known."
        };
        raise(key, "unmatched-payment", said, about, paid);
    }

    void besideClaims(String key, ProviderAdjustment adjustment, About about) {
        boolean keeps = adjustment.amount().signum() > 0;
        String[] said = {
            "A payer " + (keeps ? "kept money of" : "added money to") + " a payment with " + adjustment.reason()
                    + ", and names no claim that was sent from here.",
            "Find out from the payer what it is for, and book it; the payment's detail has its reference."
        };
        raise(key, "provider-adjustment", said, about, adjustment.amount().abs());
    }

    void unmatchedLines(String key, int lines, About about, BigDecimal paid) {
        String[] said = {
            lines + (lines == 1 ? " line of the answer is" : " lines of the answer are") + " none of the claim's.",
            "Compare the added items of the answer with the claim, and ask the payer what it decided on."
        };
        raise(key, "unmatched-payment-line", said, about, paid);
    }

    void unansweredLines(String key, int lines, About about, BigDecimal charge) {
        String[] said = {
            lines + (lines == 1 ? " line of the claim is" : " lines of the claim are") + " not answered.",
            "Ask the payer for the status of the lines that the answer leaves out."
        };
        raise(key, "unanswered-line", said, about, charge);
    }

    void denied(String key, List<String> edits, String codes, About about, BigDecimal amount) {
        String reason = edits.isEmpty() ? DenialRules.GAP : edits.get(0);
        String known =
                edits.stream().filter(edit -> !edit.equals(DenialRules.GAP)).collect(Collectors.joining(", "));
        String[] said = {
            "The payer denied with " + codes + ".",
            known.isEmpty()
                    ? "Read what the codes say; correct and replace the claim, or appeal. No edit looks for this yet."
                    : "Look at what edit " + known + " asks for; correct and replace the claim, or appeal."
        };
        raise(key, reason, said, about, amount);
    }

    /** What of it was rejected together with a claim. */
    enum Extent {
        CLAIM("The claim was rejected with %s before it was looked at.", "Correct the claim and submit it again."),
        WITH_ANOTHER(
                "The transaction in which the claim went was rejected with %s, because of another claim in it.",
                "There is nothing to correct: submit the claim again as it is."),
        PROVIDER(
                "All claims of the billing provider in the transaction were rejected with %s.",
                "Correct what is sent of the provider, or its enrollment with the payer, and submit the claim again."),
        UNTRACED(
                "The transaction in which the claim went was rejected with %s; the answer does not say which claim is"
                        + " meant.",
                "Look at the segment it names in the file that was sent; correct what is wrong, and submit the claim"
                        + " again."),
        TRANSACTION(
                "All claims of the transaction were rejected with %s.",
                "Correct what the codes say, which holds for all of them, and submit the claim again.");

        private final String message;
        private final String fix;

        Extent(String message, String fix) {
            this.message = message;
            this.fix = fix;
        }

        /** What the answer to the claim says of it. */
        String disposition() {
            return this == WITH_ANOTHER
                    ? "rejected with its transaction because of another claim; to be sent again as it is"
                    : "rejected before the claim was read";
        }
    }

    /** A rejection: how much it takes in, the edits that should have caught it, and its codes. */
    record Rejected(Extent extent, List<String> edits, String codes) {
        private String reason() {
            if (extent == Extent.WITH_ANOTHER) {
                return "interchange-rejected";
            }
            return edits.isEmpty() ? DenialRules.GAP : edits.get(0);
        }
    }

    void rejected(String key, Rejected rejected, About about, BigDecimal charge) {
        String[] said = {rejected.extent().message.formatted(rejected.codes()), rejected.extent().fix};
        raise(key, rejected.reason(), said, about, charge);
    }

    void asked(String key, String reason, String codes, About about, BigDecimal charge) {
        String[] said = {
            "The payer says " + codes + " of the claim.", "Read the answer and give what the payer asks for."
        };
        raise(key, reason, said, about, charge);
    }

    void notDecided(String key, About about, BigDecimal charge) {
        String[] said = {
            "The remittance names the claim without a decision that can be posted.",
            "Ask the payer for the status of the claim."
        };
        raise(key, "answer-without-decision", said, about, charge);
    }

    void takenBackFirst(String key, About about, BigDecimal amount) {
        String[] said = {
            "A payer takes back a payment that has not come yet.",
            "Nothing to do if the payment comes in later; otherwise ask the payer for the missing remittance."
        };
        raise(key, "reversal-without-payment", said, about, amount);
    }

    void otherContent(String key, About about, BigDecimal paid) {
        String[] said = {
            "A payment came a second time with other claims in it; only the first one was posted.",
            "Compare the two remittances with the bank, and ask the payer which one holds."
        };
        raise(key, "payment-differs", said, about, paid);
    }

    void refused(String key, String what, String advice) {
        String[] said = {"A file of a payer was refused: " + what, advice};
        raise(key, "file-refused", said, new About("", ""), null);
    }

    void notTaken(String key, String why) {
        String[] said = {
            "The payer takes no acknowledgment (999) for a file of its own that was refused here: " + why + ".",
            "Tell the payer that its file was refused; a Task of its own says why."
        };
        raise(key, "file-undeliverable", said, new About("", ""), null);
    }

    void stuck(String key) {
        String[] said = {
            "A file of a payer could not be applied to its end.",
            "It is tried again by itself; if this stays, the log of the server says why."
        };
        raise(key, "file-not-applied", said, new About("", ""), null);
    }

    void refusedBatch(String key, String codes) {
        String[] said = {
            "A payer rejected all claims of a transaction, or of a provider in it, with " + codes
                    + "; which claims these are is not known.",
            "Find out what was sent under this number; its claims are rejected by themselves once that is known."
        };
        raise(key, "batch-rejected", said, new About("", ""), null);
    }

    void refusedQuestions(String key, List<String> codes) {
        String[] said = {
            "A payer refused a file with questions about claims (276): " + String.join(", ", codes) + ".",
            "Ask the payer what is wrong with it; the claims are asked about again by themselves."
        };
        raise(key, "interchange-rejected", said, new About("", ""), null);
    }

    void unknownStatus(String key, String what) {
        String[] said = {
            "A payer speaks of " + what + " that was not sent from here.",
            "Find out what was sent under this number; it is applied by itself once that is known."
        };
        raise(key, "unmatched-status", said, new About("", ""), null);
    }
}
