package org.plainclaim.codes;

/**
 * One row of a concept map.
 *
 * @param source what is translated
 * @param target what it becomes
 * @param equivalence how the target relates to the source
 * @param period dates of service that the row holds for
 * @param citation the public source of the row
 */
public record CodeMapping(
        Named source, Named target, Equivalence equivalence, EffectivePeriod period, String citation) {

    /**
     * A code with its label.
     *
     * @param code as it is written in FHIR
     * @param label in our own words
     */
    public record Named(String code, String label) {}

    /** The row, read the other way. */
    CodeMapping reversed() {
        return new CodeMapping(target, source, equivalence.reversed(), period, citation);
    }
}
