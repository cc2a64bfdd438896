package org.plainclaim.server.desk.longwork;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.plainclaim.server.desk.page.Fields;

/**
 * How one piece of long work stands.
 *
 * @param days the day of the sessions, or the first and the last
 * @param by who asked for it
 * @param asked when
 * @param state the key of words {@code state.<key>}
 * @param counts sessions by outcome, with total and done
 * @param rate sessions a second
 * @param left seconds to go; -1 if that can not be told
 */
record Progress(
        String id,
        Days days,
        String by,
        String asked,
        String state,
        Map<String, Integer> counts,
        String rate,
        int left) {
    private static final int MINUTE = 60;
    private static final int HUNDRED = 100;

    /** First and last day. */
    record Days(String first, String last) {
        /** Whether it is more than one. */
        public boolean several() {
            return !first.equals(last);
        }
    }

    static Progress of(JsonNode work) {
        Map<String, String> texts = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        Fields.each(work.path("part")).forEach(part -> {
            String name = Fields.text(part, "/name");
            if (part.has("valueInteger")) {
                counts.put(name, part.path("valueInteger").asInt());
            } else {
                part.properties().stream()
                        .filter(field -> field.getKey().startsWith("value"))
                        .forEach(field -> texts.put(name, field.getValue().asText()));
            }
        });
        return new Progress(
                texts.getOrDefault("id", ""),
                new Days(texts.getOrDefault("day", ""), texts.getOrDefault("lastDay", "")),
                texts.getOrDefault("askedBy", ""),
                texts.getOrDefault("asked", ""),
                texts.getOrDefault("state", ""),
                counts,
                texts.getOrDefault("rate", "0"),
                counts.getOrDefault("secondsLeft", -1));
    }

    /** Sessions in all. */
    public int total() {
        return counts.getOrDefault("total", 0);
    }

    /** Sessions with an outcome. */
    public int done() {
        return counts.getOrDefault("done", 0);
    }

    /** Done of a hundred. */
    public int percent() {
        return total() == 0 ? HUNDRED : (int) ((long) done() * HUNDRED / total());
    }

    /** Whether there is more to come by itself. */
    public boolean going() {
        return state.equals("waiting") || state.equals("running");
    }

    /** Whether somebody may go on with it, or try again what failed. */
    public boolean canResume() {
        return state.equals("cancelled") || (state.equals("finished") && counts.getOrDefault("failed", 0) > 0);
    }

    /** Whole minutes to go, rounded up; 0 if it is less than one, or not known. */
    public int minutes() {
        return left < MINUTE ? 0 : (left + MINUTE - 1) / MINUTE;
    }
}
