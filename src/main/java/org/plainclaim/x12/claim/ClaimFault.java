package org.plainclaim.x12.claim;

/**
 * What a claim lacks, or what no 837 can say, because of which nothing of the claim is written.
 *
 * @param loop loop of the implementation guide, such as {@code 2010AA}
 * @param line position of the service line in the claim, from 1; 0 if it is not about a line
 * @param element segment and element, such as {@code NM109}
 * @param message what is missing or wrong, without a name or number of a person
 */
public record ClaimFault(String loop, int line, String element, String message) {
    /** In one line. */
    public String text() {
        return "loop " + loop + (line == 0 ? "" : ", line " + line) + ", " + element + ": " + message;
    }
}
