package org.plainclaim.x12.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainclaim.eligibility.AskedService;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.eligibility.EligibilityInquiry;
import org.plainclaim.x12.InterchangeFault;
import org.plainclaim.x12.remittance.SampleFiles;

/** What is written is read the same, and the public samples are read as far as their version fits. */
final class RoundTripTest {
    private static final int MANY = Integer.getInteger("plainclaim.eligibility.generated", 400);

    private static List<EligibilityInquiry> inquiries(Generated generated, int many) {
        List<EligibilityInquiry> inquiries = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            inquiries.add(generated.inquiry(i));
        }
        return inquiries;
    }

    private static String written(List<EligibilityInquiry> inquiries) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        InquiryWriter.write(file, Generated.interchange(7), inquiries);
        return file.toString(StandardCharsets.UTF_8);
    }

    private static List<InterchangeFault> read(String file, List<EligibilityInquiry> inquiries) throws IOException {
        return InquiryReader.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), inquiries::add);
    }

    @Test
    void questionsAreReadAsTheyWereWritten() throws IOException {
        List<EligibilityInquiry> inquiries = inquiries(new Generated(1), MANY);
        List<EligibilityInquiry> read = new ArrayList<>();
        assertEquals(List.of(), read(written(inquiries), read));
        assertEquals(inquiries, read);
    }

    @Test
    void answersAreReadAsTheyWereWritten() throws IOException {
        Generated generated = new Generated(2);
        List<AnswerWriter.Answered> answers =
                inquiries(generated, MANY).stream().map(generated::answered).toList();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        AnswerWriter.write(file, Generated.interchange(8), answers);
        Answers read = Answers.of(file.toString(StandardCharsets.UTF_8));
        assertEquals(List.of(), read.faults());
        assertEquals(List.of(), read.outside());
        List<EligibilityAnswer> expected =
                answers.stream().map(AnswerWriter.Answered::answer).toList();
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), read.answers().get(i), "answer " + i);
        }
        assertEquals(expected.size(), read.answers().size());
        assertEquals("T0", read.headers().get(0).reference());
        assertEquals(Generated.AT, read.headers().get(0).created());
    }

    @Test
    void aQuestionReadsLikeTheGuide() {
        EligibilityInquiry inquiry = inquiries(new Generated(3), 20).stream()
                .filter(one -> one.cover().relationship().equals("19"))
                .findFirst()
                .orElseThrow();
        String file = written(List.of(inquiry)).replace("\n", "");
        String shape = file.replaceAll("\\*[^~]*", "").replace("~", " ").strip();
        assertEquals(
                "ISA GS ST BHT HL NM1 HL NM1 HL NM1 DMG HL TRN NM1 DMG INS DTP EQ EQ SE GE IEA",
                shape.replace(" PRV", "").replace(" REF", "").replaceAll("EQ EQ EQ( III)?", "EQ EQ"));
        assertTrue(file.contains("~EQ*30~EQ*MH~"), file);
        assertTrue(file.contains("~HL*4*3*23*0~TRN*1*" + inquiry.trace() + "*9234567893~"), file);
    }

    @Test
    void aQuestionThatLacksWhatEveryPayerNeedsIsNotWritten() {
        EligibilityInquiry whole = new Generated(4).inquiry(1);
        EligibilityInquiry lacking = new EligibilityInquiry(
                "",
                org.plainclaim.submission.Provider.clinician("ROE", "", "", ""),
                whole.patient(),
                whole.cover(),
                whole.from(),
                whole.to(),
                List.of(AskedService.of("30")));
        assertEquals(
                List.of("a trace number (TRN02)", "the provider's NPI (2100B NM109)"), InquiryCheck.missing(lacking));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThrows(
                IllegalArgumentException.class,
                () -> InquiryWriter.write(file, Generated.interchange(1), List.of(lacking)));
        assertEquals(0, file.size(), "nothing is written");
    }

    @Test
    void thePublicAnswerIsReadAndItsWrongCountIsTold() throws IOException {
        Answers read = Answers.of(SampleFiles.text("imsweb__x271.txt"));
        assertEquals(1, read.answers().size());
        EligibilityAnswer answer = read.answers().get(0);
        assertEquals("93175-012547", answer.heading().trace());
        assertEquals("ABC COMPANY", answer.heading().payerName());
        assertEquals("GOLD 123 PLAN", answer.benefits().get(0).extent().plan());
        assertEquals("P3", answer.benefits().get(0).remarks().contacts().get(0).role());
        assertEquals("64108", answer.member().person().address().zip());
        assertTrue(read.faults().stream().allMatch(fault -> fault.level() == InterchangeFault.Level.ENVELOPE));
        assertTrue(read.faults().toString().contains("SE does not have the count 18"), read.faults()::toString);
    }

    @Test
    void thePublicQuestionIsOfAnOlderVersionAndSaysSo() throws IOException {
        List<EligibilityInquiry> read = new ArrayList<>();
        List<InterchangeFault> faults = read(SampleFiles.text("imsweb__x270.txt"), read);
        assertTrue(faults.toString().contains("the version is not that of a 270"), faults::toString);
        assertEquals("1234667890", read.get(0).trace());
        assertEquals(List.of(AskedService.of("30")), read.get(0).services());
    }
}
