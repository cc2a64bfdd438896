package org.plainclaim.documentation;

import org.plainclaim.explanation.Fact;

/**
 * A person who rendered or supervised.
 *
 * @param reference reference of the practitioner
 * @param npi national provider identifier, ten digits
 * @param taxonomy NUCC provider taxonomy code
 */
public record Clinician(Fact<String> reference, Fact<String> npi, Fact<String> taxonomy) {}
