package org.plainclaim.x12.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Frequency;
import org.plainclaim.submission.Heading;
import org.plainclaim.submission.Signatures;
import org.plainclaim.submission.Stay;
import org.plainclaim.x12.Said;

/** What a claim says of itself, in the making: CLM, its dates, numbers, notes and codes. */
final class HeadingDraft {
    /** An 837I has room for 25. */
    private static final int MOST_DIAGNOSES = 25;

    private static final int MOST_CODES = 24;
    private static final String STILL_PATIENT = "30";

    private final Form form;
    private final String id;
    private final BigDecimal total;
    private final String place;
    private final Frequency frequency;
    private final Signatures signatures;
    private String original = "";
    private String authorization = "";
    private String referral = "";
    private String clia = "";
    private String note = "";
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable LocalDate admitted;
    private @Nullable LocalDate discharged;
    private String admissionType = "";
    private String admissionSource = "";
    private String dischargeStatus = "";
    private String admitting = "";
    private final List<String> diagnoses = new ArrayList<>(4);
    private final List<String> reasons = new ArrayList<>(0);
    private final List<String> conditions = new ArrayList<>(0);

    HeadingDraft(Form form, Said clm) {
        this.form = form;
        id = clm.text(1);
        total = clm.amount(2);
        place = clm.text(5, 1);
        frequency = frequency(clm);
        boolean signed = form == Form.INSTITUTIONAL || clm.text(6).equals("Y");
        signatures = new Signatures(signed, clm.text(7), clm.text(8), clm.text(9));
        if (id.isEmpty()) {
            clm.wrong(1, "has to name the claim");
        }
        if (!clm.text(5, 2).equals(form == Form.INSTITUTIONAL ? "A" : "B")) {
            clm.wrong(5, "is a place of another form of claim");
        }
    }

    private static Frequency frequency(Said clm) {
        for (Frequency known : Frequency.values()) {
            if (known.code().equals(clm.text(5, 3))) {
                return known;
            }
        }
        clm.wrong(5, "has a frequency that is not known");
        return Frequency.ORIGINAL;
    }

    boolean take(String segment, Said said) {
        switch (segment) {
            case "DTP" -> date(said);
            case "CL1" -> {
                admissionType = said.text(1);
                admissionSource = said.text(2);
                dischargeStatus = said.text(3);
            }
            case "REF" -> reference(said);
            case "NTE" -> note = said.text(1).equals("ADD") ? said.text(2) : note;
            case "HI" -> information(said);
            case "PWK", "CN1", "AMT", "K3", "CR1", "CR2", "CRC", "HCP", "QTY" -> {
                // can not be kept
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void date(Said dtp) {
        switch (dtp.text(1)) {
            case "434" -> {
                from = dtp.dateOfRange(3, false);
                to = dtp.dateOfRange(3, true);
            }
            case "435" -> admitted = dtp.dateOfTime(3);
            case "096" -> discharged = form == Form.PROFESSIONAL ? dtp.date(3) : null;
            default -> {
                // other days can not be kept
            }
        }
    }

    private void reference(Said ref) {
        switch (ref.text(1)) {
            case "F8" -> original = ref.text(2);
            case "G1" -> authorization = ref.text(2);
            case "9F" -> referral = ref.text(2);
            case "X4" -> clia = ref.text(2);
            default -> {
                // other numbers can not be kept
            }
        }
    }

    private void information(Said hi) {
        for (int element = 1; element <= 12; element++) {
            String qualifier = hi.text(element, 1);
            String code = hi.text(element, 2);
            if (qualifier.isEmpty()) {
                continue;
            }
            if (code.isEmpty()) {
                hi.wrong(element, "has no code");
                continue;
            }
            switch (qualifier) {
                case "ABK", "ABF" -> keep(diagnoses, dotted(code), MOST_DIAGNOSES, hi);
                case "ABJ" -> admitting = dotted(code);
                case "APR" -> keep(reasons, dotted(code), MOST_CODES, hi);
                case "BG" -> keep(conditions, code, MOST_CODES, hi);
                case "BK", "BF", "BJ", "PR" -> hi.wrong(element, "is no code of ICD-10-CM");
                default -> {
                    // other codes can not be kept
                }
            }
        }
    }

    private static void keep(List<String> codes, String code, int most, Said hi) {
        if (codes.size() == most) {
            hi.wrong("there are more than " + most + " codes of one kind");
            return;
        }
        codes.add(code);
    }

    private static String dotted(String code) {
        return code.length() > 3 && code.indexOf('.') < 0 ? code.substring(0, 3) + "." + code.substring(3) : code;
    }

    /** Place of service of an 837P. */
    String place() {
        return form == Form.PROFESSIONAL ? place : "";
    }

    /** First day of the statement; null if it is not said. */
    @Nullable
    LocalDate from() {
        return from;
    }

    /** Last day of the statement; null if it is not said. */
    @Nullable
    LocalDate to() {
        return to;
    }

    List<String> diagnoses() {
        return diagnoses;
    }

    Heading made() {
        return new Heading(
                id, form, frequency, original, place(), total, authorization, referral, clia, signatures, note);
    }

    /** An inpatient who is no patient any more left on the last day of the statement. */
    Stay stay() {
        boolean institutional = form == Form.INSTITUTIONAL;
        boolean gone = institutional && admitted != null && !dischargeStatus.equals(STILL_PATIENT);
        return new Stay(
                institutional && !place.isEmpty() ? "0" + place : "",
                conditions,
                admitted,
                gone ? to : discharged,
                admissionType,
                admissionSource,
                dischargeStatus,
                admitting,
                reasons);
    }
}
