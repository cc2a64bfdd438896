package org.plainclaim.fhir;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plainclaim.documentation.Clinician;
import org.plainclaim.documentation.PatientHistory.PastLine;
import org.plainclaim.explanation.Fact;

/** Reads the lines of claims that are on file, whoever made them. */
final class ClaimLineReader {
    private static final BigDecimal MOST = BigDecimal.valueOf(10_000);

    private final Reading reading;

    ClaimLineReader(Reading reading) {
        this.reading = reading;
    }

    /** The coded and dated lines of a claim; none if it is not active, or is an estimate. */
    List<PastLine> read(Resource claim) {
        Element root = claim.root();
        if (!root.child("status").is("active") || !root.child("use").is("claim")) {
            return List.of();
        }
        List<PastLine> lines = new ArrayList<>();
        for (Element item : root.each("item")) {
            Optional<Element> code = code(item);
            Optional<LocalDate> date = date(item, root);
            if (code.isPresent() && date.isPresent()) {
                Clinician clinician = clinician(item, root);
                lines.add(new PastLine(
                        claim.reference(),
                        encounter(item),
                        code.get().fact(),
                        date.get(),
                        units(item.child("quantity").child("value")),
                        clinician.npi(),
                        clinician.taxonomy()));
            }
        }
        return lines;
    }

    private static Optional<Element> code(Element item) {
        return item.child("productOrService").each("coding").stream()
                .filter(coding -> Systems.procedureCodes(coding.child("system").textOr("")))
                .map(coding -> coding.child("code"))
                .filter(Element::present)
                .findFirst();
    }

    private static Optional<LocalDate> date(Element item, Element claim) {
        for (Element date : List.of(
                item.child("servicedDate"),
                item.child("servicedPeriod").child("start"),
                claim.child("billablePeriod").child("start"))) {
            Fact<LocalDate> day = date.fact(Moment::day);
            if (day.known()) {
                return Optional.of(day.get());
            }
        }
        return Optional.empty();
    }

    /** A part of a unit counts as a whole one: what is billed is rather overstated than missed. */
    private static int units(Element quantity) {
        String text = quantity.text();
        if (text == null) {
            return 1;
        }
        return new BigDecimal(text)
                .max(BigDecimal.ONE)
                .min(MOST)
                .setScale(0, RoundingMode.CEILING)
                .intValue();
    }

    private String encounter(Element item) {
        return item.each("encounter").stream()
                .findFirst()
                .map(reference -> reading.find(reference)
                        .map(Resource::reference)
                        .orElseGet(() -> SessionResources.literal(
                                reference.child("reference").textOr(""))))
                .orElse("");
    }

    /** The primary member of the line's care team, else its first, else the provider of the claim. */
    private Clinician clinician(Element item, Element claim) {
        List<String> sequences = item.each("careTeamSequence").stream()
                .map(sequence -> sequence.textOr(""))
                .toList();
        List<Element> team = claim.each("careTeam").stream()
                .filter(member -> sequences.contains(member.child("sequence").textOr("none")))
                .toList();
        Optional<Element> first = team.stream()
                .filter(ClaimLineReader::isPrimary)
                .findFirst()
                .or(() -> team.stream().findFirst());
        Element named = first.map(member -> member.child("provider")).orElse(claim.child("provider"));
        ClinicianReader people = new ClinicianReader(reading, claim);
        Fact<String> nobody = Fact.unknown(Reading.written(named).evidence());
        Clinician clinician =
                people.practitioner(named) ? people.clinician(named) : new Clinician(nobody, nobody, nobody);
        return first.flatMap(ClaimLineReader::specialty)
                .map(code -> new Clinician(clinician.reference(), clinician.npi(), code.fact()))
                .orElse(clinician);
    }

    private static boolean isPrimary(Element member) {
        return member.child("role").each("coding").stream()
                .anyMatch(coding -> coding.child("code").is("primary"));
    }

    private static Optional<Element> specialty(Element member) {
        return member.child("qualification").each("coding").stream()
                .filter(coding -> coding.child("system").is(Systems.TAXONOMY))
                .map(coding -> coding.child("code"))
                .findFirst();
    }
}
