package org.plainclaim.submission;

/**
 * A postal address in the United States.
 *
 * @param line first line: street and number
 * @param line2 second line; empty if none
 * @param city city
 * @param state two letters
 * @param zip five or nine digits, without a hyphen
 */
public record Address(String line, String line2, String city, String state, String zip) {
    /** Nothing is known. */
    public static final Address UNKNOWN = new Address("", "", "", "", "");

    /** True if there is an address at all. */
    public boolean known() {
        return !line.isEmpty();
    }

    /** Names no place, so that it can stand in a log. */
    @Override
    public String toString() {
        return "Address[" + state + "]";
    }
}
