package org.plainclaim.codes;

/** How the target of a mapping relates to its source, in the words of FHIR R4. */
public enum Equivalence {
    /** They mean the same. */
    EQUIVALENT("equivalent"),
    /** The target means more. */
    WIDER("wider"),
    /** The target means less. */
    NARROWER("narrower"),
    /** They have to do with each other, and neither holds the other. */
    RELATED("relatedto");

    private final String code;

    Equivalence(String code) {
        this.code = code;
    }

    /** The code of FHIR's value set. */
    public String code() {
        return code;
    }

    /** The same relation, seen from the target. */
    public Equivalence reversed() {
        return this == WIDER ? NARROWER : this == NARROWER ? WIDER : this;
    }
}
