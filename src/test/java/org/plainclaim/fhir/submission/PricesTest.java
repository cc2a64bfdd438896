package org.plainclaim.fhir.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plainclaim.submission.Money;

/** What a line costs is what the claim says, else what the fee schedule says. */
final class PricesTest {
    private final Ehr ehr = new Ehr();

    @BeforeEach
    void noPriceOnTheClaim() {
        ehr.item().remove("unitPrice");
        ehr.item().putObject("quantity").put("value", 1);
    }

    private @Nullable BigDecimal charge() {
        return ehr.submission().lines().get(0).charge();
    }

    private static Consumer<ObjectNode> period(String start, String end) {
        return fee -> fee.putObject("effectivePeriod").put("start", start).put("end", end);
    }

    private static Consumer<ObjectNode> modifier(String code) {
        return fee -> ((ObjectNode) fee.at("/propertyGroup/0/priceComponent/0"))
                .set(
                        "code",
                        Ehr.json("{'coding':[{'system':'http://www.ama-assn.org/go/cpt','code':'" + code + "'}]}"));
    }

    private static Consumer<ObjectNode> practice(String npi) {
        return fee -> fee.putArray("useContext")
                .add(Ehr.json("{'valueReference':{'identifier':{'system':'http://hl7.org/fhir/sid/us-npi','value':'"
                        + npi + "'}}}"));
    }

    @Test
    void theFeeScheduleHasThePriceOfOneUnit() {
        ehr.fee("120.50");
        ehr.item().putObject("quantity").put("value", 3);
        assertEquals(Money.of("361.50"), charge());
    }

    @Test
    void thePriceOfTheDateOfServiceCounts() {
        ehr.fee("100", period("2025-01-01", "2026-03-02"))
                .fee("110", period("2026-03-03", "2026-03-03"))
                .fee("120", period("2026-03-04", "2027-01-01"));
        assertEquals(Money.of("110"), charge());
    }

    @Test
    void aDefinitionWithAModifierOfTheLineComesFirst() {
        ehr.fee("100").fee("90", modifier("95")).fee("80", modifier("HO"));
        assertEquals(Money.of("90"), charge());
    }

    @Test
    void aDefinitionForThePracticeComesFirst() {
        ehr.fee("100").fee("70", practice("1000000004")).fee("60", practice("1000000012"));
        assertEquals(Money.of("70"), charge());
    }

    @Test
    void twoPricesForTheSameLineAreNone() {
        ehr.fee("100").fee("101");
        assertNull(charge());
        assertTrue(ehr.read().problems().get(0).message().contains("several ChargeItemDefinitions"));
    }

    @Test
    void theSamePriceTwiceIsOne() {
        ehr.fee("100").fee("100.00");
        assertEquals(Money.of("100"), charge());
    }

    @Test
    void withoutAPriceThereIsNoChargeButAProblem() {
        ehr.fee("100", fee -> fee.put("status", "retired"));
        assertNull(charge());
        assertEquals("Claim.item[0].net", ehr.problems().get(0));
    }

    @Test
    void theClaimItselfWins() {
        ehr.fee("100");
        ehr.item().set("unitPrice", Ehr.json("{'value':7,'currency':'USD'}"));
        assertEquals(Money.of("7"), charge());
        ehr.item().set("net", Ehr.json("{'value':5.25,'currency':'USD'}"));
        assertEquals(Money.of("5.25"), charge());
    }

    @Test
    void anotherCurrencyIsNoPrice() {
        ehr.item().set("net", Ehr.json("{'value':5.25,'currency':'EUR'}"));
        assertNull(charge());
        assertEquals("Claim.item[0].net.currency", ehr.problems().get(0));
    }

    @Test
    void aPartOfACentIsNotRoundedInSilence() {
        ehr.fee("100.01");
        ehr.item().putObject("quantity").put("value", 1.5);
        assertNull(charge());
        assertEquals("Claim.item[0].quantity", ehr.problems().get(0));
    }

    @Test
    void pricesArePutOnTheClaim() {
        ehr.fee("120");
        ehr.item().putObject("quantity").put("value", 2);
        ReadSubmission read = ehr.read();
        ObjectNode priced = ClaimPricing.priced(read.claim(), read.submission());
        assertEquals("240.00", priced.at("/item/0/net/value").asText());
        assertEquals("120.00", priced.at("/item/0/unitPrice/value").asText());
        assertEquals("240.00", priced.at("/total/value").asText());
        assertFalse(read.claim().at("/item/0").has("net"), "the claim itself is left alone");
    }

    @Test
    void aClaimWithALineWithoutAPriceHasNoTotal() {
        ReadSubmission read = ehr.read();
        assertFalse(ClaimPricing.priced(read.claim(), read.submission()).has("total"));
    }
}
