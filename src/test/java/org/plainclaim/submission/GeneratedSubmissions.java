package org.plainclaim.submission;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Claims that lack nothing, as different as a seed makes them: professional and institutional, for the patient and for a
 * dependent, for a first and for a further payer, new, replacing and voiding.
 *
 * <p>They say only what an 837 can say, so that writing and reading gives the same again.
 */
public final class GeneratedSubmissions {
    private static final String[] DIAGNOSES = {
        "F41.1", "F33.1", "F43.10", "F10.20", "F90.2", "F31.81", "F84.0", "F60.3", "F11.20", "Z63.0", "F42.2", "F50.00",
    };

    private final Random random;
    private final GeneratedParties parties;
    private final GeneratedLines lines;
    private final List<Household> households = new ArrayList<>();
    private final String prefix;
    private int number;

    /** A family with one coverage, of which several claims may come. */
    private record Household(Provider billing, Cover cover, Person patient) {}

    public GeneratedSubmissions(long seed) {
        this.random = new Random(seed);
        this.parties = new GeneratedParties(random);
        this.lines = new GeneratedLines(random, parties);
        this.prefix = "C" + Long.toString(seed & 0xffff, 36).toUpperCase(java.util.Locale.ROOT) + "-";
    }

    /** One of either form. */
    public Submission next() {
        return random.nextInt(3) == 0 ? institutional() : professional();
    }

    /** Several of one form. */
    public List<Submission> several(Form form, int count) {
        List<Submission> several = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            several.add(form == Form.PROFESSIONAL ? professional() : institutional());
        }
        return several;
    }

    /** One for an 837P. */
    public Submission professional() {
        return made(Form.PROFESSIONAL);
    }

    /** One for an 837I. */
    public Submission institutional() {
        return made(Form.INSTITUTIONAL);
    }

    private Submission made(Form form) {
        Household household = household();
        List<OtherCover> others = others(household);
        LocalDate day = LocalDate.of(2026, 1, 5).plusDays(random.nextInt(300));
        List<String> diagnoses = diagnoses();
        Map<Role, Provider> providers = form == Form.PROFESSIONAL ? clinicians(household) : hospital(household);
        List<Line> made = lines.next(form, day, diagnoses.size());
        made = lines.decided(made, others);
        String id = prefix + ++number;
        Submission draft = new Submission(
                heading(form, id, null),
                form == Form.PROFESSIONAL ? inpatient(day) : stay(day, made),
                providers,
                household.patient(),
                household.cover(),
                others,
                diagnoses,
                made);
        return with(draft, heading(form, id, draft.charge()), decided(draft));
    }

    private static Submission with(Submission draft, Heading heading, List<OtherCover> others) {
        return new Submission(
                heading,
                draft.stay(),
                draft.providers(),
                draft.patient(),
                draft.cover(),
                others,
                draft.diagnoses(),
                draft.lines());
    }

    private Household household() {
        if (!households.isEmpty() && random.nextInt(3) == 0) {
            return households.get(random.nextInt(households.size()));
        }
        Person patient = parties.person();
        boolean self = random.nextInt(3) > 0;
        boolean grouped = random.nextBoolean();
        Cover cover = new Cover(
                random.nextInt(4) == 0 ? 2 : 1,
                parties.payer(),
                parties.filing(),
                self ? Cover.SELF : random.nextBoolean() ? "19" : "01",
                "M" + parties.digits(8),
                grouped ? "G" + parties.digits(4) : "",
                grouped || random.nextBoolean() ? "" : "PLAN " + random.nextInt(100),
                self ? patient : random.nextBoolean() ? parties.person() : parties.named(),
                null,
                null,
                "");
        Household made = new Household(parties.billing(), cover, patient);
        if (households.size() < 50) {
            households.add(made);
        } else {
            households.set(random.nextInt(households.size()), made);
        }
        return made;
    }

    /** The payer that came first, if ours did not; else now and then one that comes after. */
    private List<OtherCover> others(Household household) {
        int place = household.cover().order();
        if (place == 1 && random.nextInt(6) > 0) {
            return List.of();
        }
        boolean self = random.nextBoolean();
        Cover cover = new Cover(
                place == 1 ? 2 : 1,
                parties.payer(),
                parties.filing(),
                self ? Cover.SELF : "G8",
                "M" + parties.digits(8),
                "",
                random.nextBoolean() ? "OTHER PLAN" : "",
                self ? household.patient() : parties.named(),
                null,
                null,
                "");
        String control = random.nextInt(3) > 0 ? "ICN" + parties.digits(6) : "";
        @org.jspecify.annotations.Nullable
        Decision decision = place == 1 ? null : new Decision(Money.ZERO, LocalDate.of(2026, 11, 2), control);
        return List.of(new OtherCover(cover, decision, List.of()));
    }

    /** What the payer that came first did to the claim, in balance with what it did to the lines. */
    private List<OtherCover> decided(Submission draft) {
        List<OtherCover> decided = new ArrayList<>();
        for (OtherCover other : draft.others()) {
            Decision decision = other.decision();
            decided.add(decision == null ? other : lines.balanced(draft, other, decision));
        }
        return decided;
    }

    private Heading heading(Form form, String id, @org.jspecify.annotations.Nullable BigDecimal total) {
        // the draws depend on the id alone, so that both headings of a claim are the same
        Random own = new Random(id.hashCode());
        boolean professional = form == Form.PROFESSIONAL;
        Frequency[] all = professional
                ? new Frequency[] {Frequency.ORIGINAL, Frequency.REPLACEMENT, Frequency.VOID}
                : Frequency.values();
        Frequency frequency = own.nextInt(4) == 0 ? all[own.nextInt(all.length)] : Frequency.ORIGINAL;
        return new Heading(
                id,
                form,
                frequency,
                frequency.needsOriginal() ? "ICN" + own.nextInt(1_000_000) : "",
                professional ? "11" : "",
                total,
                own.nextInt(4) == 0 ? "AUTH" + own.nextInt(1000) : "",
                own.nextInt(8) == 0 ? "REF" + own.nextInt(1000) : "",
                professional && own.nextInt(12) == 0 ? "11D" + (1_000_000 + own.nextInt(1000)) : "",
                new Signatures(
                        !professional || own.nextInt(9) > 0,
                        own.nextInt(5) == 0 ? "C" : "A",
                        own.nextInt(5) == 0 ? "N" : "Y",
                        own.nextInt(5) == 0 ? "I" : "Y"),
                own.nextInt(9) == 0 ? "CORRECTED BY THE OFFICE, SEE #" + own.nextInt(10) : "");
    }

    private Map<Role, Provider> clinicians(Household household) {
        Map<Role, Provider> providers = new EnumMap<>(Role.class);
        providers.put(Role.BILLING, household.billing());
        sometimes(2, () -> providers.put(Role.RENDERING, parties.clinician()));
        sometimes(6, () -> providers.put(Role.SUPERVISING, parties.clinicianWithoutTaxonomy()));
        sometimes(6, () -> providers.put(Role.ORDERING, parties.clinicianWithoutTaxonomy()));
        shared(providers);
        return providers;
    }

    private Map<Role, Provider> hospital(Household household) {
        Map<Role, Provider> providers = new EnumMap<>(Role.class);
        providers.put(Role.BILLING, household.billing());
        providers.put(Role.ATTENDING, parties.clinician());
        sometimes(4, () -> providers.put(Role.RENDERING, parties.clinicianWithoutTaxonomy()));
        shared(providers);
        return providers;
    }

    private void shared(Map<Role, Provider> providers) {
        sometimes(6, () -> providers.put(Role.REFERRING, parties.clinicianWithoutTaxonomy()));
        sometimes(4, () -> providers.put(Role.FACILITY, parties.facility()));
        sometimes(9, () -> providers.put(Role.PAY_TO, parties.payTo()));
    }

    private void sometimes(int oneOf, Runnable action) {
        if (random.nextInt(oneOf) == 0) {
            action.run();
        }
    }

    private Stay inpatient(LocalDate day) {
        boolean admitted = random.nextInt(9) == 0;
        return new Stay(
                "",
                random.nextInt(9) == 0 ? List.of("A1") : List.of(),
                admitted ? day.minusDays(2) : null,
                admitted && random.nextBoolean() ? day.plusDays(3) : null,
                "",
                "",
                "",
                "",
                List.of());
    }

    private Stay stay(LocalDate day, List<Line> made) {
        boolean admitted = random.nextInt(3) == 0;
        boolean gone = random.nextBoolean();
        LocalDate last = made.stream().map(Line::to).max(LocalDate::compareTo).orElse(day);
        return new Stay(
                admitted ? "011" : random.nextBoolean() ? "013" : "076",
                admitted ? List.of() : List.of(random.nextBoolean() ? "41" : "92"),
                admitted ? day : null,
                admitted && gone ? last.plusDays(random.nextInt(3)) : null,
                "3",
                "1",
                gone ? "01" : "30",
                admitted ? diagnosis() : "",
                random.nextInt(3) == 0 ? List.of(diagnosis(), diagnosis()) : List.of());
    }

    private List<String> diagnoses() {
        List<String> all = new ArrayList<>(List.of(DIAGNOSES));
        java.util.Collections.shuffle(all, random);
        int count = random.nextInt(8) == 0 ? 12 : 1 + random.nextInt(3);
        return List.copyOf(all.subList(0, count));
    }

    private String diagnosis() {
        return DIAGNOSES[random.nextInt(DIAGNOSES.length)];
    }
}
