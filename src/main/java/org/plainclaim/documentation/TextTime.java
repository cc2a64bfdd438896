package org.plainclaim.documentation;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Fact;
import org.plainclaim.note.NoteFacts;

/** The times that a note states, on the calendar of the session. */
final class TextTime {
    private final TextStatements text;
    private final SessionTime session;

    TextTime(TextStatements text, SessionTime session) {
        this.text = text;
        this.session = session;
    }

    /** The time of the session, with what is not coded taken from the note. */
    SessionTime session() {
        return new SessionTime(
                session.dateOfService(),
                session.zone(),
                or(session.start(), this::start),
                or(session.stop(), this::stop));
    }

    /**
     * The time of a service, with what is not coded taken from the note.
     *
     * @param alone true if the session has no other service, so that the time of the session is its time
     */
    ServiceTime of(DocumentedService service, boolean alone) {
        ServiceTime time = service.time();
        if (time.minutes().known()) {
            return time;
        }
        Fact<OffsetDateTime> start = alone ? or(time.start(), this::start) : time.start();
        Fact<OffsetDateTime> stop = alone ? or(time.stop(), this::stop) : time.stop();
        Optional<Fact<Integer>> stated = nameOf(service, alone).flatMap(name -> text.usable(name, Integer.class));
        Optional<Fact<Integer>> elapsed = alone ? elapsed(start, stop) : Optional.empty();
        boolean fits = stated.isPresent()
                && elapsed.map(span -> stated.get().get() <= span.get()).orElse(true);
        Optional<Fact<Integer>> minutes = fits ? stated : elapsed;
        return new ServiceTime(start, stop, minutes.orElse(time.minutes()));
    }

    /** Minutes from the start to the stop, coded or stated; over midnight if the stop is the earlier hour. */
    private Optional<Fact<Integer>> elapsed(Fact<OffsetDateTime> start, Fact<OffsetDateTime> stop) {
        if (start.known() && stop.known()) {
            Duration between = Duration.between(start.get(), stop.get());
            return between.isNegative()
                    ? Optional.empty()
                    : Optional.of(Fact.from((int) between.toMinutes(), start, stop));
        }
        Optional<Fact<LocalTime>> from = text.usable(NoteFacts.START, LocalTime.class);
        Optional<Fact<LocalTime>> to = text.usable(NoteFacts.STOP, LocalTime.class);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        int minutes = Math.floorMod(
                (int) Duration.between(from.get().get(), to.get().get()).toMinutes(), 24 * 60);
        return Optional.of(Fact.from(minutes, from.get(), to.get()));
    }

    /**
     * The fact that states the minutes of a service: those of psychotherapy or evaluation where they are told apart, else
     * those of the session if it has no other service; empty if none speaks of it.
     */
    Optional<String> nameOf(DocumentedService service, boolean alone) {
        String kind = service.kind().orElse("");
        Optional<String> apart = Optional.empty();
        if (kind.equals(ServiceKinds.EVALUATION_AND_MANAGEMENT)) {
            apart = Optional.of(NoteFacts.EVALUATION_MINUTES);
        } else if (ServiceKinds.isPsychotherapy(kind)) {
            apart = Optional.of(NoteFacts.PSYCHOTHERAPY_MINUTES);
        }
        return apart.filter(name -> text.one(name, Integer.class).isPresent())
                .or(() -> alone ? Optional.of(NoteFacts.MINUTES) : Optional.empty());
    }

    private Optional<Fact<OffsetDateTime>> start() {
        return text.usable(NoteFacts.START, LocalTime.class).flatMap(this::at);
    }

    /** A stop before the start is that of the next day. */
    private Optional<Fact<OffsetDateTime>> stop() {
        OffsetDateTime start = or(session.start(), this::start).orElse(OffsetDateTime.MIN);
        return text.usable(NoteFacts.STOP, LocalTime.class)
                .flatMap(this::at)
                .map(stop -> stop.map(at -> at.isBefore(start) ? at.plusDays(1) : at));
    }

    /** An hour of the clock on the day and in the offset of the session; nobody can tell without both. */
    private Optional<Fact<OffsetDateTime>> at(Fact<LocalTime> clock) {
        @Nullable LocalDate date = session.dateOfService().value();
        OffsetDateTime known =
                session.start().known() ? session.start().get() : session.stop().value();
        return date == null || known == null
                ? Optional.empty()
                : Optional.of(clock.map(hour -> date.atTime(hour).atOffset(known.getOffset())));
    }

    private static <T> Fact<T> or(Fact<T> coded, Supplier<Optional<Fact<T>>> stated) {
        return coded.known() ? coded : stated.get().orElse(coded);
    }
}
