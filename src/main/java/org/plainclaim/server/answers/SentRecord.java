package org.plainclaim.server.answers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.plainclaim.fhir.Systems;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.NamedParty;
import org.plainclaim.x12.remittance.SentClaim;

/**
 * A claim that was sent, and where it is in the store.
 *
 * @param key our key of this sending, different for each
 * @param claim reference of the Claim, such as {@code Claim/7}
 * @param response id of the ClaimResponse that the sending made; empty if it made none
 * @param book the rule book of its payer; empty if none is known
 * @param order 1 if it went to the first payer, 2 if to the second, and so on
 * @param biller who sent the bill
 * @param sent what was sent
 */
public record SentRecord(
        String key, String claim, String response, String book, int order, Biller biller, SentClaim sent) {
    /**
     * A billing provider, as payers name it.
     *
     * @param npi its NPI; empty if it has none
     * @param taxId its tax number
     * @param name its name
     */
    public record Biller(String npi, String taxId, String name) {
        static Biller of(Submission submission) {
            return submission
                    .provider(Role.BILLING)
                    .map(one -> new Biller(one.npi(), one.taxId(), one.name()))
                    .orElse(new Biller("", "", ""));
        }

        /** True if a payer means this one: by its number, or by its name if it says no number. */
        boolean is(NamedParty party) {
            return party.id().isEmpty()
                    ? party.name().equalsIgnoreCase(name)
                    : party.id().equals(npi) || party.id().equals(taxId);
        }
    }

    /** The answer with the number that the claim was sent under, behind the payer's number for it. */
    ObjectNode numbered(ObjectNode answer) {
        answer.withArray("identifier")
                .addObject()
                .put("system", Systems.CLAIM_NUMBER)
                .put("value", sent.id());
        return answer;
    }
}
