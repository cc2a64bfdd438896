package org.plainclaim.fhir.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Frequency;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Procedure;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Signatures;
import org.plainclaim.submission.Submission;

/** A claim of any EHR is read as what an 837 says. */
final class SubmissionReaderTest {
    private static final String RELATED =
            """
            {'relationship':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/ex-relatedclaimrelationship','code':'prior'}]}}
            """;

    @Test
    void readsAClaimOfAnotherEhr() {
        ReadSubmission read = new Ehr().read();
        assertEquals(List.of(), read.problems());
        Submission claim = read.submission();
        Address home = new Address("5 Elm St", "Apt 2", "Boise", "ID", "837021234");
        assertEquals(new Person("Ames", "Lee", "Q.", "JR", LocalDate.of(1990, 1, 2), "U", home), claim.patient());
        assertEquals(claim.patient(), claim.cover().subscriber());
        assertEquals(List.of("F33.1", "F41.1"), claim.diagnoses());
        assertEquals("PA1", claim.heading().authorization());
        Line line = claim.lines().get(0);
        assertEquals(Procedure.of("90837", "95"), line.procedure());
        assertEquals("4", line.control());
        assertEquals(List.of(2, 1), line.pointers());
        assertEquals(Money.of("191"), line.charge());
        assertEquals(new BigDecimal("2"), line.units());
        assertEquals("10", line.placeOfService());
        assertEquals("10", claim.heading().placeOfService());
        assertEquals(LocalDate.of(2026, 3, 3), line.to());
        assertEquals("", line.description(), "only an unlisted code is described");
    }

    @Test
    void readsWhoBillsAndWhoRendered() {
        Submission claim = new Ehr().submission();
        Address office = new Address("9 Oak Ave", "", "Boise", "ID", "837020001");
        assertEquals(
                new Provider(
                        Provider.Kind.PERSON,
                        "Woods",
                        "Ira",
                        "1000000004",
                        "1041C0700X",
                        "001234567",
                        "2085550100",
                        office),
                claim.provider(Role.BILLING).orElseThrow());
        assertEquals(
                Provider.clinician("Hale", "Ruth", "1000000012", "103TC0700X"),
                claim.provider(Role.RENDERING).orElseThrow());
    }

    @Test
    void readsThePayerWithTheStateWhoseRulesHold() {
        Submission claim = new Ehr().submission();
        assertEquals("ST01", claim.cover().payer().id());
        assertEquals("medicaid-oregon", claim.cover().payer().book());
        assertEquals("MC", claim.cover().filing());
        assertEquals("MBR1", claim.cover().memberId());
    }

    @ParameterizedTest
    @CsvSource({
        "professional, https://nahdo.org/sopt, 12, MB",
        "institutional, https://nahdo.org/sopt, 12, MA",
        "professional, https://nahdo.org/sopt, 111, 16",
        "professional, https://nahdo.org/sopt, 311, CH",
        "professional, https://nahdo.org/sopt, 5, CI",
        "professional, https://nahdo.org/sopt, 61, BL",
        "professional, https://nahdo.org/sopt, 511, HM",
        "professional, https://codesystem.x12.org/005010/1032, WC, WC",
        "professional, https://nahdo.org/sopt, 99, ''"
    })
    void theFilingIndicatorFollowsFromTheClassOfPayer(String form, String system, String code, String filing) {
        Submission claim = new Ehr()
                .change("Claim", json -> ((ObjectNode) json.at("/type/coding/0")).put("code", form))
                .change("Coverage", json -> ((ObjectNode) json.at("/type/coding/0"))
                        .put("system", system)
                        .put("code", code))
                .submission();
        assertEquals(filing, claim.cover().filing());
    }

    @ParameterizedTest
    @CsvSource({"self, 18", "spouse, 01", "child, 19", "other, G8", "parent, G8", "common, 53"})
    void relationshipsBecomeThoseOfX12(String code, String relationship) {
        Submission claim = new Ehr()
                .change("Coverage", json -> ((ObjectNode) json.at("/relationship/coding/0")).put("code", code))
                .submission();
        assertEquals(relationship, claim.cover().relationship());
    }

    @Test
    void aRelationshipThatNobodyKnowsIsAProblem() {
        Ehr ehr = new Ehr()
                .change("Coverage", json -> ((ObjectNode) json.at("/relationship/coding/0")).put("code", "neighbor"));
        assertEquals("", ehr.submission().cover().relationship());
        assertEquals(List.of("Coverage.relationship"), ehr.problems());
    }

    @Test
    void anEmptyClaimIsAnEmptySubmission() {
        ReadSubmission read = Ehr.read(Ehr.json("{'resourceType':'Claim'}"));
        Submission claim = read.submission();
        assertEquals(List.of(), claim.lines());
        assertEquals("", claim.cover().payer().id());
        assertEquals("", claim.patient().last());
        assertTrue(claim.providers().isEmpty());
        assertEquals("GIVEN1", claim.heading().id());
        assertEquals(Form.PROFESSIONAL, claim.heading().form());
        assertNull(claim.heading().total());
    }

    @Test
    void withoutAClaimThereIsNothingToRead() {
        SubmissionReader reader = new SubmissionReader(Ehr.VOCABULARY);
        assertThrows(BadInput.class, () -> reader.read(Ehr.json("{'resourceType':'Bundle'}"), ""));
    }

    @Test
    void aReferenceThatLeadsToNothingIsAProblem() {
        Ehr ehr = new Ehr().change("Claim", json -> json.putObject("patient").put("reference", "Patient/else"));
        assertTrue(ehr.problems().contains("Claim.patient"), ehr.problems()::toString);
    }

    @Test
    void aLineWithoutAnyDateIsAProblem() {
        Ehr ehr = new Ehr();
        ehr.item().remove("servicedPeriod");
        assertEquals(List.of(), ehr.submission().lines());
        assertEquals(List.of("Claim.item[0].servicedDate"), ehr.problems());
        ehr.resource("Claim").putObject("billablePeriod").put("start", "2026-03-03");
        assertEquals(1, ehr.submission().lines().size());
    }

    @Test
    void aPointerToNoDiagnosisIsAProblem() {
        Ehr ehr = new Ehr();
        ehr.item().putArray("diagnosisSequence").add(9);
        assertEquals(List.of("Claim.item[0].diagnosisSequence[0]"), ehr.problems());
    }

    @Test
    void theNumberOfTheClaimIsItsOwnIfItHasOne() {
        Ehr ehr = new Ehr();
        assertEquals("GIVEN1", ehr.submission().heading().id());
        ehr.resource("Claim")
                .putArray("identifier")
                .add(Ehr.json("{'system':'https://plainclaim.org/fhir/NamingSystem/claim-number','value':'OWN1'}"));
        assertEquals("OWN1", ehr.submission().heading().id());
    }

    @Test
    void aPriorClaimIsReplacedUnderTheNumberThatThePayerGaveIt() {
        Ehr ehr = new Ehr().change("Claim", json -> {
            ObjectNode related = Ehr.json(RELATED);
            related.putObject("claim").put("reference", "Claim/c8");
            json.putArray("related").add(related);
        });
        ehr.add("{'resourceType':'Claim','id':'c8'}");
        ehr.add(
                """
                {'resourceType':'ClaimResponse','request':{'reference':'Claim/c8'},'created':'2026-01-01','identifier':[
                 {'system':'https://plainclaim.org/fhir/NamingSystem/payer-claim-number','value':'ICN1'}]}
                """);
        assertEquals(Frequency.REPLACEMENT, ehr.submission().heading().frequency());
        assertEquals("ICN1", ehr.submission().heading().originalNumber());
    }

    @Test
    void aCancelledClaimTakesItselfBack() {
        Ehr ehr = new Ehr().change("Claim", json -> json.put("status", "cancelled"));
        ehr.add(
                """
                {'resourceType':'ClaimResponse','request':{'reference':'Claim/c9'},'created':'2026-04-01','identifier':[
                 {'system':'https://plainclaim.org/fhir/NamingSystem/payer-claim-number','value':'ICN2'}]}
                """);
        assertEquals(Frequency.VOID, ehr.submission().heading().frequency());
        assertEquals("ICN2", ehr.submission().heading().originalNumber());
    }

    @Test
    void onAnInstitutionalClaimThePrimaryOneAttends() {
        Ehr ehr = new Ehr().change("Claim", json -> {
            ((ObjectNode) json.at("/type/coding/0")).put("code", "institutional");
            json.set(
                    "subType",
                    Ehr.json("{'coding':[{'system':'https://www.nubc.org/CodeSystem/TypeOfBill','code':'0763'}]}"));
            json.putArray("supportingInfo")
                    .add(
                            Ehr.json(
                                    "{'sequence':1,'code':{'coding':[{'system':'https://www.nubc.org/CodeSystem/ConditionCodes','code':'41'}]}}"))
                    .add(
                            Ehr.json(
                                    """
                            {'sequence':2,'category':{'coding':[
                             {'system':'http://terminology.hl7.org/CodeSystem/claiminformationcategory','code':'hospitalized'}]},
                             'timingPeriod':{'start':'2026-03-01','end':'2026-03-09'}}
                            """));
        });
        Submission claim = ehr.submission();
        assertEquals("Hale", claim.provider(Role.ATTENDING).orElseThrow().name());
        assertTrue(claim.provider(Role.RENDERING).isEmpty());
        assertEquals("076", claim.stay().typeOfBill());
        assertEquals(Frequency.CONTINUING, claim.heading().frequency());
        assertEquals(List.of("41"), claim.stay().conditionCodes());
        assertEquals(LocalDate.of(2026, 3, 1), claim.stay().admitted());
        assertEquals(LocalDate.of(2026, 3, 9), claim.stay().discharged());
        assertEquals("", claim.lines().get(0).placeOfService());
    }

    @Test
    void whatRunsInTheFileIsNoNoteToThePayer() {
        String text = "{'sequence':1,'valueString':'the patient said'}";
        Ehr ehr = new Ehr()
                .change("Claim", json -> json.putArray("supportingInfo").add(Ehr.json(text)));
        assertEquals("", ehr.submission().heading().note());
        ((ObjectNode) ehr.resource("Claim").at("/supportingInfo/0"))
                .set("code", Ehr.json("{'coding':[{'system':'https://codesystem.x12.org/005010/363','code':'ADD'}]}"));
        assertEquals("the patient said", ehr.submission().heading().note());
    }

    @Test
    void aFacilityIsNamedOnlyAtAnotherAddress() {
        Ehr ehr = new Ehr().change("Claim", json -> json.putObject("facility").put("reference", "Location/l9"));
        ehr.add(
                """
                {'resourceType':'Location','id':'l9','name':'East Office',
                 'address':{'line':['9 Oak Ave'],'city':'Boise','state':'ID','postalCode':'837020001'}}
                """);
        assertTrue(ehr.submission().provider(Role.FACILITY).isEmpty());
        ((ObjectNode) ehr.resource("Location").at("/address")).put("city", "Nampa");
        assertEquals(
                "East Office",
                ehr.submission().provider(Role.FACILITY).orElseThrow().name());
    }

    @Test
    void signaturesAreOnFileUnlessTheClaimSaysOtherwise() {
        Ehr ehr = new Ehr();
        assertEquals(Signatures.ON_FILE, ehr.submission().heading().signatures());
        ehr.resource("Claim")
                .putArray("extension")
                .add(
                        Ehr.json(
                                """
                        {'url':'https://plainclaim.org/fhir/StructureDefinition/claim-signatures','extension':[
                         {'url':'provider-signed','valueBoolean':false},{'url':'benefits','valueCode':'N'}]}
                        """));
        assertEquals(
                new Signatures(false, "A", "N", "Y"), ehr.submission().heading().signatures());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "99999999999999999999", "0.12345678901"})
    void absurdNumbersAreProblemsAndDoNoHarm(String number) throws BadInput {
        String text = new Ehr().bundle().toString().replace("95.5", number);
        ReadSubmission read = new SubmissionReader(Ehr.VOCABULARY).read(org.plainclaim.fhir.Json.parse(text), "");
        assertNull(read.submission().lines().get(0).charge());
        assertEquals("Claim.item[0].unitPrice.value", read.problems().get(0).expression());
    }
}
