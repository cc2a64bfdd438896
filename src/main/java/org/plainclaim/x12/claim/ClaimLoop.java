package org.plainclaim.x12.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Frequency;
import org.plainclaim.submission.Heading;
import org.plainclaim.submission.Signatures;
import org.plainclaim.submission.Stay;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.SegmentText;

/** Loop 2300: the claim itself, with all that is below it. */
final class ClaimLoop {
    /** Payers have to give back only so many. */
    private static final int CLAIM_ID = 20;

    private static final int DIAGNOSES = 12;
    private static final int IN_A_SEGMENT = 12;
    private static final int REASONS_FOR_VISIT = 3;
    private static final int CONDITIONS = 24;

    private final Loops out;
    private final Submission claim;
    private final Heading heading;
    private final boolean institutional;

    private ClaimLoop(Loops out, Submission claim) {
        this.out = out;
        this.claim = claim;
        this.heading = claim.heading();
        this.institutional = heading.form() == Form.INSTITUTIONAL;
    }

    static SegmentText text(Loops out, Submission claim) {
        new ClaimLoop(out, claim).write();
        return out.cut();
    }

    private void write() {
        out.loop("2300");
        claimInformation();
        if (institutional) {
            stay(claim.stay());
        } else {
            out.dated("435", claim.stay().admitted());
            out.dated("096", claim.stay().discharged());
        }
        references();
        if (!heading.note().isEmpty()) {
            out.segment("NTE", "ADD", out.name("NTE02", heading.note(), 80));
        }
        diagnoses();
        ClaimProviders.write(out, claim);
        OtherPayerLoops.write(out, claim);
        LineLoops.write(out, claim);
    }

    private void claimInformation() {
        BigDecimal total = heading.total();
        BigDecimal sum = claim.charge();
        if (total != null && total.compareTo(sum) != 0) {
            out.fault("CLM02", "is not the sum of the charges of the lines");
        }
        Signatures signatures = heading.signatures();
        out.segment(
                "CLM",
                out.code("CLM01", heading.id(), CLAIM_ID),
                out.charge("CLM02", sum),
                "",
                "",
                institutional ? typeOfBill() : placeOfService(),
                institutional ? "" : signatures.providerSigned() ? "Y" : "N",
                out.code("CLM07", signatures.assignment(), 1),
                out.code("CLM08", signatures.benefits(), 1),
                out.code("CLM09", signatures.release(), 1));
    }

    private String placeOfService() {
        Frequency frequency = heading.frequency();
        if (frequency != Frequency.ORIGINAL && !frequency.needsOriginal()) {
            out.fault("CLM05", "a professional claim is new, a replacement or a void, and no part of a stay");
        }
        return Loops.composite(out.digits("CLM05", heading.placeOfService(), 2), "B", frequency.code());
    }

    private String typeOfBill() {
        String type = out.digits("CLM05", claim.stay().typeOfBill(), 3);
        return Loops.composite(
                type.length() == 3 ? type.substring(1) : "",
                "A",
                heading.frequency().code());
    }

    /** What only an institutional claim has. */
    private void stay(Stay stay) {
        LocalDate from = claim.from();
        LocalDate to = claim.to();
        LocalDate discharged = stay.discharged();
        if (from != null && to != null) {
            LocalDate end = discharged != null && discharged.isAfter(to) ? discharged : to;
            out.segment("DTP", "434", "RD8", Loops.day(from) + "-" + Loops.day(end));
        }
        out.dated("435", stay.admitted());
        out.segment(
                "CL1",
                out.code("CL101", stay.admissionType(), 1),
                out.code("CL102", stay.admissionSource(), 1),
                out.code("CL103", stay.dischargeStatus(), 2));
    }

    private void references() {
        out.reference("9F", heading.referral());
        out.reference("G1", heading.authorization());
        if (heading.frequency().needsOriginal()) {
            out.segment("REF", "F8", out.code("REF02", heading.originalNumber(), 50));
        }
        if (!institutional) {
            out.reference("X4", heading.clia());
        }
    }

    private void diagnoses() {
        List<String> diagnoses = claim.diagnoses();
        if (diagnoses.isEmpty()) {
            out.fault("HI01", "is missing: there is no diagnosis");
            return;
        }
        if (diagnoses.size() > DIAGNOSES) {
            out.fault("HI01", "there are more than " + DIAGNOSES + " diagnoses");
        }
        List<String> others = codes("ABF", diagnoses.subList(1, diagnoses.size()));
        String principal = Loops.composite("ABK", diagnosis(diagnoses.get(0)));
        if (institutional) {
            out.segment("HI", principal);
            furtherDiagnoses(claim.stay());
            information(others);
        } else {
            others.add(0, principal);
            information(others);
        }
        conditions();
    }

    private void furtherDiagnoses(Stay stay) {
        if (!stay.admittingDiagnosis().isEmpty()) {
            out.segment("HI", Loops.composite("ABJ", diagnosis(stay.admittingDiagnosis())));
        }
        if (stay.reasonsForVisit().size() > REASONS_FOR_VISIT) {
            out.fault("HI01", "there are more than " + REASONS_FOR_VISIT + " reasons for the visit");
        }
        information(codes("APR", stay.reasonsForVisit()));
    }

    private void conditions() {
        List<String> conditions = claim.stay().conditionCodes();
        int most = institutional ? CONDITIONS : IN_A_SEGMENT;
        if (conditions.size() > most) {
            out.fault("HI01", "there are more than " + most + " condition codes");
        }
        List<String> parts = new ArrayList<>(conditions.size());
        conditions.forEach(code -> parts.add(Loops.composite("BG", out.code("HI01", code, 30))));
        information(parts);
    }

    private List<String> codes(String qualifier, List<String> codes) {
        List<String> parts = new ArrayList<>(codes.size() + 1);
        codes.forEach(code -> parts.add(Loops.composite(qualifier, diagnosis(code))));
        return parts;
    }

    private void information(List<String> parts) {
        for (int from = 0; from < parts.size(); from += IN_A_SEGMENT) {
            int to = Math.min(parts.size(), from + IN_A_SEGMENT);
            out.segment("HI", parts.subList(from, to).toArray(String[]::new));
        }
    }

    /** A code without its dot. */
    private String diagnosis(String code) {
        return out.code("HI01", code.replace(".", ""), 7);
    }
}
