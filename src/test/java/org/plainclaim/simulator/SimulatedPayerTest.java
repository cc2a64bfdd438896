package org.plainclaim.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.simulator.SentFiles.answers;
import static org.plainclaim.simulator.SentFiles.claim;
import static org.plainclaim.simulator.SentFiles.file;
import static org.plainclaim.simulator.SentFiles.line;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plainclaim.submission.Adjustment;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Frequency;
import org.plainclaim.submission.Heading;
import org.plainclaim.submission.LineDecision;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Procedure;
import org.plainclaim.submission.Signatures;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.remittance.ClaimPayment;
import org.plainclaim.x12.remittance.RemittanceHeader;
import org.plainclaim.x12.remittance.RemittanceListener;
import org.plainclaim.x12.remittance.RemittanceReader;
import org.plainclaim.x12.remittance.RemittanceSummary;

/** What the simulated payer answers; every remittance is read by the reader, which holds it to the cent. */
final class SimulatedPayerTest {
    static SimulatedPayer payer(String... rules) {
        return new SimulatedPayer(Scenario.read(List.of(rules)), new PayerMemory(), List.of());
    }

    /** The claims of all remittances among the answers. */
    private static List<ClaimPayment> paid(List<String> answers) throws IOException {
        List<ClaimPayment> claims = new ArrayList<>();
        for (String answer : answers) {
            if (answer.startsWith("f-1.835 ") || answer.startsWith("f-2.835 ")) {
                byte[] bytes = answer.substring(8).getBytes(StandardCharsets.ISO_8859_1);
                var checked = RemittanceReader.readChecked(() -> new ByteArrayInputStream(bytes), collecting(claims));
                assertTrue(checked.whole(), checked::toString);
            }
        }
        return claims;
    }

    private static RemittanceListener collecting(List<ClaimPayment> claims) {
        return new RemittanceListener() {
            @Override
            public void opened(RemittanceHeader header) {
                // only claims matter
            }

            @Override
            public void claim(ClaimPayment claim) {
                claims.add(claim);
            }

            @Override
            public void closed(RemittanceSummary summary) {
                // only claims matter
            }

            @Override
            public void ended(List<InterchangeFault> faults) {
                assertEquals(List.of(), faults);
            }
        };
    }

    private static List<String> names(List<String> answers) {
        return answers.stream()
                .map(answer -> answer.substring(0, answer.indexOf(' ')))
                .toList();
    }

    @Test
    void answersClaimsWithAcknowledgmentsAndARemittance() throws IOException {
        List<String> answers = answers(payer(), file(1, claim("C1", "M1")));
        assertEquals(List.of("f.999", "f-1.277ca", "f-1.835"), names(answers));
        ClaimPayment claim = paid(answers).get(0);
        assertEquals("C1", claim.submittedId());
        assertEquals(Money.of("160"), claim.paid());
        assertEquals("1", claim.status());
        assertTrue(answers.get(1).contains("STC*A2:20*"), answers.get(1));
    }

    @Test
    void thePatientOwesWhatTheScenarioSays() throws IOException {
        SimulatedPayer payer = payer("member=M1 : allow=100 deductible=50 copay=25 coinsurance=20");
        ClaimPayment claim = paid(answers(payer, file(1, claim("C1", "M1")))).get(0);
        assertEquals(Money.of("100"), claim.paid());
        assertEquals(Money.of("100"), claim.patientResponsibility());
        assertEquals(
                List.of("PR1 50.00", "PR3 25.00", "PR2 25.00"),
                claim.lines().get(0).adjustments().stream()
                        .map(one -> one.group() + one.reason() + " " + one.amount())
                        .toList());
    }

    @Test
    void deniesWithReasonAndRemark() throws IOException {
        SimulatedPayer payer = payer("code=90785 : deny=CO-97 remark=N20");
        Submission claim = claim(
                "C1",
                "M1",
                Frequency.ORIGINAL,
                "",
                line("L1", "90837", "200", List.of()),
                line("L2", "90785", "20", List.of()));
        ClaimPayment answer = paid(answers(payer, file(1, claim))).get(0);
        assertEquals(Money.of("0"), answer.lines().get(1).paid());
        assertEquals("97", answer.lines().get(1).adjustments().get(0).reason());
        assertEquals(List.of("N20"), answer.lines().get(1).remarks());
    }

    @Test
    void rejectsBeforeAdjudication() throws IOException {
        List<String> answers = answers(payer("member=M1 : reject=A7:562:85"), file(1, claim("C1", "M1")));
        assertEquals(List.of("f.999", "f-1.277ca"), names(answers));
        assertTrue(answers.get(1).contains("STC*A7:562:85*"), answers.get(1));
    }

    @Test
    void changesTheModifierAndKeepsItsNumberOfTheLineToItself() throws IOException {
        SimulatedPayer payer = payer("code=90837 : modifier=GT echo=no");
        var line =
                paid(answers(payer, file(1, claim("C1", "M1")))).get(0).lines().get(0);
        assertEquals(List.of("GT"), line.procedure().modifiers());
        assertTrue(line.control().isEmpty());
    }

    @Test
    void splitsALineToTheCent() throws IOException {
        Submission claim = claim("C1", "M1", Frequency.ORIGINAL, "", line("L1", "90837", "200.01", List.of()));
        ClaimPayment answer =
                paid(answers(payer("member=M1 : split=yes"), file(1, claim))).get(0);
        assertEquals(2, answer.lines().size());
        assertEquals(Money.of("200.01"), answer.charge());
    }

    @Test
    void thinksAgainInASecondRemittance() throws IOException {
        List<ClaimPayment> claims =
                paid(answers(payer("member=M1 : deny=CO-197 correct=90"), file(1, claim("C1", "M1"))));
        assertEquals(
                List.of("4", "22", "1"),
                claims.stream().map(ClaimPayment::status).toList());
        assertEquals(Money.of("180"), claims.get(2).paid());
    }

    @Test
    void takesBackWhatAReplacementReplacesAndAVoidVoids() throws IOException {
        SimulatedPayer payer = payer();
        String number = paid(answers(payer, file(1, claim("C1", "M1")))).get(0).payerControlNumber();
        Submission again = claim("C2", "M1", Frequency.REPLACEMENT, number, line("L1", "90837", "100", List.of()));
        List<ClaimPayment> replaced = paid(answers(payer, file(2, again)));
        assertEquals(
                List.of("22", "1"), replaced.stream().map(ClaimPayment::status).toList());
        assertEquals(Money.of("-160"), replaced.get(0).paid());
        String second = replaced.get(1).payerControlNumber();
        List<ClaimPayment> voided = paid(answers(
                payer, file(3, claim("C3", "M1", Frequency.VOID, second, line("L1", "90837", "100", List.of())))));
        assertEquals(List.of("22"), voided.stream().map(ClaimPayment::status).toList());
        List<String> next = answers(payer, file(4, claim("C4", "M2")));
        assertTrue(next.get(2).contains("PLB*1245319599*20261231*FB:SIMULATED*160~"), next.get(2));
    }

    @Test
    void paysAfterThePrimaryWhatItLeftToThePatient() throws IOException {
        LineDecision primary = new LineDecision(
                "60054",
                Procedure.of("90837", "95"),
                Money.of("100"),
                java.math.BigDecimal.ONE,
                List.of(new Adjustment("CO", "45", Money.of("60")), new Adjustment("PR", "1", Money.of("40"))),
                SentFiles.DAY.plusDays(10));
        Heading heading = new Heading(
                "C1", Form.PROFESSIONAL, Frequency.ORIGINAL, "", "11", null, "", "", "", Signatures.ON_FILE, "");
        var other = new org.plainclaim.submission.OtherCover(
                SentFiles.cover(1, "M1", "60054"),
                new org.plainclaim.submission.Decision(Money.of("100"), SentFiles.DAY.plusDays(10), ""),
                List.of());
        Submission secondary = claim(
                heading,
                SentFiles.cover(2, "M9", "00882"),
                List.of(other),
                line("L1", "90837", "200", List.of(primary)));
        ClaimPayment answer = paid(answers(payer(), file(1, secondary))).get(0);
        assertEquals("2", answer.status());
        assertEquals(Money.of("40"), answer.paid());
        assertEquals("23", answer.lines().get(0).adjustments().get(0).reason());
        ClaimPayment less =
                paid(answers(payer("order=2 : copay=15"), file(1, secondary))).get(0);
        assertEquals(Money.of("25"), less.paid());
        assertEquals(
                new Adjustment("PR", "3", Money.of("15")),
                less.lines().get(0).adjustments().get(1));
    }

    @Test
    void deniesWhatWasChargedBefore() throws IOException {
        SimulatedPayer payer = payer();
        answers(payer, file(1, claim("C1", "M1")));
        ClaimPayment answer = paid(answers(payer, file(2, claim("C2", "M1")))).get(0);
        assertEquals("4", answer.status());
        assertEquals("18", answer.lines().get(0).adjustments().get(0).reason());
    }

    @Test
    void refusesControlNumbersThatCameBefore() throws IOException {
        SimulatedPayer payer = payer();
        answers(payer, file(1, claim("C1", "M1")));
        List<String> again = answers(payer, file(1, claim("C2", "M2")));
        assertEquals(List.of("f.ta1"), names(again));
        assertTrue(again.get(0).contains("TA1*000000001*260304*0930*R*025~"), again.get(0));
    }

    @Test
    void aCutOffFileIsRefusedAndNothingOfItIsPaid() throws IOException {
        byte[] whole = file(1, claim("C1", "M1"));
        List<String> answers = answers(payer(), java.util.Arrays.copyOf(whole, whole.length - 60));
        assertFalse(answers.toString().contains("835"), answers::toString);
    }

    @Test
    void theSameFilesGetTheSameAnswers() throws IOException {
        String rules = "member=M1 : allow=77 copay=12.34 split=yes interest=1.11";
        assertEquals(
                answers(payer(rules), file(1, claim("C1", "M1"))), answers(payer(rules), file(1, claim("C1", "M1"))));
    }

    @Test
    void whateverAScenarioSaysTheMoneyBalances() throws IOException {
        Random random = new Random(7);
        String[] effects = {
            "allow=33",
            "copay=19.99",
            "deductible=77.77",
            "coinsurance=13",
            "split=yes",
            "deny=PR-96",
            "correct=41",
            "withhold=500",
            "interest=3.21",
            "forward=yes",
            "modifier=GT"
        };
        for (int i = 0; i < 100; i++) {
            StringBuilder rule = new StringBuilder("order=1 :");
            for (String effect : effects) {
                rule.append(random.nextInt(3) == 0 ? " " + effect : "");
            }
            rule.append(" echo=yes");
            String charge = Money.of(java.math.BigDecimal.valueOf(random.nextInt(50_000) + 1L, 2))
                    .toString();
            Submission claim = claim("C" + i, "M", Frequency.ORIGINAL, "", line("L1", "90837", charge, List.of()));
            assertFalse(paid(answers(payer(rule.toString()), file(1, claim))).isEmpty());
        }
    }

    @Test
    void aRuleThatCanNotBeReadIsNamed() {
        String said = String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> Scenario.read(List.of("", "member=M1 : allow=120")))
                        .getMessage());
        assertTrue(said.startsWith("line 2: allow=120"), said);
        assertThrows(IllegalArgumentException.class, () -> Scenario.read(List.of("membr=M1 : allow=80")));
    }
}
