package org.plainclaim.server.operation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plainclaim.claim.HistoryWindow;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.fhir.PatientPast;
import org.plainclaim.server.store.StoreView;

/**
 * The sessions of one patient, whose histories are cut from what was read once.
 *
 * @param patient reference of the patient
 * @param past what is stored of the patient; null if that is not the same for all sessions
 * @param histories how far each history goes
 */
record OfPatient(String patient, @Nullable PatientPast past, HistoryStore histories) {
    /**
     * A session of the patient.
     *
     * @param encounter id of its encounter
     * @param stored what the store holds of it
     * @param session the session as it was read
     * @param window the days that its rules look at; null if it has no date
     */
    record Session(
            String encounter, StoredSession stored, SessionDocumentation session, @Nullable HistoryWindow window) {
        String patient() {
            return session.patient().reference().orElse("");
        }
    }

    static OfPatient of(StoreView view, List<Session> sessions, HistoryStore histories, Readings readings) {
        List<HistoryWindow> windows =
                sessions.stream().map(Session::window).filter(Objects::nonNull).toList();
        String patient = sessions.stream().map(Session::patient).findFirst().orElse("");
        if (windows.isEmpty() || !patient.startsWith("Patient/") || patient.contains("#")) {
            return new OfPatient(patient, null, histories);
        }
        HistoryWindow all = new HistoryWindow(
                end(windows, HistoryWindow::from, BinaryOperator.minBy(LocalDate::compareTo)),
                end(windows, HistoryWindow::to, BinaryOperator.maxBy(LocalDate::compareTo)));
        PatientPast past = histories
                .past(view, sessions.get(0).stored(), patient, all)
                .map(readings::past)
                .orElse(null);
        return new OfPatient(patient, past, histories);
    }

    private static LocalDate end(
            List<HistoryWindow> windows, Function<HistoryWindow, LocalDate> end, BinaryOperator<LocalDate> of) {
        return windows.stream().map(end).reduce(of).orElseThrow();
    }

    /** What is known around a session; null if it has to be gathered for it alone. */
    @Nullable
    PatientHistory history(Session one) {
        HistoryWindow window = one.window();
        return past == null || window == null || !one.patient().equals(patient)
                ? null
                : past.around(one.session(), window, histories.known(one.session(), window));
    }
}
