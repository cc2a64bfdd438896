package org.plainclaim.x12.claim;

import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Form;

/** The place of a payer among the patient's payers (SBR01), and why Medicare is not the first (SBR05). */
final class PayerOrder {
    private static final String CODES = "PSTABCDEFGH";

    private PayerOrder() {}

    static String code(Loops out, int order) {
        if (order < 1 || order > CODES.length()) {
            out.fault("SBR01", "the place among the payers is not from 1 to " + CODES.length());
            return "";
        }
        return CODES.substring(order - 1, order);
    }

    /** The place that a code stands for; 0 if it is none. */
    static int place(String code) {
        return code.length() == 1 ? CODES.indexOf(code.charAt(0)) + 1 : 0;
    }

    /** Only an 837P has it. */
    static String insuranceType(Loops out, Form form, Cover cover) {
        if (form == Form.INSTITUTIONAL) {
            return "";
        }
        boolean medicare = cover.filing().equals("MA") || cover.filing().equals("MB");
        if (medicare && cover.order() > 1 && cover.insuranceType().isEmpty()) {
            out.fault("SBR05", "is missing: why Medicare is not the primary payer");
        }
        return out.optional("SBR05", cover.insuranceType(), 3);
    }
}
