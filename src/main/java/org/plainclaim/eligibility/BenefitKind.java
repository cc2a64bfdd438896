package org.plainclaim.eligibility;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a payer says of a benefit (X12 data element 1390, EB01). */
public enum BenefitKind {
    /** Covered. */
    ACTIVE("1"),
    /** Covered, full risk capitation. */
    ACTIVE_FULL_RISK("2"),
    /** Covered, services are capitated. */
    ACTIVE_CAPITATED("3"),
    /** Covered, services are capitated to the primary care physician. */
    ACTIVE_PRIMARY_CARE("4"),
    /** Covered while the payer looks into it. */
    ACTIVE_PENDING("5"),
    /** Not covered any more, or not yet. */
    INACTIVE("6"),
    /** The same until an update. */
    INACTIVE_UPDATE("7"),
    /** The same while the payer looks into it. */
    INACTIVE_PENDING("8"),
    /** Part that the patient pays of the allowed amount. */
    COINSURANCE("A"),
    /** Fixed amount that the patient pays. */
    COPAYMENT("B"),
    /** What the patient pays before the plan does. */
    DEDUCTIBLE("C"),
    /** Who pays for this, or where the benefit is told. */
    MANAGED_CARE("MC"),
    /** On what the coverage rests. */
    COVERAGE_BASIS("CB"),
    /** How often or how long. */
    LIMITATION("F"),
    /** What the patient pays at most. */
    OUT_OF_POCKET("G"),
    /** The plan does not cover it. */
    NOT_COVERED("I"),
    /** The plan holds costs down. */
    COST_CONTAINMENT("J"),
    /** Only a certain provider may render it. */
    RESTRICTED_TO_PROVIDER("N"),
    /** A statement without effect. */
    DISCLAIMER("P"),
    /** Another payer covers the patient, too. */
    OTHER_PAYER("R"),
    /** Another one knows about the benefit. */
    CONTACT("U"),
    /** The payer could not find out. */
    CANNOT_PROCESS("V"),
    /** What a Medicaid member spends before the plan pays. */
    SPEND_DOWN("Y"),
    /** Something that nothing here depends on. */
    OTHER("");

    private static final Map<String, BenefitKind> BY_CODE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(BenefitKind::code, kind -> kind));

    private final String code;

    BenefitKind(String code) {
        this.code = code;
    }

    /** The code; empty for {@link #OTHER}. */
    public String code() {
        return code;
    }

    /** The kind of a code. */
    public static BenefitKind of(String code) {
        return BY_CODE.getOrDefault(code, OTHER);
    }

    /** True if it says that the service is covered. */
    public boolean active() {
        return compareTo(ACTIVE_PENDING) <= 0;
    }

    /** True if it says that the coverage is not in force. */
    public boolean inactive() {
        return this == INACTIVE || this == INACTIVE_UPDATE || this == INACTIVE_PENDING;
    }

    /** True if it says what the patient pays. */
    public boolean patientPays() {
        return this == COINSURANCE || this == COPAYMENT || this == DEDUCTIBLE || this == OUT_OF_POCKET;
    }
}
