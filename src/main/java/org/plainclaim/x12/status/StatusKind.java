package org.plainclaim.x12.status;

/** The two answers about a status. */
public enum StatusKind {
    /** 277CA: whether the claims of a file go into adjudication. */
    ACKNOWLEDGMENT("005010X214", "0085", "08", "TH"),
    /** 277: the answer to an inquiry. */
    RESPONSE("005010X212", "0010", "08", "DG");

    private final String version;
    private final String structure;
    private final String purpose;
    private final String type;

    StatusKind(String version, String structure, String purpose, String type) {
        this.version = version;
        this.structure = structure;
        this.purpose = purpose;
        this.type = type;
    }

    /** Version and guide (GS08 and ST03). */
    public String version() {
        return version;
    }

    String structure() {
        return structure;
    }

    String purpose() {
        return purpose;
    }

    String type() {
        return type;
    }
}
