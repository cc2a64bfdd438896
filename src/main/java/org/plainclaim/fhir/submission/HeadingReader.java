package org.plainclaim.fhir.submission;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.Element;
import org.plainclaim.fhir.Systems;
import org.plainclaim.fhir.X12Systems;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Frequency;
import org.plainclaim.submission.Heading;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.Signatures;

/** Reads what a claim says of itself. */
final class HeadingReader {
    private final ClaimReading reading;
    private final Element claim;

    HeadingReader(ClaimReading reading) {
        this.reading = reading;
        this.claim = reading.claim();
    }

    /**
     * The heading.
     *
     * @param number the number of the claim if it has none of its own
     * @param focal where the claim names the coverage that it goes to; null if it names none
     */
    Heading read(String number, @Nullable Element focal, List<Line> lines) {
        Frequency frequency = frequency();
        return new Heading(
                id(number),
                reading.institutional() ? Form.INSTITUTIONAL : Form.PROFESSIONAL,
                frequency,
                frequency.needsOriginal() ? originalNumber() : "",
                place(lines),
                reading.money(claim.child("total")),
                authorization(focal),
                referral(),
                clia(),
                signatures(),
                note());
    }

    private String id(String number) {
        String own = ClaimReading.identifier(claim, Systems.CLAIM_NUMBER);
        return own.isEmpty() ? number : own;
    }

    /** A claim that was cancelled takes itself back; one with a prior claim takes the place of it. */
    private Frequency frequency() {
        Element type = claim.child("subType");
        String bill = ClaimReading.code(type, Systems.TYPE_OF_BILL);
        String digit = bill.length() == 4 ? bill.substring(3) : ClaimReading.code(type, Terms.FREQUENCY);
        for (Frequency frequency : Frequency.values()) {
            if (frequency.code().equals(digit) && frequency != Frequency.ORIGINAL) {
                return frequency;
            }
        }
        if (claim.child("status").is("cancelled")) {
            return Frequency.VOID;
        }
        return prior().isPresent() ? Frequency.REPLACEMENT : Frequency.ORIGINAL;
    }

    private Optional<Element> prior() {
        return claim.each("related").stream()
                .filter(related -> ClaimReading.has(related.child("relationship"), Terms.RELATED_CLAIM, "prior"))
                .findFirst();
    }

    /** As the claim says it, else as an answer to the prior claim, or to this one, has it. */
    private String originalNumber() {
        Optional<Element> prior = prior();
        String said = prior.map(
                        related -> PersonReader.text(related.child("reference").child("value")))
                .orElse("");
        if (!said.isEmpty()) {
            return said;
        }
        Optional<Element> earlier = prior.flatMap(related -> reading.follow(related.child("claim")));
        return earlier.map(found -> answered(response -> reading.leads(response.child("request"), found)))
                .orElseGet(() -> answered(response -> reading.leads(response.child("request"), claim)));
    }

    private String answered(Predicate<Element> wanted) {
        return reading.ofType("ClaimResponse").stream()
                .filter(wanted)
                .filter(response -> !ClaimReading.identifier(response, X12Systems.PAYER_CLAIM)
                        .isEmpty())
                .max(Comparator.comparing(response -> response.child("created").textOr("")))
                .map(response -> ClaimReading.identifier(response, X12Systems.PAYER_CLAIM))
                .orElse("");
    }

    private String place(List<Line> lines) {
        if (reading.institutional()) {
            return "";
        }
        String said = information(one -> ClaimReading.code(one.child("code"), Systems.PLACE_OF_SERVICE));
        return said.isEmpty()
                ? lines.stream()
                        .map(Line::placeOfService)
                        .filter(place -> !place.isEmpty())
                        .findFirst()
                        .orElse("")
                : said;
    }

    private String information(java.util.function.Function<Element, String> part) {
        return claim.each("supportingInfo").stream()
                .map(part)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String authorization(@Nullable Element focal) {
        return focal == null
                ? ""
                : focal.each("preAuthRef").stream()
                        .map(PersonReader::text)
                        .findFirst()
                        .orElse("");
    }

    /** The number that the reference itself has, else that of the ServiceRequest. */
    private String referral() {
        Element referral = claim.child("referral");
        String said = PersonReader.text(referral.child("identifier").child("value"));
        if (!said.isEmpty() || !referral.present()) {
            return said;
        }
        return reading.follow(referral).stream()
                .flatMap(request -> request.each("identifier").stream())
                .map(identifier -> PersonReader.text(identifier.child("value")))
                .findFirst()
                .orElse("");
    }

    /** Said of the claim itself: a practice with a laboratory sends it only on claims for laboratory services. */
    private String clia() {
        return information(one -> {
            Element identifier = one.child("valueReference").child("identifier");
            return identifier.child("system").is(Systems.CLIA) ? PersonReader.text(identifier.child("value")) : "";
        });
    }

    /** Signatures are on file unless the claim says otherwise. */
    private Signatures signatures() {
        Element written = claim.extension(Terms.SIGNATURES);
        Signatures usual = Signatures.ON_FILE;
        String toSubscriber = ClaimReading.code(claim.child("payee").child("type"), Terms.PAYEE);
        return new Signatures(
                !written.extension("provider-signed").child("valueBoolean").is("false"),
                written.extension("assignment").child("valueCode").textOr(usual.assignment()),
                written.extension("benefits")
                        .child("valueCode")
                        .textOr(toSubscriber.equals("subscriber") ? "N" : usual.benefits()),
                written.extension("release").child("valueCode").textOr(usual.release()));
    }

    /** Only what is labelled as a note to the payer: nothing clinical leaves by accident. */
    private String note() {
        return information(
                one -> ClaimReading.code(one.child("code"), Terms.NOTE).equals("ADD")
                        ? PersonReader.text(one.child("valueString"))
                        : "");
    }
}
