package org.plainclaim.server.desk.page;

import java.util.Optional;

/** What is shown at an address. */
public interface View {
    /** The address below {@code /desk/}; a step in braces is any one step, such as {@code sessions/{id}}. */
    String address();

    /** The tab that leads there; empty for what is reached from another view. */
    default Optional<Tab> tab() {
        return Optional.empty();
    }

    /** The page, or where to look instead. */
    Reply show(Visit visit);
}
