package org.plainclaim.x12.acknowledgment;

import java.util.List;

/**
 * A wrong segment (IK3) and its wrong elements.
 *
 * @param segment its name, such as NM1
 * @param position its place in the transaction; ST is 1
 * @param loop its loop; empty if not said
 * @param code what is wrong with it (IK304); empty if not said
 * @param claim number of the claim that it belongs to (CTX of CLM01); empty if not said
 * @param elements its wrong elements
 */
public record SegmentError(
        String segment, long position, String loop, String code, String claim, List<ElementError> elements) {
    public SegmentError {
        elements = List.copyOf(elements);
    }
}
