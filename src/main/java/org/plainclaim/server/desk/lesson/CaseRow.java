package org.plainclaim.server.desk.lesson;

import com.fasterxml.jackson.databind.JsonNode;
import org.plainclaim.server.desk.page.Fields;

/**
 * A case in a list, with how somebody got on.
 *
 * @param id its id
 * @param title its title; the id if it is not there any more
 * @param level from 1, the easiest
 * @param category what kind of service it is about
 * @param payer the class of the payer; empty if the case does not say
 * @param date date of service
 * @param went how it went
 */
public record CaseRow(String id, String title, int level, Category category, String payer, String date, Went went) {

    /**
     * How somebody got on.
     *
     * @param attempts how often it was answered; 0 for never
     * @param best most points of any answer
     * @param of what can be earned
     * @param last day of the last answer; empty for never
     */
    public record Went(int attempts, int best, int of, String last) {
        static Went of(JsonNode part) {
            return new Went(
                    number(part, "attempts"), number(part, "best"), number(part, "of"), Fields.value(part, "last"));
        }

        /** Whether it was answered. */
        public boolean tried() {
            return attempts > 0;
        }

        /** Whether every point was earned once. */
        public boolean solved() {
            return tried() && best >= of;
        }

        /** The state in one word: {@code solved}, {@code tried} or {@code open}. */
        public String state() {
            return solved() ? "solved" : tried() ? "tried" : "open";
        }
    }

    static CaseRow of(JsonNode part) {
        String id = Fields.value(part, "id");
        String title = Fields.value(part, "title");
        return new CaseRow(
                id,
                title.isEmpty() ? id : title,
                number(part, "level"),
                new Category(Fields.value(part, "category")),
                Fields.value(part, "payer"),
                Fields.value(part, "date"),
                Went.of(part));
    }

    /** A number that is not there is none. */
    static int number(JsonNode part, String name) {
        String text = Fields.value(part, name);
        return text.matches("-?[0-9]{1,7}") ? Integer.parseInt(text) : 0;
    }
}
