package org.plainclaim.server.desk.numbers;

import java.util.Optional;
import org.plainclaim.server.desk.page.Visit;

/** Something that can be counted and drawn. */
interface Figure {
    /** Its name in addresses and words: {@code numbers.<key>} is its title, {@code numbers.<key>.what} its definition. */
    String key();

    /** The counts of a time; empty if they are not for this person. */
    Optional<Picture> over(Span span, Visit visit);
}
