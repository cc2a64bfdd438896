package org.plainclaim.documentation;

import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.note.NoteFacts;

/** Compares what a note states with itself and with what is coded: who is right is not for a program to say. */
final class TextAgreement {
    /** The text states one fact with two values. */
    static final String WITH_ITSELF = "note-contradicts-itself";

    /** The text states another value than the coded record. */
    static final String WITH_RECORD = "note-contradicts-record";

    /** The same of a fact that the reader is not sure enough of. */
    static final String MAYBE = "note-may-contradict";

    private final TextStatements text;
    private final SessionDocumentation session;
    private final List<TextFacts.Disagreement> found = new ArrayList<>();

    TextAgreement(TextStatements text, SessionDocumentation session) {
        this.text = text;
        this.session = session;
    }

    List<TextFacts.Disagreement> disagreements() {
        for (String fact : session.note().text().conflicts().keySet()) {
            found.add(new TextFacts.Disagreement(text.contradicts(fact) ? WITH_ITSELF : MAYBE, text.places(fact)));
        }
        clock(NoteFacts.START, starts());
        clock(NoteFacts.STOP, stops());
        minutes();
        people();
        return found;
    }

    private List<Fact<OffsetDateTime>> starts() {
        List<Fact<OffsetDateTime>> starts =
                new ArrayList<>(List.of(session.time().start()));
        session.services().forEach(service -> starts.add(service.time().start()));
        return starts;
    }

    private List<Fact<OffsetDateTime>> stops() {
        List<Fact<OffsetDateTime>> stops =
                new ArrayList<>(List.of(session.time().stop()));
        session.services().forEach(service -> stops.add(service.time().stop()));
        return stops;
    }

    /** A stated hour that is none of the coded ones. */
    private void clock(String fact, List<Fact<OffsetDateTime>> coded) {
        Optional<Fact<LocalTime>> stated = text.one(fact, LocalTime.class);
        List<Fact<OffsetDateTime>> known = coded.stream().filter(Fact::known).toList();
        if (stated.isPresent()
                && !known.isEmpty()
                && known.stream()
                        .noneMatch(at -> sameMinute(at.get(), stated.get().get()))) {
            differ(fact, stated.get(), known.get(0));
        }
    }

    private static boolean sameMinute(OffsetDateTime coded, LocalTime stated) {
        return coded.getHour() == stated.getHour() && coded.getMinute() == stated.getMinute();
    }

    private void minutes() {
        boolean alone = session.services().size() == 1;
        TextTime times = new TextTime(text, session.time());
        for (DocumentedService service : session.services()) {
            Fact<Integer> coded = service.time().minutes();
            times.nameOf(service, alone).ifPresent(name -> text.one(name, Integer.class)
                    .filter(stated -> coded.known() && !stated.is(coded.get()) && !isLength(stated))
                    .ifPresent(stated -> differ(name, stated, coded)));
        }
    }

    /** The length of the whole visit may be told beside the minutes that count. */
    private boolean isLength(Fact<Integer> stated) {
        OffsetDateTime start = session.time().start().value();
        OffsetDateTime stop = session.time().stop().value();
        return start != null
                && stop != null
                && stated.is((int) Duration.between(start, stop).toMinutes());
    }

    private void people() {
        Optional<Fact<String>> attendance = text.one(NoteFacts.ATTENDANCE, String.class);
        Optional<Fact<Integer>> size = text.one(NoteFacts.GROUP_SIZE, Integer.class);
        for (DocumentedService service : session.services()) {
            Fact<String> patient = service.participation().patient();
            boolean known = attendance.isPresent() && patient.known();
            if (known && attendance.get().is("absent") != patient.is("absent")) {
                differ(NoteFacts.ATTENDANCE, attendance.get(), patient);
            }
            Fact<Integer> group = service.participation().groupSize();
            if (size.isPresent() && group.known() && !group.is(size.get().get())) {
                differ(NoteFacts.GROUP_SIZE, size.get(), group);
            }
        }
        Fact<String> technology = session.setting().telehealth();
        text.one(NoteFacts.TELEHEALTH, String.class)
                .filter(stated -> technology.known() && !technology.is(stated.get()))
                .ifPresent(stated -> differ(NoteFacts.TELEHEALTH, stated, technology));
    }

    private void differ(String fact, Fact<?> stated, Fact<?> coded) {
        List<Evidence> both = new ArrayList<>(stated.evidence());
        both.addAll(coded.evidence());
        found.add(new TextFacts.Disagreement(text.counts(fact, stated.get()) ? WITH_RECORD : MAYBE, both));
    }
}
