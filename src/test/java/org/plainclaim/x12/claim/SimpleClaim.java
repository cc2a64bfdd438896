package org.plainclaim.x12.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Adjustment;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Decision;
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

/** The same claim in few words, of which a test changes what it is about. */
final class SimpleClaim {
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final Address OFFICE = new Address("1 MAIN ST", "", "ALBANY", "NY", "122071234");
    static final Person JANE = person("DOE", "JANE");
    static final Payer FIRST = new Payer("11111", "FIRST PAYER", "");
    static final Payer SECOND = new Payer("22222", "SECOND PAYER", "");

    String id = "C1";
    Form form = Form.PROFESSIONAL;
    Frequency frequency = Frequency.ORIGINAL;
    String original = "";
    String placeOfService = "11";

    @Nullable
    BigDecimal total;

    String authorization = "";
    Signatures signatures = Signatures.ON_FILE;
    String note = "";
    Stay stay = Stay.NONE;
    final Map<Role, Provider> providers = new EnumMap<>(Role.class);
    Person patient = JANE;
    Cover cover = cover(1, FIRST, Cover.SELF, JANE);
    List<OtherCover> others = new ArrayList<>();
    List<String> diagnoses = new ArrayList<>(List.of("F41.1"));
    List<Line> lines = new ArrayList<>(List.of(line("L1", "90837", "150")));

    SimpleClaim() {
        providers.put(
                Role.BILLING,
                new Provider(Provider.Kind.ORGANIZATION, "A PRACTICE", "", "1234567893", "", "123456789", "", OFFICE));
    }

    static SimpleClaim of(String id) {
        SimpleClaim claim = new SimpleClaim();
        claim.id = id;
        return claim;
    }

    /** A day program at a hospital. */
    static SimpleClaim program() {
        SimpleClaim claim = new SimpleClaim();
        claim.form = Form.INSTITUTIONAL;
        claim.placeOfService = "";
        claim.stay = new Stay("013", List.of("92"), null, null, "3", "1", "30", "", List.of());
        claim.providers.put(Role.ATTENDING, Provider.clinician("SMITH", "ANN", "1245319599", "2084P0800X"));
        Line line = line("L1", "H0015", "300");
        claim.lines = new ArrayList<>(List.of(new Line(
                "L1",
                line.procedure(),
                "0906",
                "",
                line.charge(),
                line.units(),
                "",
                DAY,
                DAY,
                List.of(),
                null,
                "",
                false,
                List.of())));
        return claim;
    }

    static Person person(String last, String first) {
        return new Person(
                last, first, "", "", LocalDate.of(1990, 5, 6), "F", new Address("2 ELM ST", "", "TROY", "NY", "12180"));
    }

    static Cover cover(int order, Payer payer, String relationship, Person subscriber) {
        return new Cover(order, payer, "CI", relationship, "M1", "", "", subscriber, null, null, "");
    }

    static Line line(String control, String code, String charge, LineDecision... decisions) {
        return new Line(
                control,
                Procedure.of(code),
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
                Arrays.asList(decisions));
    }

    /** What the first payer decided on a line. */
    static LineDecision decision(String code, String paid, Adjustment... adjustments) {
        return new LineDecision(
                FIRST.id(),
                Procedure.of(code),
                Money.of(paid),
                BigDecimal.ONE,
                Arrays.asList(adjustments),
                DAY.plusDays(9));
    }

    static Adjustment adjustment(String group, String reason, String amount) {
        return new Adjustment(group, reason, Money.of(amount));
    }

    /** Goes to the second payer after the first one paid so much. */
    SimpleClaim afterFirst(String paid, Adjustment... adjustments) {
        cover = cover(2, SECOND, Cover.SELF, patient);
        Decision decision = new Decision(Money.of(paid), DAY.plusDays(9), "ICN1");
        others = new ArrayList<>(
                List.of(new OtherCover(cover(1, FIRST, Cover.SELF, patient), decision, Arrays.asList(adjustments))));
        return this;
    }

    Submission made() {
        Heading heading = new Heading(
                id, form, frequency, original, placeOfService, total, authorization, "", "", signatures, note);
        return new Submission(heading, stay, providers, patient, cover, others, diagnoses, lines);
    }

    /** The file with only this claim. */
    ClaimFiles.Result written() {
        return ClaimFiles.written(List.of(made()));
    }

    /** What it lacks, in one line each. */
    List<String> faults() {
        ClaimFiles.Result result = written();
        List<String> faults = result.written().outcomes().get(0).faults().stream()
                .map(ClaimFault::text)
                .toList();
        if (!faults.isEmpty() && !result.file().isEmpty()) {
            throw new IllegalStateException("something was written of a claim with faults");
        }
        return faults;
    }
}
