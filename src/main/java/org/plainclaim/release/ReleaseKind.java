package org.plainclaim.release;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plainclaim.codes.CodeStore;

/** What can be loaded. */
public enum ReleaseKind {
    ICD_10_CM(CodeStore.ICD_10_CM, CodeStore.ICD_10_CM, "http://hl7.org/fhir/sid/icd-10-cm", "ICD-10-CM"),
    HCPCS("hcpcs", "hcpcs", "https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets", "HCPCS Level II"),
    NCCI_PAIRS("ncci-pairs", "", "", "NCCI procedure pairs, practitioner"),
    NCCI_UNITS("ncci-units", "", "", "NCCI unit limits, practitioner"),
    CPT("cpt", "cpt", "http://www.ama-assn.org/go/cpt", "CPT"),
    POS(
            "pos",
            "place-of-service",
            "https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set",
            "Place of service"),
    TAXONOMY("taxonomy", "provider-taxonomy", "http://nucc.org/provider-taxonomy", "Provider taxonomy");

    private final String id;
    private final String system;
    private final String uri;
    private final String label;

    ReleaseKind(String id, String system, String uri, String label) {
        this.id = id;
        this.system = system;
        this.uri = uri;
        this.label = label;
    }

    /** The kind of a name; empty if there is none. */
    public static Optional<ReleaseKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }

    /** The names of all kinds, for people. */
    public static String names() {
        List<ReleaseKind> kinds = List.of(values());
        return kinds.stream().map(ReleaseKind::id).collect(Collectors.joining(", "));
    }

    /** Its name on the command line. */
    public String id() {
        return id;
    }

    /** The code system it is a release of; empty if it is one of edits. */
    public String system() {
        return system;
    }

    /** The FHIR system of the codes. */
    public String uri() {
        return uri;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** True if it is a release of codes, not of edits. */
    public boolean hasCodes() {
        return !system.isEmpty();
    }
}
