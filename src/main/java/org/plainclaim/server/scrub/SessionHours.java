package org.plainclaim.server.scrub;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.Systems;
import org.plainclaim.scrub.RecordFacts.Times;

/** When somebody took part in an Encounter. */
final class SessionHours {
    private static final String ROLES = Systems.CODES + "participant-role";
    private static final int DAY_LENGTH = 10;

    private SessionHours() {}

    /**
     * The hours of a finished session; those of the person where they are told, else those of the session.
     *
     * @param references of the person, and of the person's roles
     * @return null if the session did not take place, or the person only supervised it
     */
    @Nullable
    static Times of(JsonNode encounter, Set<String> references, ZoneId zone) {
        if (!encounter.path("status").asText().equals("finished")) {
            return null;
        }
        for (JsonNode participant : encounter.path("participant")) {
            boolean theirs =
                    references.contains(participant.at("/individual/reference").asText());
            if (theirs && !supervises(participant)) {
                JsonNode own = participant.path("period");
                return times(own.has("start") && own.has("end") ? own : encounter.path("period"), zone);
            }
        }
        return null;
    }

    private static boolean supervises(JsonNode participant) {
        for (JsonNode type : participant.path("type")) {
            for (JsonNode coding : type.path("coding")) {
                if (coding.path("system").asText().equals(ROLES)
                        && coding.path("code").asText().equals("supervisor")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Times times(JsonNode period, ZoneId zone) {
        LocalDateTime start = local(period.path("start"), zone);
        LocalDateTime stop = local(period.path("end"), zone);
        Integer minutes = start == null || stop == null
                ? null
                : (int) Duration.between(start, stop).toMinutes();
        return new Times(minutes, start, stop);
    }

    /** A moment by the clock of the zone; null if no hour is told. */
    static @Nullable LocalDateTime local(JsonNode time, ZoneId zone) {
        String text = time.asText();
        try {
            return text.length() <= DAY_LENGTH
                    ? null
                    : OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDateTime();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
