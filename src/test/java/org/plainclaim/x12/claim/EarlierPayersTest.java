package org.plainclaim.x12.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Form;

/** A claim that goes to a payer after another one decided on it. */
final class EarlierPayersTest {
    @Test
    void saysWhatTheFirstPayerDidWithEachLine() throws IOException {
        SimpleClaim claim = SimpleClaim.of("C1").afterFirst("130");
        claim.lines = List.of(
                SimpleClaim.line(
                        "L1",
                        "90837",
                        "150",
                        SimpleClaim.decision(
                                "90837",
                                "80",
                                SimpleClaim.adjustment("PR", "1", "10"),
                                SimpleClaim.adjustment("CO", "45", "40.5"),
                                SimpleClaim.adjustment("PR", "2", "19.5"))),
                SimpleClaim.line("L2", "90785", "50", SimpleClaim.decision("90785", "50")));
        ClaimFiles.Result result = claim.written();
        List<String> segments = result.segments();
        int begin = segments.indexOf("SBR*P*18*******CI");
        assertEquals(
                List.of(
                        "SBR*P*18*******CI",
                        "AMT*D*130",
                        "OI***Y***Y",
                        "NM1*IL*1*DOE*JANE****MI*M1",
                        "N3*2 ELM ST",
                        "N4*TROY*NY*12180",
                        "NM1*PR*2*FIRST PAYER*****PI*11111",
                        "REF*F8*ICN1",
                        "LX*1",
                        "SV1*HC:90837*150*UN*1***1",
                        "DTP*472*D8*20260302",
                        "REF*6R*L1",
                        "SVD*11111*80*HC:90837**1",
                        "CAS*PR*1*10**2*19.5",
                        "CAS*CO*45*40.5",
                        "DTP*573*D8*20260311",
                        "LX*2",
                        "SV1*HC:90785*50*UN*1***1",
                        "DTP*472*D8*20260302",
                        "REF*6R*L2",
                        "SVD*11111*50*HC:90785**1",
                        "DTP*573*D8*20260311"),
                segments.subList(begin, begin + 22));
        assertEquals(List.of("SBR*S*18*******CI", "SBR*P*18*******CI"), result.segments("SBR"));
        assertEquals(List.of(), ClaimOracle.complaints(Form.PROFESSIONAL, result.file()));
    }

    @Test
    void saysWhatTheFirstPayerDidWithTheClaimAsAWhole() {
        SimpleClaim claim = SimpleClaim.of("C1").afterFirst("100", SimpleClaim.adjustment("PR", "1", "50"));
        ClaimFiles.Result result = claim.written();
        assertEquals(List.of("CAS*PR*1*50"), result.segments("CAS"));
        assertEquals(List.of("AMT*D*100"), result.segments("AMT"));
        assertEquals(List.of("DTP*573*D8*20260311"), result.segments("DTP*573"));
        assertEquals(List.of(), result.segments("SVD"));
    }

    @Test
    void tellsWhyMedicareIsNotFirst() {
        SimpleClaim claim = SimpleClaim.of("C1").afterFirst("100", SimpleClaim.adjustment("PR", "1", "50"));
        Cover cover = claim.cover;
        claim.cover = new Cover(2, cover.payer(), "MB", Cover.SELF, "M1", "", "", cover.subscriber(), null, null, "12");
        assertEquals("SBR*S*18***12****MB", claim.written().segments("SBR*S").get(0));
        claim.cover = new Cover(2, cover.payer(), "MB", Cover.SELF, "M1", "", "", cover.subscriber(), null, null, "");
        assertEquals(List.of("loop 2000B, SBR05: is missing: why Medicare is not the primary payer"), claim.faults());
    }

    /** Another payer's decision that does not add up makes the next payer pay the wrong amount. */
    @Test
    void doesNotPassOnADecisionThatDoesNotBalance() {
        SimpleClaim whole = SimpleClaim.of("C1").afterFirst("100", SimpleClaim.adjustment("PR", "1", "49"));
        assertEquals(List.of("loop 2320, AMT02: is not the charge less the adjustments of the claim"), whole.faults());
        SimpleClaim byLine = SimpleClaim.of("C1").afterFirst("100");
        byLine.lines = List.of(SimpleClaim.line(
                "L1", "90837", "150", SimpleClaim.decision("90837", "101", SimpleClaim.adjustment("PR", "1", "50"))));
        assertEquals(
                List.of(
                        "loop 2320, AMT02: is not what was paid for the lines less the adjustments of the claim",
                        "loop 2430, line 1, CAS03: what was paid and what was taken off is not the charge of the line"),
                byLine.faults());
    }

    @Test
    void asksForThePayerThatCameFirst() {
        SimpleClaim claim = SimpleClaim.of("C1").afterFirst("150");
        claim.others = List.of();
        assertEquals(
                List.of("loop 2320, SBR01: is missing: the primary payer of a claim that goes to another one"),
                claim.faults());
        SimpleClaim unknown = SimpleClaim.of("C1");
        unknown.lines = List.of(SimpleClaim.line("L1", "90837", "150", SimpleClaim.decision("90837", "150")));
        assertEquals(
                List.of("loop 2430, line 1, SVD01: is not the one payer of that number among the other payers (2330B)"),
                unknown.faults());
        SimpleClaim twice = SimpleClaim.of("C1").afterFirst("150");
        twice.cover = SimpleClaim.cover(1, SimpleClaim.SECOND, Cover.SELF, SimpleClaim.JANE);
        assertEquals(List.of("loop 2320, SBR01: two payers have the same place"), twice.faults());
    }
}
