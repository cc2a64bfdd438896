package org.plainclaim.attachment;

import java.util.Locale;

/** Why an attachment gives no text. */
public enum Reason {
    /** More bytes, characters or pages than are read. */
    TOO_LARGE,
    /** It unpacks to far more than its size: a bomb. */
    EXPANDS,
    /** Elements stand within each other too deeply. */
    TOO_DEEP,
    /** Its text was not there in time. */
    TOO_SLOW,
    /** It is broken, or cut off. */
    NOT_READABLE,
    /** It needs a password. */
    ENCRYPTED,
    /** A format that is not read. */
    UNSUPPORTED_TYPE,
    /** It is not what its content type says. */
    TYPE_MISMATCH,
    /** Its data is not base64. */
    NOT_BASE64,
    /** There is no text in it, as in a scan. */
    NO_TEXT;

    /** The reason in words joined by {@code -}, such as {@code too-large}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
