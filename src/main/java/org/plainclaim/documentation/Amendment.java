package org.plainclaim.documentation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.plainclaim.documentation.Note.Signature;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/**
 * A change of a note after it was closed: an addendum, a late entry or a correction.
 *
 * @param reference reference of the composition or document that has the change
 * @param kind {@code appends} or {@code replaces} as it says of itself; {@code amended} if only a status says it
 * @param original reference of what was changed; unknown if that is not at hand
 * @param date the day of the change
 * @param signatures who signed the change and when
 * @param sections coded sections that the change adds to the note, once it is signed
 */
public record Amendment(
        Fact<String> reference,
        Fact<String> kind,
        Fact<String> original,
        Fact<LocalDate> date,
        List<Signature> signatures,
        Map<String, Evidence> sections) {
    public Amendment {
        signatures = List.copyOf(signatures);
        sections = Map.copyOf(sections);
    }

    /** True if it is known who signed and when. */
    public boolean signed() {
        return signatures.stream()
                .anyMatch(signature ->
                        signature.signer().known() && signature.at().known());
    }

    /** Where its signature is, or where one belongs. */
    List<Evidence> signature() {
        if (!signatures.isEmpty()) {
            Signature first = signatures.get(0);
            return Inspection.evidence(first.signer(), first.at());
        }
        String resource = reference.evidence().get(0).resource();
        boolean document = kind.evidence().get(0).path().startsWith("DocumentReference");
        return List.of(
                Evidence.missing(resource, document ? "DocumentReference.authenticator" : "Composition.attester"));
    }
}
