package org.plainclaim.x12.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.Reference;

/**
 * What is said about one claim, or about all claims of a provider or of the file.
 *
 * @param level of what it speaks
 * @param context between whom
 * @param patient the patient or subscriber; null unless it speaks of a claim
 * @param subscriber whose insurance it is, if the patient is a dependent; null if not
 * @param trace TRN02: CLM01 in a 277CA of a claim, the number of the inquiry in a 277
 * @param statuses what is said
 * @param references numbers, such as 1K (the payer's control number)
 * @param from first date of service; null if not given
 * @param to last date of service; null if it is one day
 * @param lines what is said about its lines
 */
public record StatusNotice(
        Level level,
        StatusContext context,
        @Nullable NamedParty patient,
        @Nullable NamedParty subscriber,
        String trace,
        List<Status> statuses,
        List<Reference> references,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<LineStatus> lines) {
    /** Of what a notice speaks. */
    public enum Level {
        /** Of all that was sent. */
        RECEIVER,
        /** Of all claims of one provider. */
        PROVIDER,
        /** Of one claim. */
        CLAIM
    }

    public StatusNotice {
        statuses = List.copyOf(statuses);
        references = List.copyOf(references);
        lines = List.copyOf(lines);
    }

    /** CLM01: in a 277 it is a reference (EJ), and the trace is that of the inquiry. */
    public String claimId() {
        return reference("EJ").orElse(trace);
    }

    /** The number that the payer gave the claim. */
    public String payerControlNumber() {
        return reference("1K").orElse("");
    }

    /** A number by its qualifier. */
    public Optional<String> reference(String qualifier) {
        return references.stream()
                .filter(reference -> reference.qualifier().equals(qualifier))
                .map(Reference::value)
                .findFirst();
    }

    /** What the notice comes to: a rejection, wherever it stands, weighs more than the rest. */
    public StatusOutcome outcome() {
        List<StatusOutcome> all = statuses.stream().map(Status::outcome).toList();
        return all.contains(StatusOutcome.REJECTED)
                ? StatusOutcome.REJECTED
                : all.isEmpty() ? StatusOutcome.OTHER : all.get(0);
    }

    /** The number and kind of what it is about, no name. */
    @Override
    public String toString() {
        return "StatusNotice[level=" + level + ", outcome=" + outcome() + "]";
    }
}
