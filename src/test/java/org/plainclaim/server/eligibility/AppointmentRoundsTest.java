package org.plainclaim.server.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.Awaited;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** What appointments that an EHR pushes lead to; the server's own rounds run meanwhile, as they do in a practice. */
final class AppointmentRoundsTest {
    private static final LocalDate DAY = Intake.today().plusDays(4);
    private static final Clock DAY_BEFORE = Clock.fixed(
            DAY.minusDays(1).atTime(12, 0).atZone(ZoneId.systemDefault()).toInstant(), ZoneId.systemDefault());

    /** A patient of a payer that is reached by the folder of the test partner, with a clinician. */
    private record Desk(RunningServer server, Intake intake, String clinician) {
        static Desk of(RunningServer server) {
            Intake intake = new Intake(server.http(), "SRHP1");
            return new Desk(
                    server,
                    intake,
                    intake.stored("{\"resourceType\":\"PractitionerRole\",\"organization\":{\"reference\":\"%s\"}}"
                            .formatted(intake.practice)));
        }

        ObjectNode appointment(String status) {
            return Intake.json(
                    """
                    {"resourceType":"Appointment","status":"%s","start":"%sT10:00:00Z","end":"%sT11:00:00Z",
                     "participant":[{"actor":{"reference":"%s"},"status":"accepted"},
                      {"actor":{"reference":"%s"},"status":"accepted"}]}"""
                            .formatted(status, DAY, DAY, clinician, intake.patient));
        }

        /** Stores one that is booked, and waits until the payer was asked about it. */
        String booked() {
            String reference = intake.stored(appointment("booked").toString());
            server.part(EligibilityRounds.class).run();
            Awaited.until("an answer of the payer", () -> !found("Response").isEmpty());
            assertAsked(1);
            return reference;
        }

        List<String> found(String kind) {
            return intake.http
                    .get("CoverageEligibility" + kind + "?patient=" + intake.patient)
                    .matches();
        }

        void dayBefore() {
            dayBefore(server.part(Sources.class));
        }

        void dayBefore(Sources sources) {
            server.part(EligibilityRounds.class).with(sources, DAY_BEFORE).run();
        }

        /** In the store, and in what the partner got. */
        void assertAsked(int times) {
            assertEquals(times, found("Request").size());
            assertEquals(times, found("Response").size());
            assertEquals(times, Mail.of(server).questions(List.of("NM1*IL*1*DOE*JANE****MI*" + intake.member)));
        }
    }

    /** A way to the payer on which the first question about the patient waits until it is let go. */
    private record Slow(Desk desk, AtomicInteger asked, CountDownLatch entered, CountDownLatch go) {
        Slow(Desk desk) {
            this(desk, new AtomicInteger(), new CountDownLatch(1), new CountDownLatch(1));
        }

        Sources sources() {
            Sources real = desk.server().part(Sources.class);
            return payer -> real.ofPayer(payer).map(way -> inquiry -> {
                boolean ours = inquiry.cover().memberId().equalsIgnoreCase(desk.intake().member);
                if (ours && asked.incrementAndGet() == 1) {
                    entered.countDown();
                    await(go);
                }
                return way.ask(inquiry);
            });
        }

        static void await(CountDownLatch latch) {
            try {
                assertTrue(latch.await(20, TimeUnit.SECONDS));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void aBookedAppointmentIsAskedAboutOnceAndAgainTheDayBefore(RunningServer server) {
        Desk desk = Desk.of(server);
        String reference = desk.booked();
        String request = desk.found("Request").get(0);
        assertEquals(
                desk.intake().coverage,
                desk.intake()
                        .http
                        .get("CoverageEligibilityRequest/" + request)
                        .json()
                        .at("/insurance/0/coverage/reference")
                        .asText());
        ObjectNode moved = desk.appointment("booked").put("id", reference.substring("Appointment/".length()));
        moved.put("start", DAY + "T10:30:00Z");
        assertEquals(200, desk.intake().http.put(reference, moved.toString()).status());
        server.part(EligibilityRounds.class).run();
        desk.assertAsked(1);
        desk.dayBefore();
        desk.assertAsked(2);
        desk.dayBefore();
        desk.assertAsked(2);
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void nobodyIsAskedAboutAnAppointmentThatIsCancelledOrGone(RunningServer server) {
        Desk never = Desk.of(server);
        never.intake().stored(never.appointment("cancelled").toString());
        Desk cancelled = Desk.of(server);
        String reference = cancelled.booked();
        ObjectNode off = cancelled.appointment("cancelled").put("id", reference.substring("Appointment/".length()));
        assertEquals(200, cancelled.intake().http.put(reference, off.toString()).status());
        Desk gone = Desk.of(server);
        FhirHttp.Answer deleted = gone.intake().http.delete(gone.booked());
        assertTrue(deleted.status() == 200 || deleted.status() == 204, deleted.body());
        server.part(EligibilityRounds.class).run();
        cancelled.dayBefore();
        never.assertAsked(0);
        cancelled.assertAsked(1);
        gone.assertAsked(1);
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void anAppointmentWithoutPatientOrStartIsStoredAndNotAskedAbout(RunningServer server) {
        Desk desk = Desk.of(server);
        ObjectNode nobody = desk.appointment("booked");
        nobody.withArray("participant").remove(1);
        nobody.withArray("participant")
                .addObject()
                .put("status", "accepted")
                .putArray("type")
                .addObject()
                .put("text", "chaperone");
        assertEquals(
                201, desk.intake().http.post("Appointment", nobody.toString()).status());
        ObjectNode some = desk.appointment("proposed");
        some.remove(List.of("start", "end"));
        assertEquals(
                201, desk.intake().http.post("Appointment", some.toString()).status());
        server.part(EligibilityRounds.class).run();
        desk.assertAsked(0);
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void twoRoundsAtOnceAskOnce(RunningServer server) {
        Desk desk = Desk.of(server);
        desk.booked();
        Slow slow = new Slow(desk);
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> desk.dayBefore(slow.sources()));
        Slow.await(slow.entered());
        desk.dayBefore(slow.sources());
        slow.go().countDown();
        first.join();
        assertEquals(1, slow.asked().get());
        desk.assertAsked(2);
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void ofTwoThatSawTheSameQuestionOneGetsIt(RunningServer server) {
        Desk desk = Desk.of(server);
        String id = desk.booked().substring("Appointment/".length());
        DueTable dues = server.part(DueTable.class).at(DAY_BEFORE);
        Due due = dues.open(1000).stream()
                .filter(one -> one.appointment().equals(id))
                .findFirst()
                .orElseThrow();
        assertTrue(dues.take(due));
        assertFalse(dues.take(due));
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void anAppointmentThatIsBookedAgainOnAnotherDayIsAskedAboutAgain(RunningServer server) {
        Desk desk = Desk.of(server);
        String id = desk.booked().substring("Appointment/".length());
        DueTable dues = server.part(DueTable.class).at(DAY_BEFORE);
        dues.drop(id);
        dues.book(id, DAY);
        desk.dayBefore();
        desk.assertAsked(2);
    }

    @ParameterizedTest
    @EnumSource(RunningServer.class)
    void aCoverageOfAPersonWhoPaysIsLeftOut(RunningServer server) {
        Desk desk = Desk.of(server);
        desk.intake()
                .stored(
                        """
                        {"resourceType":"Coverage","status":"active","beneficiary":{"reference":"%s"},
                         "payor":[{"reference":"%s"}]}"""
                                .formatted(desk.intake().patient, desk.intake().patient));
        desk.booked();
        String request = desk.found("Request").get(0);
        assertEquals(
                1,
                desk.intake()
                        .http
                        .get("CoverageEligibilityRequest/" + request)
                        .json()
                        .get("insurance")
                        .size());
    }
}
