package org.plainclaim.documentation;

import java.time.LocalDate;
import org.plainclaim.explanation.Fact;

/**
 * The person treated.
 *
 * @param reference reference of the patient resource
 * @param birthDate date of birth
 */
public record Patient(Fact<String> reference, Fact<LocalDate> birthDate) {}
