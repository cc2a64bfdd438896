package org.plainclaim.x12.remittance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Adjustment;
import org.plainclaim.submission.Money;
import org.plainclaim.x12.Dated;
import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.Reference;

/**
 * What the payer says about one claim (loop 2100).
 *
 * @param submittedId CLM01 of the claim we sent
 * @param status CLP02 as sent; {@link ClaimStatus} says what it means
 * @param charge CLP03; negative if this takes back an earlier answer
 * @param paid CLP04
 * @param patientResponsibility CLP05; null if not given
 * @param filing claim filing indicator, such as MC
 * @param payerControlNumber number that the payer gave the claim (CLP07); empty if none
 * @param facility place of service or first part of the type of bill (CLP08); empty if none
 * @param frequency CLP09; empty if none
 * @param adjustments those of the whole claim; those of a line stand there
 * @param parties persons and organizations
 * @param remarks remark codes of MIA and MOA
 * @param references further numbers
 * @param dates dates of the claim
 * @param amounts amounts for information
 * @param lines service lines; none if the payer answers for the whole claim
 */
public record ClaimPayment(
        String submittedId,
        String status,
        BigDecimal charge,
        BigDecimal paid,
        @Nullable BigDecimal patientResponsibility,
        String filing,
        String payerControlNumber,
        String facility,
        String frequency,
        List<Adjustment> adjustments,
        List<NamedParty> parties,
        List<String> remarks,
        List<Reference> references,
        List<Dated> dates,
        List<Amount> amounts,
        List<ServicePayment> lines) {
    public ClaimPayment {
        charge = Money.of(charge);
        paid = Money.of(paid);
        patientResponsibility = patientResponsibility == null ? null : Money.of(patientResponsibility);
        adjustments = List.copyOf(adjustments);
        parties = List.copyOf(parties);
        remarks = List.copyOf(remarks);
        references = List.copyOf(references);
        dates = List.copyOf(dates);
        amounts = List.copyOf(amounts);
        lines = List.copyOf(lines);
    }

    /** What the status means; {@link ClaimStatus#OTHER} if it is none of this version. */
    public ClaimStatus meaning() {
        return ClaimStatus.of(status);
    }

    /** The party of a role. */
    public Optional<NamedParty> party(String role) {
        return parties.stream().filter(party -> party.role().equals(role)).findFirst();
    }
}
