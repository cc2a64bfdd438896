package org.plainclaim.fhir;

import java.util.List;

/**
 * The resources that an answer of a payer is about.
 *
 * @param claim reference of the Claim
 * @param type {@code professional} or {@code institutional}
 * @param patient reference of the Patient
 * @param insurer reference of the payer's Organization
 * @param provider reference of who billed
 * @param coverage reference of the Coverage
 * @param controls line control numbers (REF*6R) of the items of the Claim, in order
 */
public record AnswerReferences(
        String claim,
        String type,
        String patient,
        String insurer,
        String provider,
        String coverage,
        List<String> controls) {
    public AnswerReferences {
        controls = List.copyOf(controls);
    }

    /** The item of the claim that has a control number, from 1; 0 if none has. */
    int item(String control) {
        return controls.indexOf(control) + 1;
    }
}
