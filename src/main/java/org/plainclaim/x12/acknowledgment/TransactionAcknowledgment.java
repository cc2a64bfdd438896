package org.plainclaim.x12.acknowledgment;

import java.util.List;

/**
 * What became of one transaction (AK2 to IK5).
 *
 * @param transaction its ST01, such as 837
 * @param control its ST02
 * @param version its ST03; empty if not said
 * @param disposition whether it was taken
 * @param codes why not (IK502 to IK506)
 * @param errors its wrong segments, the first of them
 */
public record TransactionAcknowledgment(
        String transaction,
        String control,
        String version,
        Disposition disposition,
        List<String> codes,
        List<SegmentError> errors) {
    public TransactionAcknowledgment {
        codes = List.copyOf(codes);
        errors = List.copyOf(errors);
    }
}
