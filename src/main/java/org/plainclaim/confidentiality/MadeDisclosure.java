package org.plainclaim.confidentiality;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A disclosure that was made, as an accounting has to know it; it names records and nothing of what they say.
 *
 * @param at when it left
 * @param patient reference of the patient
 * @param contents references of what was told, with their versions where they are known
 * @param recipient who received it: a payer's id, or the reference of a resource
 * @param way how: {@code 837}, {@code 270}, {@code pas} or {@code attachment}
 * @param purpose why, as a code of PurposeOfUse
 * @param labels labels of what was told
 * @param decision rule that permitted it
 * @param consent reference of the consent; null if none was needed
 * @param notice id of the notice that belongs to it; empty if none does
 * @param noticeAt where the notice stands in what was sent; empty if the way has no place for it
 */
public record MadeDisclosure(
        Instant at,
        String patient,
        List<String> contents,
        String recipient,
        String way,
        String purpose,
        List<String> labels,
        String decision,
        @Nullable String consent,
        String notice,
        String noticeAt) {
    public MadeDisclosure {
        contents = List.copyOf(contents);
        labels = List.copyOf(labels);
    }
}
