package org.plainclaim.scrub;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.documentation.Columns;
import org.plainclaim.documentation.SessionSituations;
import org.plainclaim.edit.KnownLine;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Column;
import org.plainclaim.rules.Situation;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Submission;

/** Turns the lines of a claim into the facts that the tables ask about. */
final class ClaimLines {
    private static final Column AGE = Column.of("age");
    private static final Column DAYS = Column.of("days");
    private static final Column REVENUE_CODE = Column.of("revenue-code");
    private static final Column SUPERVISED = Column.of("supervised");
    private static final Column TELEHEALTH = Column.of("telehealth");
    private static final String AUDIO_ONLY = "audio-only";
    private static final String IN_PERSON = "in-person";

    /** Calendars of payers and codes end here; what is beyond is a slip of the pen. */
    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);
    private static final BigDecimal MOST_UNITS = BigDecimal.valueOf(999_999);

    private final Submission claim;
    private final ScrubBook book;
    private final String reference;

    private ClaimLines(Submission claim, ScrubBook book, String reference) {
        this.claim = claim;
        this.book = book;
        this.reference = reference;
    }

    static List<ClaimLine> of(Submission claim, ScrubBook book, String reference) {
        ClaimLines lines = new ClaimLines(claim, book, reference);
        List<ClaimLine> made = new ArrayList<>(claim.lines().size());
        for (int i = 0; i < claim.lines().size(); i++) {
            made.add(lines.line(i, claim.lines().get(i)));
        }
        return made;
    }

    /** A date that tables and calendars can be asked with. */
    static LocalDate within(LocalDate date) {
        if (date.isBefore(FIRST)) {
            return FIRST;
        }
        return date.isAfter(LAST) ? LAST : date;
    }

    /** Whole units, as far as they are whole and not beyond all measure; 0 otherwise. */
    static int whole(BigDecimal units) {
        boolean countable = units.scale() <= 0 && units.signum() > 0 && units.compareTo(MOST_UNITS) <= 0;
        return countable ? units.intValue() : 0;
    }

    private ClaimLine line(int index, Line line) {
        LocalDate date = within(line.from());
        Provider rendering = rendering(line);
        String credential = credential(rendering, date);
        String telehealth = telehealth(line);
        List<Evidence> evidence = List.of(new Evidence(
                reference,
                "Claim.item[" + index + "].productOrService",
                line.procedure().code()));
        Situation facts = Situation.EMPTY
                .with(Columns.CODE, fact(line.procedure().code(), evidence))
                .with(Columns.PLACE_OF_SERVICE, fact(line.placeOfService(), evidence))
                .with(REVENUE_CODE, fact(line.revenueCode(), evidence))
                .with(TELEHEALTH, fact(telehealth, evidence))
                .with(Columns.CREDENTIAL, fact(credential, evidence))
                .with(Columns.UNITS, new Fact<>(whole(line.units()), evidence))
                .with(DAYS, new Fact<>(days(line), evidence))
                .with(AGE, new Fact<>(age(date), evidence))
                .with(SUPERVISED, fact(claim.provider(Role.SUPERVISING).isPresent() ? "yes" : "no", evidence))
                .with(Columns.FIRST_DIAGNOSIS, fact(firstLetter(line), evidence));
        return new ClaimLine(
                index + 1,
                line,
                date,
                rendering,
                credential,
                telehealth,
                facts,
                known(line, date, rendering, evidence));
    }

    private KnownLine known(Line line, LocalDate date, @Nullable Provider rendering, List<Evidence> evidence) {
        String practice = claim.provider(Role.BILLING).map(Provider::npi).orElse("");
        KnownLine.Provider provider = rendering == null
                ? new KnownLine.Provider("", "", practice)
                : new KnownLine.Provider(rendering.npi(), rendering.taxonomy(), practice);
        return new KnownLine(
                reference, line.procedure().code(), date, whole(line.units()), provider, null, null, evidence);
    }

    /** Of the line, else of the claim; who bills for himself renders, and so does who attends. */
    private @Nullable Provider rendering(Line line) {
        if (line.rendering() != null) {
            return line.rendering();
        }
        Provider own = claim.provider(Role.RENDERING)
                .or(() -> claim.provider(Role.ATTENDING))
                .orElse(null);
        Provider billing = claim.provider(Role.BILLING).orElse(null);
        boolean alone = own == null && billing != null && billing.kind() == Provider.Kind.PERSON;
        return alone ? billing : own;
    }

    private String credential(@Nullable Provider rendering, LocalDate date) {
        if (rendering == null || rendering.taxonomy().isEmpty()) {
            return "";
        }
        return book.named(SessionSituations.TAXONOMY, rendering.taxonomy(), date)
                .map(row -> row.result("credential"))
                .orElse("");
    }

    /** Modifiers say it surer than the place, and sound alone surer than a picture. */
    private String telehealth(Line line) {
        String said = "";
        for (String modifier : line.procedure().modifiers()) {
            String sign = book.telehealth("modifier-" + modifier);
            said = sign.isEmpty() || said.equals(AUDIO_ONLY) ? said : sign;
        }
        String place = said.isEmpty() ? book.telehealth("place-" + line.placeOfService()) : said;
        return place.isEmpty() ? IN_PERSON : place;
    }

    private @Nullable Integer age(LocalDate date) {
        LocalDate born = claim.patient().birthDate();
        return born == null ? null : (int) ChronoUnit.YEARS.between(within(born), date);
    }

    private static int days(Line line) {
        return (int) ChronoUnit.DAYS.between(within(line.from()), within(line.to())) + 1;
    }

    private String firstLetter(Line line) {
        int pointer = line.pointers().isEmpty() ? 0 : line.pointers().get(0);
        String code = pointer > 0 && pointer <= claim.diagnoses().size()
                ? claim.diagnoses().get(pointer - 1)
                : "";
        return code.isEmpty() ? "" : code.substring(0, 1);
    }

    private static Fact<String> fact(String value, List<Evidence> evidence) {
        return new Fact<>(value.isEmpty() ? null : value, evidence);
    }
}
