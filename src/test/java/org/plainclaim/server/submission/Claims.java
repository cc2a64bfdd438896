package org.plainclaim.server.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Frequency;
import org.plainclaim.submission.Heading;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Payer;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Procedure;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Signatures;
import org.plainclaim.submission.Stay;
import org.plainclaim.submission.Submission;

/** Claims that can be sent. */
final class Claims {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Address OFFICE = new Address("100 MAIN ST", "", "ALBANY", "NY", "122070001");
    private static final Person PATIENT = new Person(
            "DOE",
            "JANE",
            "",
            "",
            LocalDate.of(1990, 5, 17),
            "F",
            new Address("7 ELM ST", "", "ALBANY", "NY", "12207"));

    private Claims() {}

    /** A professional claim of one session for {@code payer-1}. */
    static Submission numbered(String number) {
        Heading heading = new Heading(
                number,
                Form.PROFESSIONAL,
                Frequency.ORIGINAL,
                "",
                "11",
                new BigDecimal("150.00"),
                "",
                "",
                "",
                Signatures.ON_FILE,
                "");
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
        Cover cover = new Cover(
                1, new Payer("payer-1", "GOOD PAYER", ""), "CI", Cover.SELF, "MEMBER1", "", "", PATIENT, null, null);
        Line line = new Line(
                "1",
                Procedure.of("90837"),
                "",
                "",
                Money.of("150"),
                BigDecimal.ONE,
                "11",
                DAY,
                DAY,
                List.of(1),
                null,
                "",
                false,
                List.of());
        return new Submission(
                heading,
                Stay.NONE,
                Map.of(Role.BILLING, practice, Role.RENDERING, clinician),
                PATIENT,
                cover,
                List.of(),
                List.of("F41.1"),
                List.of(line));
    }

    /** A version of a Claim for {@code partner}. */
    static NewClaim of(Submission submission, String claim, long version) {
        return new NewClaim(claim, version, 1, "ClaimResponse/1", "Patient/1", "partner", "", null, submission);
    }

    /** A claim that waits for a partner. */
    static NewClaim to(String partner, String number) {
        return with(numbered(number), partner);
    }

    /** The same in a form. */
    static NewClaim as(Form form, String partner, String number) {
        Submission one = numbered(number);
        Heading heading = one.heading();
        Heading changed = new Heading(
                number,
                form,
                heading.frequency(),
                "",
                heading.placeOfService(),
                heading.total(),
                "",
                "",
                "",
                heading.signatures(),
                "");
        return with(
                new Submission(
                        changed,
                        one.stay(),
                        one.providers(),
                        one.patient(),
                        one.cover(),
                        one.others(),
                        one.diagnoses(),
                        one.lines()),
                partner);
    }

    /** A claim with a character that no file can carry. */
    static NewClaim unwritable(String partner, String number) {
        Submission one = numbered(number);
        Person strange = new Person("D~OE", "JANE", "", "", null, "F", PATIENT.address());
        return with(
                new Submission(
                        one.heading(),
                        one.stay(),
                        one.providers(),
                        strange,
                        one.cover(),
                        one.others(),
                        one.diagnoses(),
                        one.lines()),
                partner);
    }

    private static NewClaim with(Submission one, String partner) {
        Cover cover = one.cover();
        Cover changed = new Cover(
                1,
                new Payer("payer-of-" + partner, "GOOD PAYER", ""),
                cover.filing(),
                cover.relationship(),
                cover.memberId(),
                "",
                "",
                cover.subscriber(),
                null,
                null);
        Submission submission = new Submission(
                one.heading(),
                one.stay(),
                one.providers(),
                one.patient(),
                changed,
                one.others(),
                one.diagnoses(),
                one.lines());
        String number = one.heading().id();
        return new NewClaim(
                "Claim/" + number, 1, 1, "ClaimResponse/" + number, "Patient/1", partner, "", null, submission);
    }
}
