package org.plainclaim.profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Claim;
import org.junit.jupiter.api.Test;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.claim.ClaimForm;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.claim.DerivedClaim;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.documentation.Clinician;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.ClaimWriter;
import org.plainclaim.fhir.DocumentationReader;
import org.plainclaim.fhir.ReadingOptions;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** Claims of either form, and under a supervisor's number, fit the profile. */
final class ClaimFormsTest {
    private static final TerminologyFolder TERMINOLOGY = new TerminologyFolder(Path.of("terminology"));

    private static ClaimOutcome outcome() throws BadInput, JsonProcessingException {
        String session = Artefacts.text(Artefacts.ROOT.resolve("examples/sessions/psychotherapy-office.json"));
        var read =
                DocumentationReader.load(TERMINOLOGY).read(new ObjectMapper().readTree(session), ReadingOptions.NONE);
        return new ClaimDerivation(RuleLoader.load(TERMINOLOGY)).derive(read);
    }

    /** The derived claim on a form, under a number, with a revenue code on every line. */
    private static JsonNode written(ClaimForm form, Clinician biller, Clinician supervising, String revenue)
            throws BadInput, JsonProcessingException {
        ClaimOutcome outcome = outcome();
        DerivedClaim claim = outcome.claims().get(0);
        List<ServiceLine> lines = claim.lines().stream()
                .map(line -> new ServiceLine(
                        line.service(),
                        line.code(),
                        line.modifiers(),
                        line.units(),
                        line.placeOfService(),
                        revenue,
                        line.date(),
                        line.pointers(),
                        biller,
                        line.because(),
                        line.reasons()))
                .toList();
        DerivedClaim other =
                new DerivedClaim(form, claim.dateOfService(), biller, supervising, claim.diagnoses(), lines);
        return ClaimWriter.claims(
                        new ClaimOutcome(
                                outcome.session(), outcome.release(), List.of(other), List.of(), false, Set.of()),
                        LocalDate.EPOCH)
                .get(0);
    }

    private static Clinician clinician(String name) {
        Evidence evidence = new Evidence("Practitioner/" + name, "Practitioner", name);
        return new Clinician(
                Fact.of("Practitioner/" + name, evidence),
                Fact.of("1234567893", evidence),
                Fact.of("2084P0800X", evidence));
    }

    private static List<String> complaints(JsonNode claim) {
        return ProfileValidator.complaints(ProfileValidator.SHARED.validate(
                FhirContext.forR4Cached().newJsonParser().parseResource(Claim.class, claim.toString()),
                "plainclaim-claim"));
    }

    @Test
    void anInstitutionalClaimHasTypeOfBillRevenueAndConditionCodes() throws BadInput, JsonProcessingException {
        Clinician own = outcome().claims().get(0).rendering();
        JsonNode claim = written(new ClaimForm("institutional", "076", "41"), own, own, "0914");
        assertEquals("institutional", claim.at("/type/coding/0/code").asText());
        assertEquals("0761", claim.at("/subType/coding/0/code").asText());
        assertEquals("principal", claim.at("/diagnosis/0/type/0/coding/0/code").asText());
        assertEquals("0914", claim.at("/item/0/revenue/coding/0/code").asText());
        JsonNode last =
                claim.get("supportingInfo").get(claim.get("supportingInfo").size() - 1);
        assertEquals("41", last.at("/code/coding/0/code").asText());
        assertFalse(last.has("valueReference"));
        assertEquals(List.of(), complaints(claim));
    }

    @Test
    void aProfessionalClaimHasNoneOfThem() throws BadInput, JsonProcessingException {
        JsonNode claim = ClaimWriter.claims(outcome(), LocalDate.EPOCH).get(0);
        assertFalse(claim.has("subType"));
        assertFalse(claim.at("/diagnosis/0").has("type"));
        assertFalse(claim.at("/item/0").has("revenue"));
        claim.get("supportingInfo").forEach(one -> assertFalse(one.has("code")));
    }

    @Test
    void twoFormsOfOneBillerAreTwoDerivations() throws BadInput, JsonProcessingException {
        Clinician own = outcome().claims().get(0).rendering();
        String identifier = "/identifier/0/value";
        JsonNode one = written(ClaimForm.PROFESSIONAL, own, own, "");
        JsonNode other = written(new ClaimForm("institutional", "076", ""), own, own, "0914");
        assertFalse(one.at(identifier).equals(other.at(identifier)));
    }

    @Test
    void aSupervisorWhoBillsIsPrimaryAndWhoRenderedAssists() throws BadInput, JsonProcessingException {
        Clinician supervisor = clinician("supervisor");
        JsonNode claim = written(ClaimForm.PROFESSIONAL, supervisor, supervisor, "");
        assertEquals(2, claim.get("careTeam").size());
        assertEquals(
                "Practitioner/supervisor",
                claim.at("/careTeam/0/provider/reference").asText());
        assertEquals("primary", claim.at("/careTeam/0/role/coding/0/code").asText());
        assertEquals("assist", claim.at("/careTeam/1/role/coding/0/code").asText());
        assertEquals(List.of(), complaints(claim));
    }
}
