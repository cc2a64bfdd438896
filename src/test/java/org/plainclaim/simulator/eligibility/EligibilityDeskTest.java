package org.plainclaim.simulator.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainclaim.eligibility.AskedService;
import org.plainclaim.eligibility.EligibilityAnswer;
import org.plainclaim.eligibility.EligibilityInquiry;
import org.plainclaim.eligibility.ServiceBenefits;
import org.plainclaim.eligibility.Visit;
import org.plainclaim.simulator.PayerFile;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Payer;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Provider;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.eligibility.Answers;
import org.plainclaim.x12.eligibility.InquiryWriter;

final class EligibilityDeskTest {
    private static final LocalDateTime AT = LocalDateTime.of(2026, 3, 9, 12, 0);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private static byte[] question(String member) {
        Person patient = new Person("DOE", "JANE", "", "", LocalDate.of(1990, 5, 1), "F", Address.UNKNOWN);
        Provider practice =
                new Provider(Provider.Kind.ORGANIZATION, "A PRACTICE", "", "1234567893", "", "", "", Address.UNKNOWN);
        Cover cover = new Cover(1, new Payer("P1", "A PAYER", ""), "CI", "18", member, "", "", patient, null, null);
        EligibilityInquiry inquiry = new EligibilityInquiry(
                "T1", practice, patient, cover, DAY, DAY, List.of(AskedService.of("30"), AskedService.of("MH")));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        InquiryWriter.write(file, new Interchange("PRACTICE", "SIMULATOR", AT, 5, false), List.of(inquiry));
        return file.toByteArray();
    }

    private static String answered(EligibilityDesk desk, byte[] question) throws IOException {
        List<PayerFile> files = desk.answer("one", () -> new ByteArrayInputStream(question), AT);
        assertEquals(1, files.size());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        files.get(0).writeTo(file);
        return file.toString(StandardCharsets.UTF_8);
    }

    private static EligibilityAnswer answer(EligibilityDesk desk, String member) throws IOException {
        Answers read = Answers.of(answered(desk, question(member)));
        assertEquals(List.of(), read.faults());
        return read.answers().get(0);
    }

    private static String told(EligibilityAnswer answer) {
        if (answer.heading().outcome() == EligibilityAnswer.Outcome.REFUSED) {
            return "refused " + answer.rejects().get(0).reason();
        }
        ServiceBenefits said = new ServiceBenefits(answer, Visit.on(DAY, List.of("A8", "A6", "MH")));
        return said.standing().code()
                + said.carveOut().map(contact -> " elsewhere").orElse("")
                + (said.authorization().equals("Y") ? " authorized" : "")
                + said.left().map(left -> " " + left + " left").orElse("")
                + (said.otherPayers().isEmpty() ? "" : " other");
    }

    @ParameterizedTest
    @CsvSource({
        "M0, active 12 left",
        "M3, active 0 left",
        "M4, active 12 left other",
        "M5, active",
        "M6, inactive",
        "M7, active authorized 12 left",
        "M8, active elsewhere",
        "M9, refused 75",
    })
    void theLastDigitOfTheNumberDecides(String member, String told) throws IOException {
        assertEquals(told, told(answer(EligibilityDesk.usual(), member)));
    }

    @Test
    void aFileOfMembersDecidesBeforeTheDigit() throws IOException {
        EligibilityDesk desk = EligibilityDesk.of(List.of(
                "# members",
                "M6 standing=active copay=10 visits-left=2",
                "M0 standing=busy",
                "M1 carve-out=OTHER_ONE"));
        assertEquals("active 2 left", told(answer(desk, "M6")));
        assertEquals("refused 42", told(answer(desk, "M0")));
        assertEquals("active elsewhere 12 left", told(answer(desk, "M1")));
        IllegalArgumentException wrong = assertThrows(
                IllegalArgumentException.class,
                () -> EligibilityDesk.of(List.of("M1 standing=active", "M2 colour=red")));
        assertTrue(String.valueOf(wrong.getMessage()).startsWith("line 2"), wrong::getMessage);
    }

    @Test
    void theSameQuestionGetsTheSameAnswerByteForByte() throws IOException {
        byte[] question = question("M7");
        assertEquals(answered(EligibilityDesk.usual(), question), answered(EligibilityDesk.usual(), question));
    }

    @Test
    void aFileThatIsBrokenIsNotAnswered() throws IOException {
        byte[] question = question("M7");
        byte[] cut = java.util.Arrays.copyOf(question, question.length - 20);
        assertEquals(List.of(), EligibilityDesk.usual().answer("one", () -> new ByteArrayInputStream(cut), AT));
    }
}
