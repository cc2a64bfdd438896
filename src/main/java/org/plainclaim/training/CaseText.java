package org.plainclaim.training;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the author of a case wrote.
 *
 * @param id id of the case, unique among all files
 * @param place where it begins
 * @param about title and place in the course
 * @param session name of the file of the session it starts from
 * @param changes how its session differs from that, in their order
 * @param disclosedOn the day on which the claim is to leave; null: the date of service
 * @param historyKnown true if it is known that nothing else happened; false if nothing else is known
 * @param expected what the author expects the rules to derive
 */
public record CaseText(
        String id,
        Place place,
        About about,
        String session,
        List<Change> changes,
        @Nullable LocalDate disclosedOn,
        boolean historyKnown,
        Answer expected) {
    public CaseText {
        changes = List.copyOf(changes);
    }

    /**
     * A place in a file.
     *
     * @param file its name
     * @param line line in it, from 1
     */
    public record Place(String file, int line) {
        /** A fault at this place. */
        public CaseFault fault(String message) {
            return new CaseFault(file, line, message);
        }
    }

    /**
     * A case for people.
     *
     * @param title in a few words, which do not give the answer away
     * @param level from 1, the easiest, to 3
     * @param category what kind of service it is about, such as {@code crisis}
     * @param question what the learner is asked
     * @param teaching what is to be learned from it, shown with the marks
     */
    public record About(String title, int level, String category, String question, String teaching) {}

    /**
     * One difference from the session it starts from.
     *
     * @param place where it is written
     * @param kind {@code change}, {@code remove} or {@code detail}
     * @param text what is changed, as written
     */
    public record Change(Place place, String kind, String text) {}
}
