package org.plainclaim.submission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A patient or subscriber.
 *
 * @param last family name
 * @param first first given name; empty if none
 * @param middle second given name or initial; empty if none
 * @param suffix such as {@code JR}; empty if none
 * @param birthDate null if not known
 * @param sex {@code M}, {@code F} or {@code U}; empty if not known
 * @param address where the person lives
 */
public record Person(
        String last,
        String first,
        String middle,
        String suffix,
        @Nullable LocalDate birthDate,
        String sex,
        Address address) {
    /** Names nobody, so that it can stand in a log. */
    @Override
    public String toString() {
        return "Person[]";
    }
}
