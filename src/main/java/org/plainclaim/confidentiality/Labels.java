package org.plainclaim.confidentiality;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The security labels of a record.
 *
 * @param confidentiality {@code R} or {@code V} of v3-Confidentiality; empty is the usual one
 * @param sensitivities codes of v3-ActCode such as {@code SUD}
 * @param policies laws that apply, such as {@code 42CFRPart2}
 * @param handling what is to be done or left, such as {@code NORDSCLCD}
 */
public record Labels(String confidentiality, Set<String> sensitivities, Set<String> policies, Set<String> handling) {
    private static final List<String> ORDER = List.of("", "N", "R", "V");

    /** Nothing particular. */
    public static final Labels NONE = new Labels("", Set.of(), Set.of(), Set.of());

    /** The law about records of substance use treatment. */
    public static final String PART_TWO = "42CFRPart2";

    /** The label of psychotherapy notes. */
    public static final String PSYCHOTHERAPY = "PSYTHPN";

    /** No consent covers disclosures now. */
    public static final String NO_CONSENT = "NODSCLCD";

    public Labels {
        if (!ORDER.contains(confidentiality)) {
            throw new IllegalArgumentException("no confidentiality of ours: " + confidentiality);
        }
        sensitivities = Set.copyOf(sensitivities);
        policies = Set.copyOf(policies);
        handling = Set.copyOf(handling);
    }

    /** True if the record is one under 42 CFR Part 2. */
    public boolean partTwo() {
        return policies.contains(PART_TWO);
    }

    /** True if the record is a psychotherapy note. */
    public boolean psychotherapyNote() {
        return sensitivities.contains(PSYCHOTHERAPY);
    }

    /** The labels of both, the stricter where only one can hold. */
    public Labels and(Labels other) {
        boolean stricter = ORDER.indexOf(other.confidentiality) > ORDER.indexOf(confidentiality);
        return new Labels(
                stricter ? other.confidentiality : confidentiality,
                both(sensitivities, other.sensitivities),
                both(policies, other.policies),
                both(handling, other.handling));
    }

    private static Set<String> both(Set<String> some, Set<String> more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    /** All codes, in a steady order. */
    public List<String> codes() {
        List<String> codes = new ArrayList<>(confidentiality.isEmpty() ? List.of() : List.of(confidentiality));
        Stream.of(sensitivities, policies, handling)
                .forEach(some -> some.stream().sorted().forEach(codes::add));
        return codes;
    }
}
