package org.plainclaim.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A claim as it goes to one payer. It can be incomplete: what is missing is for the edits to say.
 *
 * @param heading what it says of itself
 * @param stay what only institutional claims and inpatients have
 * @param providers who bills, rendered, supervised
 * @param patient who was treated
 * @param cover the coverage that this claim goes to
 * @param others the patient's other coverages on the claim, in order
 * @param diagnoses ICD-10-CM codes with their dots, at most twelve, the first is the principal one
 * @param lines service lines, in order
 */
public record Submission(
        Heading heading,
        Stay stay,
        Map<Role, Provider> providers,
        Person patient,
        Cover cover,
        List<OtherCover> others,
        List<String> diagnoses,
        List<Line> lines) {
    public Submission {
        Map<Role, Provider> copy = new EnumMap<>(Role.class);
        copy.putAll(providers);
        providers = Collections.unmodifiableMap(copy);
        others = List.copyOf(others);
        diagnoses = List.copyOf(diagnoses);
        lines = List.copyOf(lines);
    }

    /** The provider of a role. */
    public Optional<Provider> provider(Role role) {
        return Optional.ofNullable(providers.get(role));
    }

    /** The charges of all lines together; lines without a price count nothing. */
    public BigDecimal charge() {
        BigDecimal sum = Money.ZERO;
        for (Line line : lines) {
            BigDecimal charge = line.charge();
            sum = charge == null ? sum : sum.add(charge);
        }
        return sum;
    }

    /**
     * The same with the sum of its lines as total, where nobody stated one: a derived claim has its prices from the fee
     * schedule. If a line has no price, there is no sum.
     */
    public Submission totalled() {
        boolean priced = lines.stream().noneMatch(line -> line.charge() == null);
        return heading.total() != null || !priced
                ? this
                : new Submission(
                        heading.withTotal(charge()), stay, providers, patient, cover, others, diagnoses, lines);
    }

    /** The same with other diagnoses, and lines that point to them. */
    public Submission with(List<String> otherDiagnoses, List<Line> otherLines) {
        return new Submission(heading, stay, providers, patient, cover, others, otherDiagnoses, otherLines);
    }

    /** The same with free text in its heading. */
    public Submission noting(String text) {
        return new Submission(heading.noting(text), stay, providers, patient, cover, others, diagnoses, lines);
    }

    /** The first date of service; null if there is no line. */
    public @Nullable LocalDate from() {
        return lines.stream().map(Line::from).min(LocalDate::compareTo).orElse(null);
    }

    /** The day from which payers count: that of discharge, else the last date of service; null if there is neither. */
    public @Nullable LocalDate served() {
        LocalDate discharged = stay.discharged();
        return discharged == null ? to() : discharged;
    }

    /** The last date of service; null if there is no line. */
    public @Nullable LocalDate to() {
        return lines.stream().map(Line::to).max(LocalDate::compareTo).orElse(null);
    }
}
