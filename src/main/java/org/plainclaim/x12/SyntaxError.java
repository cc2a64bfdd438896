package org.plainclaim.x12;

/** Kinds of mistakes in a segment (X12 data element 620) or in an element (621), as a 999 names them. */
public enum SyntaxError {
    /** The segment should not be here. */
    SEGMENT_UNEXPECTED("2"),
    /** A segment that has to be there is not. */
    SEGMENT_MISSING("3"),
    /** A loop is there too often. */
    LOOP_TOO_OFTEN("4"),
    /** A segment is there too often. */
    SEGMENT_TOO_OFTEN("5"),
    /** Elements of the segment are wrong. */
    SEGMENT_HAS_ELEMENT_ERRORS("8"),
    /** An element that has to be there is not. */
    ELEMENT_MISSING("1"),
    /** A letter where a number should be, or the like. */
    CHARACTER("6"),
    /** A code that does not stand in the list. */
    CODE_VALUE("7"),
    /** No date. */
    DATE("8"),
    /** The implementation guide asks for another form. */
    PATTERN("I12");

    private final String code;

    SyntaxError(String code) {
        this.code = code;
    }

    /** The code. */
    public String code() {
        return code;
    }
}
