package org.plainclaim.fhir.confidentiality;

import java.util.Set;
import org.plainclaim.fhir.Systems;

/** The code systems of security labels. */
public final class LabelSystems {
    public static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";
    private static final Set<String> LEVELS = Set.of("U", "L", "M", "N", "R", "V");

    private LabelSystems() {}

    /** The system of a label's code. */
    public static String of(String code) {
        return LEVELS.contains(code) ? CONFIDENTIALITY : Systems.ACT_CODE;
    }

    /** True for a system that labels are of; labels of others are the sender's own and mean nothing here. */
    public static boolean known(String system) {
        return system.equals(CONFIDENTIALITY) || system.equals(Systems.ACT_CODE);
    }
}
