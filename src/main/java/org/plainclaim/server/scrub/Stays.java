package org.plainclaim.server.scrub;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.server.store.CurrentVersions.Current;
import org.plainclaim.server.store.Question;
import org.plainclaim.server.store.StoreView;

/** Whether a patient seen by telehealth was in a facility meanwhile. */
final class Stays {
    private static final int MOST = 100;

    /** Classes of an Encounter (v3-ActCode) in which the patient lies in a facility. */
    private static final Set<String> LYING = Set.of("IMP", "ACUTE", "NONAC", "OBSENC");

    private static final Set<String> TOOK_PLACE = Set.of("arrived", "triaged", "in-progress", "onleave", "finished");

    /** Kind of place (v3-RoleCode) of the patient's home. */
    private static final String HOME = "PTRES";

    private Stays() {}

    /** True if a stay on file was going on; false if none was and the session says the patient was at home; else null. */
    static @Nullable Boolean during(StoreView view, SessionDocumentation session) {
        OffsetDateTime start = session.time().start().value();
        String patient = session.patient().reference().orElse("");
        if (!session.setting().telehealth().known() || start == null || !patient.startsWith("Patient/")) {
            return null;
        }
        Question stays = Question.referring(patient, "Encounter.subject")
                .within(
                        "Encounter",
                        "date",
                        start.toLocalDate().minusDays(1),
                        start.toLocalDate().plusDays(1))
                .atMost(MOST);
        LocalDateTime moment = start.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        if (view.ask(stays).stream().map(Current::json).anyMatch(stay -> lies(stay, moment))) {
            return true;
        }
        return session.setting().patientPlace().is(HOME) ? Boolean.FALSE : null;
    }

    private static boolean lies(JsonNode stay, LocalDateTime moment) {
        if (!LYING.contains(stay.at("/class/code").asText())
                || !TOOK_PLACE.contains(stay.path("status").asText())) {
            return false;
        }
        LocalDateTime from = SessionHours.local(stay.at("/period/start"), ZoneOffset.UTC);
        LocalDateTime to = SessionHours.local(stay.at("/period/end"), ZoneOffset.UTC);
        boolean open = stay.at("/period/end").isMissingNode();
        return from != null && !from.isAfter(moment) && (open || (to != null && to.isAfter(moment)));
    }
}
