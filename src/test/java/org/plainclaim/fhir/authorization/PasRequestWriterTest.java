package org.plainclaim.fhir.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.plainclaim.authorization.AuthorizationRules;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.InputProblem;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

final class PasRequestWriterTest {
    static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    static final AuthorizationRules RULES =
            new AuthorizationRules(RuleLoader.load(TerminologyFolder.shipped()).base());

    static JsonNode written(Map<String, JsonNode> resources) throws BadInput {
        JsonNode claim = resources.values().iterator().next();
        return new PasRequestWriter(RULES, name -> Optional.ofNullable(resources.get(name)))
                .write(claim, NOW)
                .bundle();
    }

    private static ObjectNode one(Map<String, JsonNode> resources, String reference) {
        return (ObjectNode) Objects.requireNonNull(resources.get(reference));
    }

    @Test
    void everyReferenceIsInTheBundleAndTheClaimIsFirst() throws BadInput {
        JsonNode bundle = written(Asking.resources("1"));
        assertEquals("Claim", bundle.at("/entry/0/resource/resourceType").asText());
        Set<String> names = new HashSet<>();
        bundle.get("entry").forEach(entry -> names.add(entry.get("fullUrl").asText()));
        assertEquals(bundle.get("entry").size(), names.size());
        Pattern.compile("\"reference\":\"([^\"]*)\"")
                .matcher(bundle.toString())
                .results()
                .forEach(found -> assertTrue(names.contains(found.group(1)), found.group()));
    }

    @Test
    void saysOfEachItemWhatTheClaimDoesNotSay() throws BadInput {
        JsonNode items = written(Asking.resources("1")).at("/entry/0/resource/item");
        assertEquals("A6", items.at("/0/category/coding/0/code").asText());
        assertEquals("AI", items.at("/1/category/coding/0/code").asText());
        assertEquals(
                "HS",
                items.at("/0/extension/0/valueCodeableConcept/coding/0/code").asText());
        assertEquals(
                "I",
                items.at("/0/extension/1/valueCodeableConcept/coding/0/code").asText());
        assertEquals(12, items.at("/0/quantity/value").asInt());
        assertEquals(Pas.HCPCS, items.at("/1/productOrService/coding/0/system").asText());
    }

    /** Words in half of the places where a sender can write them, anew with each seed, and files: none is sent. */
    @Test
    void sendsNoWordsBesideCodesAndNoFiles() throws BadInput {
        int seeds = Integer.getInteger("plainclaim.leaves", 20);
        for (int seed = 0; seed < seeds; seed++) {
            Random random = new Random(seed);
            Map<String, JsonNode> resources = Asking.resources("1");
            int words = resources.values().stream()
                    .mapToInt(one -> Whispers.into(one, random))
                    .sum();
            assertTrue(words > 10, words + " words with seed " + seed);
            String text = written(resources).toString();
            assertTrue(text.contains("90837"), text);
            assertFalse(Whispers.heard(text), () -> text);
        }
    }

    @Test
    void sendsNothingThatThePayerDoesNotNeed() throws BadInput {
        String text = written(Asking.resources("1")).toString();
        for (String secret : List.of("neighbor", "Private", "private", "not for the payer")) {
            assertFalse(text.contains(secret), secret);
        }
    }

    @Test
    void namesEverythingThatThePayerWouldMiss() {
        Map<String, JsonNode> resources = Asking.resources("1");
        one(resources, "Patient/p1").remove("name");
        one(resources, "Coverage/c1").remove("subscriberId");
        ((ObjectNode) one(resources, "Claim/ask1").at("/item/0")).remove("locationCodeableConcept");
        resources.remove("Organization/payer1");
        BadInput bad = assertThrows(BadInput.class, () -> written(resources));
        assertEquals(
                Set.of("Patient.name", "Coverage.subscriberId", "Claim.item.locationCodeableConcept", "Claim.insurer"),
                Set.copyOf(bad.problems().stream().map(InputProblem::expression).toList()));
    }

    @Test
    void aDependentBringsItsSubscriber() throws BadInput {
        Map<String, JsonNode> resources = Asking.resources("1");
        ObjectNode coverage = one(resources, "Coverage/c1");
        ((ObjectNode) coverage.at("/relationship/coding/0")).put("code", "child");
        assertThrows(BadInput.class, () -> written(resources));
        coverage.putObject("subscriber").put("reference", "Patient/parent");
        resources.put(
                "Patient/parent",
                Asking.json(
                        """
                        {'resourceType':'Patient','id':'parent','identifier':[{'system':'urn:x','value':'1'}],
                         'name':[{'family':'Rivera'}],'gender':'female'}"""));
        assertTrue(written(resources).toString().contains("profile-subscriber"));
    }

    @Test
    void anOrderAsksForWhatItOrders() throws BadInput {
        Map<String, JsonNode> resources = Asking.resources("1");
        JsonNode order = Asking.json(
                """
                {'resourceType':'ServiceRequest','id':'o','status':'active','intent':'order',
                 'subject':{'reference':'Patient/p1'},'requester':{'reference':'Practitioner/doc1'},
                 'code':{'coding':[{'system':'http://www.ama-assn.org/go/cpt','code':'90837'}]},
                 'quantityQuantity':{'value':12},
                 'occurrencePeriod':{'start':'2026-12-01T00:00:00Z','end':'2027-02-28'},
                 'reasonReference':[{'reference':'Condition/x'}]}""");
        resources.put(
                "Condition/x",
                Asking.json(
                        """
                        {'resourceType':'Condition','id':'x','code':{'coding':[
                          {'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'F41.1'}]}}"""));
        ObjectNode claim = PreauthorizationClaim.ofOrder(
                order,
                one(resources, "Coverage/c1"),
                new PreauthorizationClaim.Where("11", LocalDate.parse("2026-11-30")),
                name -> Optional.ofNullable(resources.get(name)));
        claim.put("id", "of-order");
        JsonNode asked = new PasRequestWriter(RULES, name -> Optional.ofNullable(resources.get(name)))
                .write(claim, NOW)
                .bundle()
                .at("/entry/0/resource");
        assertEquals("90837", asked.at("/item/0/productOrService/coding/0/code").asText());
        assertEquals(
                "F41.1",
                asked.at("/diagnosis/0/diagnosisCodeableConcept/coding/0/code").asText());
        assertEquals("2026-12-01", asked.at("/item/0/servicedPeriod/start").asText());
        assertEquals(12, asked.at("/item/0/quantity/value").asInt());
    }
}
