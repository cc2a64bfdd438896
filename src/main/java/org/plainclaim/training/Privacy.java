package org.plainclaim.training;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.confidentiality.PatientConsent;
import org.plainclaim.explanation.Fact;

/**
 * What has to be known before a claim may be told to its payer.
 *
 * @param partTwo whether the session was in a program under 42 CFR Part 2
 * @param consents what the patient consented to
 * @param recipients every name of the payer
 * @param day the day on which the claim is to leave; null: the date of service
 */
public record Privacy(
        Fact<Boolean> partTwo, List<PatientConsent> consents, Set<String> recipients, @Nullable LocalDate day) {
    public Privacy {
        consents = List.copyOf(consents);
        recipients = Set.copyOf(recipients);
    }
}
