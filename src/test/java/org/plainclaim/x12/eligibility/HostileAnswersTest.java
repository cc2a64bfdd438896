package org.plainclaim.x12.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.eligibility.Reject;
import org.plainclaim.x12.InterchangeFault;

/** Files that are not what they should be: told, never thrown, and never half believed. */
final class HostileAnswersTest {
    private static final List<String> MEMBER = List.of("NM1*IL*1*DOE*JANE****MI*M123", "DMG*D8*19900501*F");
    private static final String WHOLE =
            Answers.file("20260309", MEMBER, List.of("EB*1**30^MH", "MSG*COVERED", "EB*B*IND*MH***27*25"));

    private static List<InterchangeFault> all(Answers answers) {
        List<InterchangeFault> all = new ArrayList<>(answers.faults());
        all.addAll(answers.outside());
        return all;
    }

    @Test
    void theWholeFileHasNoFault() throws IOException {
        Answers answers = Answers.of(WHOLE);
        assertEquals(List.of(), all(answers));
        assertEquals(1, answers.answers().size());
    }

    @ParameterizedTest
    @CsvSource({
        "SE*14*0001, SE*13*0001, SE does not have the count",
        "SE*14*0001, SE*14*0002, SE does not have the control number",
        "GE*1*1, GE*2*1, GE does not have the count",
        "IEA*1*000000001, IEA*1*000000002, IEA does not have the control number",
        "ST*271*0001*005010X279A1, ST*271*0001*004010X092A1, the version is not that of a 271",
        "EB*B*IND*MH***27*25, EB*B*IND*MH***27*25.001, part of a cent",
        "EB*B*IND*MH***27*25, EB*B*IND*MH***27*1E9, is no number",
        "EB*B*IND*MH***27*25, EB*B*IND*MH***27*twenty, is no number",
        "EB*1**30^MH, EB***30^MH, has to say what the benefit is",
        "DMG*D8*19900501*F, DMG*D8*19901301*F, is no date",
        "HL*3*2*22*0, HL*3*2*99*0, a level that a 271 does not have",
        "MSG*COVERED, CLP*COVERED, a segment in the wrong place",
        "BHT*0022*11*T1*20260309*1200, BHT*0022*11*T1, the transaction has no date",
    })
    void whatIsWrongIsTold(String right, String wrong, String told) throws IOException {
        assertTrue(WHOLE.contains(right + "~"), right);
        List<InterchangeFault> faults = all(Answers.of(WHOLE.replace(right + "~", wrong + "~")));
        assertTrue(faults.toString().contains(told), faults::toString);
        assertFalse(faults.toString().contains("DOE"), "no person is named");
    }

    @Test
    void aCutOffFileIsAFaultWhereverItIsCut() throws IOException {
        for (int length = 0; length < WHOLE.length(); length++) {
            assertFalse(all(Answers.of(WHOLE.substring(0, length))).isEmpty(), "cut at " + length);
        }
    }

    @Test
    void noiseIsAFaultAndNeverThrown() throws IOException {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            StringBuilder noise = new StringBuilder(WHOLE);
            for (int j = 0; j <= random.nextInt(4); j++) {
                noise.setCharAt(110 + random.nextInt(noise.length() - 110), (char) (32 + random.nextInt(95)));
            }
            Answers.of(noise.toString());
        }
    }

    @Test
    void foreignDelimitersAreRead() throws IOException {
        String other = WHOLE.replace('^', '\u0001')
                .replace('*', '|')
                .replace(":~", ">~")
                .replace("~", "\n");
        Answers answers = Answers.of(other);
        assertEquals(List.of(), all(answers));
        assertEquals(Answers.of(WHOLE).answers(), answers.answers());
    }

    @Test
    void segmentsOutOfOrderTellWhatTheyCan() throws IOException {
        List<String> segments = new ArrayList<>(List.of(WHOLE.split("~")));
        Collections.shuffle(segments.subList(1, segments.size()), new Random(3));
        assertFalse(all(Answers.of(String.join("~", segments) + "~")).isEmpty());
    }

    @Test
    void percentsAreReadAsPartsOfOne() throws IOException {
        for (String said : List.of("0.2", ".2", "20")) {
            Answers answers = Answers.of(Answers.file("20260309", MEMBER, List.of("EB*A*IND*MH*****" + said)));
            assertEquals(
                    new BigDecimal("0.2"),
                    answers.answers().get(0).benefits().get(0).amount().percent());
        }
    }

    @Test
    void rejectsAreReadAtEveryLevel() throws IOException {
        String subscriber = Answers.file("20260309", MEMBER, List.of("AAA*N**75*C"));
        assertEquals(List.of(new Reject(Reject.Level.SUBSCRIBER, "75", "C")), rejects(subscriber));
        String service = Answers.file("20260309", MEMBER, List.of("EB*V**MH", "AAA*N**15*C"));
        assertEquals(List.of(new Reject(Reject.Level.SERVICE, "15", "C")), rejects(service));
        String payer =
                WHOLE.replace("NM1*PR*2*GOLD HEALTH*****PI*GH1~", "NM1*PR*2*GOLD HEALTH*****PI*GH1~AAA*N**42*R~");
        assertEquals(List.of(new Reject(Reject.Level.PAYER, "42", "R")), rejects(payer));
        String provider = WHOLE.replace(
                "NM1*1P*2*A PRACTICE*****XX*1234567893~", "NM1*1P*2*A PRACTICE*****XX*1234567893~AAA*N**51*N~");
        assertEquals(List.of(new Reject(Reject.Level.PROVIDER, "51", "N")), rejects(provider));
    }

    private static List<Reject> rejects(String file) throws IOException {
        return Answers.of(file).answers().get(0).rejects();
    }

    @Test
    void aPayerThatRefusesAllAnswersTheReferenceOfTheQuestion() throws IOException {
        String early = WHOLE.replaceAll("~HL\\*2.*SE\\*14", "~AAA*N**42*R~SE*6");
        Answers answers = Answers.of(early);
        assertEquals(List.of(), all(answers));
        assertEquals("T1", answers.answers().get(0).heading().trace());
        assertEquals(
                EligibilityAnswer.Outcome.REFUSED,
                answers.answers().get(0).heading().outcome());
    }

    /** What is said of one member has an end, however long the file is. */
    @Test
    void endlessBenefitsOfOneMemberAreRefused() throws IOException {
        String file = WHOLE.replace("EB*1**30^MH~", "EB*1**MH~".repeat(200_000));
        Answers answers = Answers.of(file);
        List<InterchangeFault> faults = all(answers);
        assertTrue(faults.toString().contains("more than 5000 benefits"), faults::toString);
        assertEquals(5_000, answers.answers().get(0).benefits().size());
    }
}
