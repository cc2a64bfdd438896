package org.plainclaim.scrub;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.authorization.AuthorizationsOnFile;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Frequency;
import org.plainclaim.submission.Heading;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.OtherCover;
import org.plainclaim.submission.Payer;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Procedure;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Signatures;
import org.plainclaim.submission.Stay;
import org.plainclaim.submission.Submission;

/** A claim with nothing wrong, and everything around it known, to be spoilt one thing at a time. */
final class SampleClaim {
    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final LocalDate RECEIVED = LocalDate.of(2026, 3, 5);
    static final String BILLING_NPI = "1234567893";
    static final String PSYCHOLOGIST = "1245319599";
    static final String PSYCHIATRIST = "1999999984";
    static final Address STREET = new Address("12 Main Street", "", "Springfield", "IL", "627011234");

    String book = "medicare";
    String filing = "MB";
    Form form = Form.PROFESSIONAL;
    Frequency frequency = Frequency.ORIGINAL;
    String original = "";
    String authorization = "";
    String referral = "";
    String clia = "";
    String note = "";

    @Nullable
    BigDecimal total;

    boolean stateTotal = true;
    Signatures signatures = Signatures.ON_FILE;
    Stay stay = Stay.NONE;
    String member = "1EG4TE5MK73";
    int order = 1;

    @Nullable
    LocalDate coveredFrom = LocalDate.of(2020, 1, 1);

    @Nullable
    LocalDate coveredTo;

    @Nullable
    LocalDate born = LocalDate.of(1980, 6, 1);

    String sex = "F";
    final Map<Role, Provider> providers = new EnumMap<>(Role.class);
    final List<String> diagnoses = new ArrayList<>(List.of("F33.1"));
    final List<OtherCover> others = new ArrayList<>();
    final List<SampleLine> lines = new ArrayList<>();

    @Nullable
    CoverageFacts coverage =
            new CoverageFacts(true, true, true, List.of(), "", false, false, false, false, true, 10, false, false);

    @Nullable
    AuthorizationsOnFile authorizations = new AuthorizationsOnFile(List.of(), List.of());

    OtherClaims known = new OtherClaims(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 12, 31), List.of(), List.of());
    boolean recorded = true;
    List<org.plainclaim.explanation.Finding> findings = new ArrayList<>();

    @Nullable
    List<RecordFacts.OtherSession> sessions = List.of();

    @Nullable
    Boolean inFacility = false;

    @Nullable
    Boolean copied = false;

    @Nullable
    PrivacyFacts privacy = new PrivacyFacts(false, true, false, false);

    @Nullable
    EnrollmentFacts enrollment = new EnrollmentFacts(Map.of(
            PSYCHOLOGIST, new EnrollmentFacts.Standing(true, true, false, Set.of("IL")),
            PSYCHIATRIST, new EnrollmentFacts.Standing(true, true, false, Set.of("IL"))));

    @Nullable
    LocalDate died;

    LocalDate received = RECEIVED;

    SampleClaim() {
        providers.put(
                Role.BILLING,
                new Provider(
                        Provider.Kind.ORGANIZATION,
                        "Clinic",
                        "",
                        BILLING_NPI,
                        "261QM0850X",
                        "123456789",
                        "2175550100",
                        STREET));
        providers.put(Role.RENDERING, Provider.clinician("Doe", "Ann", PSYCHOLOGIST, "103TC0700X"));
    }

    /** A session of psychotherapy of 45 minutes in the office. */
    static SampleClaim clean() {
        SampleClaim claim = new SampleClaim();
        claim.line("90834").minutes = 45;
        return claim;
    }

    SampleLine line(String code, String... modifiers) {
        SampleLine line = new SampleLine(code, List.of(modifiers));
        lines.add(line);
        return line;
    }

    SampleLine first() {
        return lines.get(0);
    }

    /** What can be changed of a line. */
    static final class SampleLine {
        String code;
        List<String> modifiers;

        @Nullable
        BigDecimal charge = new BigDecimal("120.00");

        BigDecimal units = BigDecimal.ONE;
        String place = "11";
        LocalDate from = DAY;
        LocalDate to = DAY;
        List<Integer> pointers = List.of(1);

        @Nullable
        Provider rendering;

        String revenue = "";
        String description = "";
        String authorization = "";

        @Nullable
        Integer minutes;

        int hour = 9;

        SampleLine(String code, List<String> modifiers) {
            this.code = code;
            this.modifiers = modifiers;
        }

        Line made(int number) {
            return new Line(
                    "L" + number,
                    new Procedure("HC", code, modifiers),
                    revenue,
                    description,
                    charge,
                    units,
                    place,
                    from,
                    to,
                    pointers,
                    rendering,
                    authorization,
                    false,
                    List.of());
        }

        RecordFacts.Times times() {
            LocalDateTime start = minutes == null ? null : DAY.atTime(hour, 0);
            return new RecordFacts.Times(
                    minutes, start, start == null || minutes == null ? null : start.plusMinutes(minutes));
        }
    }

    Submission submission() {
        List<Line> made = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            made.add(lines.get(i).made(i + 1));
        }
        Person patient = new Person("Roe", "Jane", "", "", born, sex, STREET);
        Cover cover = new Cover(
                order,
                new Payer("P1", "Payer", book),
                filing,
                Cover.SELF,
                member,
                "",
                "",
                patient,
                coveredFrom,
                coveredTo);
        BigDecimal sum = made.stream()
                .map(Line::charge)
                .filter(java.util.Objects::nonNull)
                .reduce(new BigDecimal("0.00"), BigDecimal::add);
        Heading heading = new Heading(
                "C1",
                form,
                frequency,
                original,
                form == Form.PROFESSIONAL ? "11" : "",
                stateTotal ? java.util.Objects.requireNonNullElse(total, sum) : null,
                authorization,
                referral,
                clia,
                signatures,
                note);
        return new Submission(heading, stay, providers, patient, cover, others, diagnoses, made);
    }

    ScrubContext context() {
        Map<String, RecordFacts.Times> times = new java.util.HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            times.put("L" + (i + 1), lines.get(i).times());
        }
        ScrubContext context = ScrubContext.of("Claim/1", received)
                .died(died)
                .with(coverage)
                .authorized(authorizations)
                .with(known)
                .with(privacy)
                .with(enrollment);
        return recorded ? context.with(new RecordFacts(findings, times, sessions, inFacility, copied)) : context;
    }
}
