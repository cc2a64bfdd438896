package org.plainclaim.x12.acknowledgment;

import java.util.List;

/**
 * What became of a functional group (AK1 and AK9).
 *
 * @param group which one
 * @param disposition whether it was taken
 * @param included how many transactions its end says it has (AK902)
 * @param received how many were found (AK903)
 * @param accepted how many were taken (AK904)
 * @param codes why not all (AK905 to AK909)
 */
public record GroupAcknowledgment(
        AcknowledgedGroup group,
        Disposition disposition,
        long included,
        long received,
        long accepted,
        List<String> codes) {
    public GroupAcknowledgment {
        codes = List.copyOf(codes);
    }
}
