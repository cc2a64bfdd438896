package org.plainclaim.x12.status;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plainclaim.x12.Controls;

/**
 * What stands before the notices.
 *
 * @param kind acknowledgment or response
 * @param reference number of the transaction (BHT03)
 * @param created day it was made (BHT04)
 * @param time time it was made (BHT05), such as 1130
 * @param payerTrace number that the payer gave it (TRN*1 of the payer); empty in a response
 * @param received day the claims came in (DTP*050); null in a response
 * @param processed day they were looked at (DTP*009); null in a response
 * @param controls the control numbers it came under
 */
public record StatusHeader(
        StatusKind kind,
        String reference,
        LocalDate created,
        String time,
        String payerTrace,
        @Nullable LocalDate received,
        @Nullable LocalDate processed,
        Controls controls) {}
