package org.plainclaim.documentation;

import java.time.LocalDate;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/**
 * The person treated.
 *
 * @param reference reference of the patient resource
 * @param birthDate date of birth
 * @param gender administrative gender, such as {@code female}
 */
public record Patient(Fact<String> reference, Fact<LocalDate> birthDate, Fact<String> gender) {
    /** A person whose gender is not documented. */
    public Patient(Fact<String> reference, Fact<LocalDate> birthDate) {
        this(reference, birthDate, Fact.unknown(Evidence.missing(reference.orElse(""), "Patient.gender")));
    }
}
