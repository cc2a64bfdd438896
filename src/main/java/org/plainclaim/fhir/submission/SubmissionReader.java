package org.plainclaim.fhir.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Element;
import org.plainclaim.fhir.InputProblem;
import org.plainclaim.fhir.Resource;
import org.plainclaim.fhir.SessionResources;
import org.plainclaim.fhir.Vocabulary;
import org.plainclaim.fhir.submission.InsuranceReader.Insured;
import org.plainclaim.fhir.submission.LineReader.ItemLine;
import org.plainclaim.submission.FeeSchedule;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.OtherCover;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Submission;

/** Reads a Claim and what it refers to as a submission; what is missing is empty, and nothing is refused. */
public final class SubmissionReader {
    private final Vocabulary vocabulary;

    public SubmissionReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * The first Claim of a Bundle of any type, with the fee schedule that is in the Bundle.
     *
     * @param number CLM01 of a claim that has no number of its own
     * @throws BadInput if there is no Claim in it
     */
    public ReadSubmission read(JsonNode document, String number) throws BadInput {
        SessionResources resources = SessionResources.of(document);
        List<Resource> claims = resources.ofType("Claim");
        if (claims.isEmpty()) {
            throw new BadInput(List.of(new InputProblem(
                    "required",
                    "Bundle.entry.resource.ofType(Claim)",
                    "There is no Claim.",
                    "Send a Claim, or a Bundle with a Claim and what it refers to.")));
        }
        return read(resources, claims.get(0), number);
    }

    private ReadSubmission read(SessionResources resources, Resource claim, String number) {
        ClaimReading reading = new ClaimReading(claim, resources, vocabulary);
        CareTeam team = new CareTeam(reading);
        Map<Role, Provider> providers = new PartyReader(reading).read(team);
        DiagnosisList diagnoses = new DiagnosisList(reading);
        FeeSchedule fees = new FeeScheduleReader(reading).read();
        Provider biller = providers.get(Role.BILLING);
        List<ItemLine> items = new LineReader(
                        reading, team, diagnoses, new LineReader.Prices(fees, biller == null ? "" : biller.npi()))
                .read();
        List<Insured> insured = new InsuranceReader(reading).read();
        Insured focal = insured.stream().filter(Insured::focal).findFirst().orElseThrow();
        EarlierPayers earlier = new EarlierPayers(reading, insured);
        List<Line> lines = earlier.decided(items);
        List<OtherCover> others = earlier.others();
        earlier.balance(lines, others);
        Submission submission = new Submission(
                new HeadingReader(reading).read(number, focal.insurance(), lines),
                new StayReader(reading).read(),
                providers,
                new PersonReader(reading).read(patient(reading)),
                focal.cover(),
                others,
                diagnoses.codes(),
                lines);
        return new ReadSubmission(claim.json(), submission, reading.problems());
    }

    private static Element patient(ClaimReading reading) {
        return reading.claim().child("patient");
    }
}
