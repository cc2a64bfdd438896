package org.plainclaim.fhir;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.documentation.ServiceTime;
import org.plainclaim.documentation.SessionTime;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/** Reads when the session and each of its services was. */
final class TimeReader {
    private static final Duration LONGEST = Duration.ofHours(24);

    private final Reading reading;
    private final Element encounter;
    private final @Nullable ZoneId practiceZone;

    TimeReader(Reading reading, Element encounter, @Nullable ZoneId practiceZone) {
        this.reading = reading;
        this.encounter = encounter;
        this.practiceZone = practiceZone;
    }

    /** Where a time is written. */
    private record Span(Element start, Element stop, Element duration) {}

    /** The time of the session; the place of the patient decides the calendar. */
    SessionTime session(@Nullable Element place) {
        ServiceTime checked = time(ofEncounter());
        Element start = encounter.child("period").child("start");
        Fact<String> zone = zone(checked.start(), place);
        OffsetDateTime at = checked.start().value();
        Fact<LocalDate> date = at == null ? start.fact(Moment::day) : date(checked.start(), at, zone);
        return new SessionTime(date, zone, checked.start(), checked.stop());
    }

    /** The day at the place of service; the day as stated if that place is not known. */
    private static Fact<LocalDate> date(Fact<OffsetDateTime> start, OffsetDateTime at, Fact<String> zone) {
        String id = zone.value();
        return id == null
                ? start.map(OffsetDateTime::toLocalDate)
                : Fact.from(at.atZoneSameInstant(ZoneId.of(id)).toLocalDate(), start, zone);
    }

    private Fact<String> zone(Fact<OffsetDateTime> start, @Nullable Element place) {
        Element stated = (place == null ? encounter.child("location") : place)
                .extension(Systems.TIMEZONE)
                .choice("value", "Code");
        Fact<String> known = stated.fact(TimeReader::zoneId);
        OffsetDateTime at = start.value();
        if (stated.present() && !known.known()) {
            reading.fail("session-time-zone-unknown", stated.evidence());
        }
        if (known.known() || at == null) {
            return known;
        }
        if (at.getOffset().getTotalSeconds() != 0) {
            return start.map(moment -> moment.getOffset().getId());
        }
        ZoneId practice = practiceZone;
        return practice == null ? known : start.map(moment -> practice.getId());
    }

    private static Optional<String> zoneId(String text) {
        try {
            return Optional.of(ZoneId.of(text).getId());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The time of a lone service: that of the encounter. */
    ServiceTime lone() {
        return time(ofEncounter());
    }

    /** The time of a procedure; one without a time of its own has that of the encounter if it is the only service. */
    ServiceTime procedure(Element procedure, boolean alone) {
        Element period = procedure.choice("performed", "Period");
        Element duration =
                procedure.extension(Systems.EXTENSION + "service-duration").choice("value", "Duration");
        if (alone && !period.present() && !duration.present()) {
            return time(ofEncounter());
        }
        Element moment = procedure.choice("performed", "DateTime");
        Element start = moment.present() ? moment : period.child("start");
        return time(new Span(start, period.child("end"), duration));
    }

    private Span ofEncounter() {
        Element period = encounter.child("period");
        return new Span(period.child("start"), period.child("end"), encounter.child("length"));
    }

    private ServiceTime time(Span span) {
        Fact<OffsetDateTime> start = span.start().fact(Moment::instant);
        Fact<OffsetDateTime> stop = span.stop().fact(Moment::instant);
        Fact<Integer> stated = minutes(span.duration());
        OffsetDateTime from = start.value();
        OffsetDateTime to = stop.value();
        if (from == null || to == null) {
            return new ServiceTime(start, stop, stated.known() ? stated : missing(start, stop));
        }
        Fact<Integer> both = Fact.from(0, stop, start);
        return new ServiceTime(start, stop, counted(Duration.between(from, to), both, stated));
    }

    /** Unknown minutes: what is missing for them comes first. */
    private static Fact<Integer> missing(Fact<OffsetDateTime> start, Fact<OffsetDateTime> stop) {
        Fact<Integer> both = start.known() ? Fact.from(0, stop, start) : Fact.from(0, start, stop);
        return new Fact<>(null, both.evidence());
    }

    /** The minutes that count: from start to stop, less any time that the stated duration leaves out. */
    private Fact<Integer> counted(Duration elapsed, Fact<Integer> span, Fact<Integer> stated) {
        if (elapsed.isNegative()) {
            reading.fail("session-stop-before-start", span.evidence());
            return new Fact<>(null, span.evidence());
        }
        if (elapsed.compareTo(LONGEST) > 0) {
            reading.fail("session-longer-than-day", span.evidence());
            return new Fact<>(null, span.evidence());
        }
        int minutes = (int) elapsed.toMinutes();
        Fact<Integer> measured = span.map(nothing -> minutes);
        if (!stated.known()) {
            return measured;
        }
        if (stated.get() > minutes) {
            List<Evidence> both = new ArrayList<>(stated.evidence());
            both.addAll(span.evidence());
            reading.fail("session-length-conflict", both);
            return measured;
        }
        return Fact.from(stated.get(), stated, span);
    }

    private static Fact<Integer> minutes(Element duration) {
        String unit = duration.child("code").textOr(duration.child("unit").textOr(""));
        return duration.child("value").fact(value -> minutes(new BigDecimal(value), unit));
    }

    private static Optional<Integer> minutes(BigDecimal value, String unit) {
        BigDecimal seconds =
                switch (unit) {
                    case "min", "minute", "minutes" -> value.multiply(BigDecimal.valueOf(60));
                    case "h", "hour", "hours" -> value.multiply(BigDecimal.valueOf(3600));
                    case "s", "second", "seconds" -> value;
                    default -> BigDecimal.valueOf(-1);
                };
        boolean sensible = seconds.signum() >= 0 && seconds.compareTo(BigDecimal.valueOf(1_000_000)) < 0;
        return sensible ? Optional.of(seconds.intValue() / 60) : Optional.empty();
    }
}
