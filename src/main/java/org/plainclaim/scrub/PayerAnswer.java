package org.plainclaim.scrub;

import java.util.ArrayList;
import java.util.List;

/**
 * What a payer is likely to answer to a failed edit.
 *
 * @param group claim adjustment group code: CO, PR, OA; empty where the claim does not get that far
 * @param reasons claim adjustment reason codes, each with its remark code if it has one
 * @param statuses claim status codes of a 277CA
 */
public record PayerAnswer(String group, List<Reason> reasons, List<String> statuses) {
    public PayerAnswer {
        reasons = List.copyOf(reasons);
        statuses = List.copyOf(statuses);
    }

    /**
     * A claim adjustment reason.
     *
     * @param carc claim adjustment reason code
     * @param rarc remittance advice remark code; empty if none goes with it
     */
    public record Reason(String carc, String rarc) {}

    /** Reads cells such as {@code 16:N257|206}. */
    static PayerAnswer of(String group, String answers, String statuses) {
        List<Reason> reasons = new ArrayList<>();
        for (String answer : parts(answers)) {
            int colon = answer.indexOf(':');
            reasons.add(
                    colon < 0
                            ? new Reason(answer, "")
                            : new Reason(answer.substring(0, colon), answer.substring(colon + 1)));
        }
        return new PayerAnswer(group, reasons, parts(statuses));
    }

    private static List<String> parts(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|", -1));
    }
}
