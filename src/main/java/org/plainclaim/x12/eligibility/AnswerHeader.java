package org.plainclaim.x12.eligibility;

import java.time.LocalDateTime;
import org.plainclaim.x12.Controls;

/**
 * What stands before the answers.
 *
 * @param reference number of the question that the payer repeats (BHT03)
 * @param created when the answer was made (BHT04 and BHT05), in the payer's time
 * @param controls the control numbers it came under
 */
public record AnswerHeader(String reference, LocalDateTime created, Controls controls) {}
