package org.plainclaim.plausibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.plausibility.Histories.DAY;
import static org.plainclaim.plausibility.Histories.GROUP;
import static org.plainclaim.plausibility.Histories.NINE;
import static org.plainclaim.plausibility.Histories.THERAPY;
import static org.plainclaim.plausibility.Histories.billed;
import static org.plainclaim.plausibility.Histories.note;
import static org.plainclaim.plausibility.Histories.pair;
import static org.plainclaim.plausibility.Histories.services;
import static org.plainclaim.plausibility.Histories.session;
import static org.plainclaim.plausibility.Histories.shares;
import static org.plainclaim.plausibility.Histories.slot;
import static org.plainclaim.plausibility.Histories.timed;
import static org.plainclaim.plausibility.Histories.worked;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Severity;
import org.plainclaim.explanation.Source;
import org.plainclaim.plausibility.WorkedSession.Slot;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** Each signal on both sides of its bounds; every row of {@code rules/signals} has its case here. */
final class SignalsTest {
    private static final RuleLibrary LIBRARY = RuleLoader.load(TerminologyFolder.shipped());
    private static final PlausibilityEngine ENGINE = new PlausibilityEngine(LIBRARY);

    private final Set<String> seen = new TreeSet<>();

    private Plausibility review(ClinicianHistory history) {
        Plausibility found = ENGINE.review(history, DAY);
        found.signals().forEach(signal -> seen.add(signal.source().rule()));
        return found;
    }

    private List<Signal> signals(ClinicianHistory history, String rule) {
        return review(history).signals().stream()
                .filter(signal -> signal.source().rule().equals("signal-" + rule))
                .toList();
    }

    private boolean unchecked(ClinicianHistory history, String rule) {
        return review(history).unchecked().stream()
                .anyMatch(one -> one.source().rule().equals("signal-" + rule));
    }

    @Test
    void moreThanEightyPercentAtTheFloorOfACode() {
        assertTrue(signals(timed(20, 16), "floor-minutes").isEmpty());
        List<Signal> found = signals(timed(20, 17), "floor-minutes");
        assertEquals(1, found.size());
        assertTrue(found.get(0).message().contains("17 of 20 psychotherapy sessions (85 percent)"), found::toString);
        assertEquals(17, found.get(0).evidence().size());
    }

    @Test
    void tooFewSessionsSayNothingOfFloors() {
        assertTrue(signals(timed(19, 19), "floor-minutes").isEmpty());
        assertTrue(unchecked(timed(19, 19), "floor-minutes"));
        assertFalse(unchecked(timed(20, 20), "floor-minutes"));
    }

    @Test
    void floorsAreThoseOfPsychotherapy() {
        List<WorkedSession> sessions = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sessions.add(session(i, "evaluation-management", slot(120L * i, 16), null));
        }
        assertTrue(unchecked(worked(sessions), "floor-minutes"));
    }

    @Test
    void timesTakenFromTheCalendar() {
        List<WorkedSession> sessions = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Slot time = slot(120L * i, 50);
            sessions.add(session(i, THERAPY, time, i < 17 ? time : slot(120L * i, 60)));
        }
        assertEquals(1, signals(worked(sessions), "scheduled-times").size());
        sessions.set(0, session(0, THERAPY, slot(0, 49), slot(0, 50)));
        assertTrue(signals(worked(sessions), "scheduled-times").isEmpty());
        assertTrue(unchecked(timed(20, 0), "scheduled-times"));
    }

    @Test
    void sessionsThatTouchDoNotOverlap() {
        assertTrue(signals(worked(List.of(session(1, 0, 60), session(2, 60, 60))), "overlapping-sessions")
                .isEmpty());
        List<Signal> found = signals(
                worked(List.of(session(1, 0, 60), session(2, 59, 60), session(3, 119, 30))), "overlapping-sessions");
        assertEquals(1, found.size());
        assertTrue(found.get(0).message().contains("1 minutes in common (Encounter/1 and Encounter/2)"));
        assertEquals(
                1,
                signals(worked(List.of(session(1, 0, 60), session(2, 10, 20))), "overlapping-sessions")
                        .get(0)
                        .score());
    }

    @Test
    void membersOfOneGroupAreSeenTogetherAndThoseOfTwoGroupsAreNot() {
        WorkedSession one = session(1, GROUP, slot(0, 90), null);
        WorkedSession same = session(2, GROUP, slot(0, 90), null);
        WorkedSession later = session(3, GROUP, slot(30, 90), null);
        assertTrue(signals(worked(List.of(one, same)), "overlapping-sessions").isEmpty());
        assertEquals(
                2,
                signals(worked(List.of(one, same, later)), "overlapping-sessions")
                        .size());
        WorkedSession alone = session(4, THERAPY, slot(0, 90), null);
        assertEquals(
                1, signals(worked(List.of(one, alone)), "overlapping-sessions").size());
    }

    @Test
    void aDayHasTwentyFourHours() {
        List<WorkedSession> sessions = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            sessions.add(session(i, 120L * i, 120));
        }
        assertTrue(signals(worked(sessions), "long-day").isEmpty());
        sessions.add(session(12, 0, 1));
        List<Signal> found = signals(worked(sessions), "long-day");
        assertEquals(1, found.size());
        assertTrue(found.get(0).message().contains("2026-03-10 add up to 1441 minutes"));
    }

    @Test
    void servicesADay() {
        assertTrue(signals(services(12, THERAPY), "busy-day").isEmpty());
        assertEquals(1, signals(services(13, THERAPY), "busy-day").size());
        assertEquals(1, signals(services(15, THERAPY), "busy-day").size());
        assertTrue(signals(services(15, THERAPY), "crowded-day").isEmpty());
        assertEquals(1, signals(services(16, THERAPY), "crowded-day").size());
        assertTrue(signals(services(16, THERAPY), "busy-day").isEmpty());
        assertTrue(signals(services(40, GROUP), "crowded-day").isEmpty());
    }

    @Test
    void aShareFarAboveThatOfThePeers() {
        List<Signal> found = signals(shares(95, 100, 40, 45, 50, 55), "long-psychotherapy-share");
        assertEquals(1, found.size());
        assertTrue(found.get(0).message().contains("95 percent of 100"), found::toString);
        assertTrue(found.get(0).message().contains("4 peers of the practice is 48 percent"), found::toString);
        assertTrue(signals(shares(60, 100, 40, 45, 50, 55), "long-psychotherapy-share")
                .isEmpty());
        assertTrue(signals(shares(95, 100, 90, 95, 100, 85), "long-psychotherapy-share")
                .isEmpty());
    }

    @Test
    void aShareOfHighVisitsFarAboveThatOfThePeers() {
        List<Signal> known = signals(shares("99215", "99213", 95, 100, 40, 45, 50, 55), "high-visit-share");
        assertEquals(1, known.size());
        assertTrue(known.get(0).message().contains("95 percent of 100"), known::toString);
        assertTrue(signals(shares("99213", "99212", 95, 100, 40, 45, 50, 55), "high-visit-share")
                .isEmpty());
        assertEquals(
                1,
                signals(shares("99204", "99203", 95, 100, 40, 45, 50, 55), "high-new-visit-share")
                        .size());
    }

    @Test
    void oneOddPeerDoesNotHideTheShareAndChanceDoesNotMakeOne() {
        assertEquals(
                1,
                signals(shares(95, 100, 40, 42, 44, 100), "long-psychotherapy-share")
                        .size());
        assertTrue(
                signals(shares(14, 20, 50, 50, 50), "long-psychotherapy-share").isEmpty());
    }

    @Test
    void tooFewServicesOrPeersSayNothing() {
        assertTrue(unchecked(shares(19, 19, 10, 10, 10), "long-psychotherapy-share"));
        assertTrue(unchecked(shares(100, 100, 10, 10), "long-psychotherapy-share"));
        assertFalse(unchecked(shares(100, 100, 10, 10, 10), "long-psychotherapy-share"));
    }

    @Test
    void notesThatAreTheSameAsAnEarlierOne() {
        assertTrue(signals(pair("Patient/1", 0.8999, false), "cloned-note").isEmpty());
        assertEquals(
                0.9,
                signals(pair("Patient/1", 0.9, false), "cloned-note").get(0).score());
        assertEquals(
                1,
                signals(pair("Patient/2", 0.97, false), "cloned-note-other-patient")
                        .size());
        assertEquals(
                1, signals(pair("Patient/2", 1, true), "identical-group-note").size());
        assertTrue(
                signals(pair("Patient/2", 1, true), "cloned-note-other-patient").isEmpty());
        Plausibility found = review(pair("Patient/1", 1, false));
        assertEquals(1, found.about("Encounter/2").signals().size());
        assertEquals(0, found.about("Encounter/1").signals().size());
    }

    @Test
    void notesThatCameAfterTheClaim() {
        Instant later = NINE.plusSeconds(1);
        assertTrue(signals(billed(note(1, "Patient/1", NINE, NINE)), "note-after-claim")
                .isEmpty());
        assertTrue(signals(billed(note(1, "Patient/1", NINE, NINE)), "unsigned-at-billing")
                .isEmpty());
        assertEquals(
                1,
                signals(billed(note(1, "Patient/1", later, later)), "note-after-claim")
                        .size());
        assertEquals(
                1,
                signals(billed(note(1, "Patient/1", NINE, later)), "unsigned-at-billing")
                        .size());
        assertEquals(
                1,
                signals(billed(note(1, "Patient/1", NINE, null)), "unsigned-at-billing")
                        .size());
        assertTrue(unchecked(billed(note(2, "Patient/1", later, null)), "note-after-claim"));
    }

    @Test
    void anAdditionToANoteThatWasThereInTimeIsNotLate() {
        WrittenNote first = note(1, "Patient/1", NINE, NINE);
        WrittenNote addition =
                new WrittenNote("Composition/9", "Encounter/1", "Patient/1", 40, NINE.plusSeconds(9), null);
        assertTrue(review(billed(first, addition)).signals().isEmpty());
    }

    @Test
    void theTotalCountsEachKindOnceAndStaysBelowOne() {
        assertEquals(0, review(timed(3, 0)).total());
        Plausibility two = review(worked(List.of(session(1, 0, 60), session(2, 0, 60), session(3, 0, 60))));
        assertEquals(3, two.signals().size());
        assertEquals(0.8, two.total(), 1e-9);
    }

    @Test
    void noSignalCanHoldAClaim() {
        Source source = new Source("signal", "citation", null, null, DAY, "reported");
        assertThrows(
                IllegalArgumentException.class,
                () -> new Signal(source, Severity.HOLD, 1, 1, "message", "", List.of()));
        LIBRARY.base().table(SignalTables.SIGNALS).rows().forEach(row -> {
            assertFalse(row.result("severity").equals("hold"), row::rule);
            assertThrows(IllegalStateException.class, () -> new SignalRule(row, 0, 0, 0, 0, 0, 0, Severity.HOLD));
        });
        Plausibility found = review(services(40, THERAPY));
        assertTrue(found.signals().stream().map(Signal::finding).noneMatch(Finding::holds));
    }

    @Test
    void everyRowHasACase() {
        notesThatAreTheSameAsAnEarlierOne();
        notesThatCameAfterTheClaim();
        moreThanEightyPercentAtTheFloorOfACode();
        timesTakenFromTheCalendar();
        aShareFarAboveThatOfThePeers();
        aShareOfHighVisitsFarAboveThatOfThePeers();
        aDayHasTwentyFourHours();
        servicesADay();
        Set<String> rows = new TreeSet<>();
        LIBRARY.base().table(SignalTables.SIGNALS).rows().forEach(row -> rows.add(row.rule()));
        assertEquals(rows, seen);
    }

    @Test
    void messagesSayWhatWasCompared() {
        review(services(40, THERAPY))
                .signals()
                .forEach(signal -> assertFalse(signal.message().contains("unknown")));
        for (ClinicianHistory history : List.of(timed(1, 1), timed(20, 20), shares(1, 1), shares(99, 99, 1, 2, 3))) {
            Plausibility found = review(history);
            found.signals().forEach(one -> assertFalse(one.message().contains("unknown"), one.message()));
            found.unchecked().forEach(one -> assertFalse(one.why().matches(".*(unknown|\\{).*"), one.why()));
        }
    }
}
