package org.plainclaim.x12.remittance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.x12.remittance.PayerAnswers.DAY;
import static org.plainclaim.x12.remittance.PayerAnswers.adjustment;
import static org.plainclaim.x12.remittance.PayerAnswers.chargedAndPaid;
import static org.plainclaim.x12.remittance.PayerAnswers.claim;
import static org.plainclaim.x12.remittance.PayerAnswers.line;
import static org.plainclaim.x12.remittance.PayerAnswers.money;
import static org.plainclaim.x12.remittance.PayerAnswers.sent;
import static org.plainclaim.x12.remittance.PayerAnswers.sentClaim;
import static org.plainclaim.x12.remittance.PayerAnswers.sentLine;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Procedure;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

final class PosterTest {
    private static final RuleBook BOOK =
            RuleLoader.load(TerminologyFolder.shipped()).base();
    private static final Procedure THERAPY = Procedure.of("90837", "95");
    private static final SentClaim CLAIM =
            sentClaim("C1", sentLine("L1", "200", "90837", "95"), sentLine("L2", "50", "90785", "95"));

    private static PostedClaim post(ClaimPayment answer, SentClaim... claims) {
        return assertInstanceOf(PostedClaim.class, new Poster(BOOK, DAY, sent(claims)).post(answer));
    }

    private static ServicePayment paid(String control, Procedure procedure) {
        return line(
                control,
                procedure,
                chargedAndPaid("200", "120"),
                adjustment("CO", "45", "50"),
                adjustment("PR", "3", "30"));
    }

    @Test
    void apportionsTheChargeOfAPaidLine() {
        PostedLine posted =
                post(claim("C1", "1", paid("L1", THERAPY)), CLAIM).lines().get(0);
        assertEquals(LineOutcome.PAID, posted.outcome());
        assertEquals(MatchedBy.CONTROL, posted.matchedBy());
        assertEquals(money("150"), posted.amounts().allowed());
        assertEquals(money("120"), posted.amounts().paid());
        assertEquals(money("50"), posted.amounts().contractual());
        assertEquals(money("30"), posted.amounts().copayment());
        assertEquals(money("30"), posted.amounts().patientResponsibility());
        assertEquals(posted.amounts().charge(), posted.amounts().parts());
    }

    @Test
    void takesADeniedLineOfAPaidClaimForDenied() {
        ServicePayment denied =
                line("L2", Procedure.of("90785", "95"), chargedAndPaid("50", "0"), adjustment("CO", "97", "50"));
        PostedClaim posted = post(claim("C1", "1", paid("L1", THERAPY), denied), CLAIM);
        assertEquals(LineOutcome.DENIED, posted.lines().get(1).outcome());
        assertEquals(money("0"), posted.lines().get(1).amounts().contractual());
        assertEquals(money("50"), posted.lines().get(1).amounts().denied());
        assertEquals(LineOutcome.PARTLY_DENIED, posted.outcome());
        assertEquals("97", posted.denials().get(0).reason());
        assertTrue(posted.complete());
    }

    @Test
    void takesAWholeChargeUnderTheContractForDeniedToo() {
        ServicePayment nothing = line("L1", THERAPY, chargedAndPaid("200", "0"), adjustment("CO", "45", "200"));
        assertEquals(
                LineOutcome.DENIED,
                post(claim("C1", "1", nothing), CLAIM).lines().get(0).outcome());
    }

    @Test
    void takesAClaimOfStatusFourForDenied() {
        ServicePayment owed = line("L1", THERAPY, chargedAndPaid("200", "0"), adjustment("PR", "1", "200"));
        assertEquals(
                LineOutcome.DENIED,
                post(claim("C1", "4", owed), CLAIM).lines().get(0).outcome());
        assertEquals(LineOutcome.DENIED, post(claim("C1", "4", owed), CLAIM).outcome());
    }

    @Test
    void takesNothingPaidForPaidIfAllOfItIsDeductible() {
        ServicePayment owed = line(
                "L1", THERAPY, chargedAndPaid("200", "0"), adjustment("CO", "45", "50"), adjustment("PR", "1", "150"));
        PostedLine posted = post(claim("C1", "1", owed), CLAIM).lines().get(0);
        assertEquals(LineOutcome.PAID, posted.outcome());
        assertEquals(money("150"), posted.amounts().deductible());
    }

    @Test
    void takesNothingPaidForPaidIfTheFirstPayerBoreIt() {
        ServicePayment borne = line("L1", THERAPY, chargedAndPaid("200", "0"), adjustment("OA", "23", "200"));
        PostedLine posted = post(claim("C1", "2", borne), CLAIM).lines().get(0);
        assertEquals(LineOutcome.PAID, posted.outcome());
        assertEquals(money("200"), posted.amounts().prior());
    }

    @Test
    void keepsSequestrationApartFromTheContract() {
        ServicePayment reduced = line(
                "L1",
                THERAPY,
                chargedAndPaid("200", "147"),
                adjustment("CO", "45", "50"),
                adjustment("CO", "253", "3"));
        PostedAmounts amounts =
                post(claim("C1", "1", reduced), CLAIM).lines().get(0).amounts();
        assertEquals(money("150"), amounts.allowed());
        assertEquals(money("3"), amounts.reduction());
        assertEquals(amounts.charge(), amounts.parts());
    }

    @Test
    void findsALineWhoseModifierThePayerChanged() {
        PostedClaim silently = post(claim("C1", "1", paid("", Procedure.of("90837", "GT"))), CLAIM);
        assertEquals(MatchedBy.CODE_WITHOUT_MODIFIERS, silently.lines().get(0).matchedBy());
        assertEquals("L1", silently.lines().get(0).sent().control());
        ServicePayment openly = line(
                "", Procedure.of("90834", "GT"), THERAPY, chargedAndPaid("200", "150"), adjustment("CO", "45", "50"));
        PostedClaim said = post(claim("C1", "1", openly), CLAIM);
        assertEquals(MatchedBy.SUBMITTED_PROCEDURE, said.lines().get(0).matchedBy());
        assertEquals("L1", said.lines().get(0).sent().control());
    }

    @Test
    void findsALineByCodeModifiersDateAndCharge() {
        PostedClaim posted = post(claim("C1", "1", paid("", THERAPY)), CLAIM);
        assertEquals(MatchedBy.PROCEDURE, posted.lines().get(0).matchedBy());
        assertEquals(List.of(CLAIM.lines().get(1)), posted.unanswered());
    }

    @Test
    void keepsALineThatItCanNotTell() {
        SentClaim twins = sentClaim("C1", sentLine("L1", "200", "90837", "95"), sentLine("L2", "200", "90837", "59"));
        PostedClaim posted = post(claim("C1", "1", paid("", Procedure.of("90837", "GT"))), twins);
        assertEquals(1, posted.unmatched().size());
        assertEquals(money("120"), posted.unmatchedPaid());
        assertEquals(2, posted.unanswered().size());
        assertFalse(posted.complete());
        PostedClaim stranger = post(claim("C1", "1", paid("", Procedure.of("99213"))), CLAIM);
        assertEquals(1, stranger.unmatched().size());
    }

    @Test
    void doesNotBelieveAControlNumberWithAnotherCodeAndCharge() {
        ServicePayment wrong =
                line("L1", Procedure.of("90785", "95"), chargedAndPaid("50", "20"), adjustment("CO", "45", "30"));
        PostedClaim posted = post(claim("C1", "1", wrong), CLAIM);
        assertEquals("L2", posted.lines().get(0).sent().control());
        assertEquals(MatchedBy.PROCEDURE, posted.lines().get(0).matchedBy());
    }

    @Test
    void bringsTheTwoPartsOfASplitLineTogether() {
        ServicePayment one = line("L1", THERAPY, chargedAndPaid("120", "100"), adjustment("CO", "45", "20"));
        ServicePayment other = line("L1", THERAPY, chargedAndPaid("80", "0"), adjustment("CO", "198", "80"));
        PostedClaim posted = post(claim("C1", "1", one, other), CLAIM);
        assertEquals(
                List.of("L1", "L1"),
                posted.lines().stream().map(line -> line.sent().control()).toList());
        assertEquals(LineOutcome.DENIED, posted.lines().get(1).outcome());
    }

    @Test
    void comesToTheCorrectedAmountsAfterAReversal() {
        ServicePayment first = line("L1", THERAPY, chargedAndPaid("200", "0"), adjustment("CO", "197", "200"));
        ServicePayment back = line("L1", THERAPY, chargedAndPaid("-200", "0"), adjustment("CO", "197", "-200"));
        PostedClaim reversal = post(claim("C1", "22", back), CLAIM);
        assertEquals(LineOutcome.REVERSED, reversal.lines().get(0).outcome());
        List<PostedAmounts> all = Stream.of(
                        post(claim("C1", "4", first), CLAIM),
                        reversal,
                        post(claim("C1", "1", paid("L1", THERAPY)), CLAIM))
                .map(posted -> posted.lines().get(0).amounts())
                .toList();
        assertEquals(money("200"), sum(all.stream().map(PostedAmounts::charge)));
        assertEquals(money("120"), sum(all.stream().map(PostedAmounts::paid)));
        assertEquals(money("0"), sum(all.stream().map(PostedAmounts::denied)));
        assertEquals(money("50"), sum(all.stream().map(PostedAmounts::contractual)));
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(Money.ZERO, BigDecimal::add);
    }

    @Test
    void findsTheLineOfAReversalWithoutControlNumber() {
        ServicePayment back = line(
                "",
                THERAPY,
                chargedAndPaid("-200", "-120"),
                adjustment("CO", "45", "-50"),
                adjustment("PR", "3", "-30"));
        PostedLine posted = post(claim("C1", "22", back), CLAIM).lines().get(0);
        assertEquals("L1", posted.sent().control());
        assertEquals(money("-120"), posted.amounts().paid());
    }

    @Test
    void postsNothingOfWhatIsNotFinished() {
        ServicePayment nothing = line("L1", THERAPY, chargedAndPaid("200", "0"), adjustment("CO", "45", "200"));
        PostedClaim elsewhere = post(claim("C1", "23", nothing), CLAIM);
        assertEquals(LineOutcome.FORWARDED, elsewhere.outcome());
        assertTrue(elsewhere.forwarded());
        assertEquals(
                LineOutcome.PENDING, post(claim("C1", "25", nothing), CLAIM).outcome());
        assertEquals(LineOutcome.PENDING, post(claim("C1", "5", nothing), CLAIM).outcome());
        assertFalse(LineOutcome.PENDING.posts());
        assertFalse(LineOutcome.FORWARDED.posts());
    }

    @Test
    void saysThatAClaimWentOnToTheNextPayer() {
        assertTrue(post(claim("C1", "19", paid("L1", THERAPY)), CLAIM).forwarded());
        assertFalse(post(claim("C1", "1", paid("L1", THERAPY)), CLAIM).forwarded());
    }

    @Test
    void takesAnAnswerForTheWholeClaim() {
        ClaimPayment whole = claim("C1", "1", chargedAndPaid("250", "200"), List.of(adjustment("CO", "45", "50")));
        PostedClaim posted = post(whole, CLAIM);
        assertEquals(money("200"), posted.wholeClaim().paid());
        assertEquals(money("50"), posted.wholeClaim().contractual());
        assertEquals(LineOutcome.PAID, posted.outcome());
        assertTrue(posted.complete());
    }

    @Test
    void keepsAClaimThatItDoesNotKnow() {
        Poster poster = new Poster(BOOK, DAY, sent(CLAIM));
        ClaimPayment stranger = claim("C9", "1", paid("L1", THERAPY));
        UnmatchedClaim unknown = assertInstanceOf(UnmatchedClaim.class, poster.post(stranger));
        assertEquals(UnmatchedClaim.Why.UNKNOWN, unknown.why());
        assertEquals(money("120"), unknown.answer().paid());
    }

    @Test
    void tellsClaimsOfOneIdByThePayersNumber() {
        SentClaim first = new SentClaim("C1", "OLD", CLAIM.charge(), CLAIM.lines());
        SentClaim second = new SentClaim("C1", "ICNC1", CLAIM.charge(), CLAIM.lines());
        ClaimPayment answer = claim("C1", "1", paid("L1", THERAPY));
        assertEquals("ICNC1", post(answer, first, second).sent().payerControlNumber());
        Posting both = new Poster(BOOK, DAY, sent(first, first)).post(answer);
        assertEquals(
                UnmatchedClaim.Why.AMBIGUOUS,
                assertInstanceOf(UnmatchedClaim.class, both).why());
        SentClaim elsewhere = new SentClaim("LONGER-ID", "ICNC1", CLAIM.charge(), CLAIM.lines());
        assertEquals("LONGER-ID", post(answer, elsewhere).sent().id());
    }

    @Test
    void everyRowOfAdjustmentsNamesAPart() {
        BOOK.table(RemittanceTables.ADJUSTMENTS)
                .rows()
                .forEach(row -> AdjustmentKind.valueOf(row.result("part").toUpperCase(java.util.Locale.ROOT)));
        ServicePayment over = line("L1", THERAPY, chargedAndPaid("200", "150"), adjustment("PR", "45", "50"));
        ServicePayment shared = line("L1", THERAPY, chargedAndPaid("200", "150"), adjustment("PR", "2", "50"));
        assertEquals(
                money("50"),
                post(claim("C1", "1", over), CLAIM).lines().get(0).amounts().patient());
        assertEquals(
                money("50"),
                post(claim("C1", "1", shared), CLAIM).lines().get(0).amounts().coinsurance());
    }
}
