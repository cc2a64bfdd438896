package org.plainclaim.simulator;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Frequency;
import org.plainclaim.submission.Heading;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.LineDecision;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.OtherCover;
import org.plainclaim.submission.Payer;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Procedure;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Signatures;
import org.plainclaim.submission.Stay;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.claim.ClaimInterchangeWriter;
import org.plainclaim.x12.claim.Submitter;
import org.plainclaim.x12.claim.Written;

/** Files of claims as a practice writes them. */
final class SentFiles {
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Address OFFICE = new Address("100 MAIN ST", "", "ALBANY", "NY", "122070001");
    private static final Person PATIENT = new Person(
            "DOE",
            "JANE",
            "",
            "",
            LocalDate.of(1990, 5, 17),
            "F",
            new Address("7 ELM ST", "", "ALBANY", "NY", "12207"));

    private SentFiles() {}

    /** A claim of one line of 90837 with 95 for 200.00. */
    static Submission claim(String id, String member) {
        return claim(id, member, Frequency.ORIGINAL, "", line("L1", "90837", "200.00", List.of()));
    }

    static Submission claim(String id, String member, Frequency frequency, String original, Line... lines) {
        return claim(
                new Heading(id, Form.PROFESSIONAL, frequency, original, "11", null, "", "", "", Signatures.ON_FILE, ""),
                cover(1, member, "60054"),
                List.of(),
                lines);
    }

    static Cover cover(int order, String member, String payer) {
        return new Cover(order, new Payer(payer, "A PAYER", ""), "CI", Cover.SELF, member, "", "", PATIENT, null, null);
    }

    static Submission claim(Heading heading, Cover cover, List<OtherCover> others, Line... lines) {
        Provider practice = new Provider(
                Provider.Kind.ORGANIZATION,
                "GOOD PRACTICE",
                "",
                "1245319599",
                "251S00000X",
                "123456789",
                "5185550100",
                OFFICE);
        Provider clinician = Provider.clinician("ROE", "RICHARD", "1003000126", "103TC0700X");
        return new Submission(
                heading,
                Stay.NONE,
                Map.of(Role.BILLING, practice, Role.RENDERING, clinician),
                PATIENT,
                cover,
                others,
                List.of("F41.1"),
                List.of(lines));
    }

    static Line line(String control, String code, String charge, List<LineDecision> decisions) {
        return new Line(
                control,
                Procedure.of(code, "95"),
                "",
                "",
                Money.of(charge),
                BigDecimal.ONE,
                "11",
                DAY,
                DAY,
                List.of(1),
                null,
                "",
                false,
                decisions);
    }

    static byte[] file(long control, Submission... claims) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Interchange envelope = new Interchange("PRACTICE", "PAYER", LocalDateTime.of(2026, 3, 3, 8, 0), control, false);
        Submitter submitter = new Submitter("GOOD PRACTICE", "PRACTICE", "OFFICE", "5185550100", "A PAYER", "PAYER");
        try {
            Written written = ClaimInterchangeWriter.write(out, envelope, submitter, List.of(claims));
            assertTrue(written.complete(), written::toString);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    /** The answers as texts, each behind its name. */
    static List<String> answers(SimulatedPayer payer, byte[] file) throws IOException {
        List<String> texts = new ArrayList<>();
        for (PayerFile answer :
                payer.answer("f", () -> new ByteArrayInputStream(file), LocalDateTime.of(2026, 3, 4, 9, 30))) {
            texts.add(answer.name() + " "
                    + new String(answer.open().readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1));
        }
        return texts;
    }
}
