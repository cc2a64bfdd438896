package org.plainclaim.fhir;

/**
 * Something about the input that makes it unreadable.
 *
 * @param code FHIR issue type, such as {@code structure}, {@code value} or {@code required}
 * @param expression FHIRPath of the element
 * @param message one sentence that says what is the case; names no value of a patient
 * @param fix what to do next
 */
public record InputProblem(String code, String expression, String message, String fix) {}
