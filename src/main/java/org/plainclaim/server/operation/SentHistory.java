package org.plainclaim.server.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The history that was sent along with a session.
 *
 * @param bundle other sessions and claims of the patient; null if none were sent
 * @param from first day that the sender looked at; null if not said
 * @param to last day that the sender looked at; null if not said
 */
record SentHistory(@Nullable JsonNode bundle, @Nullable LocalDate from, @Nullable LocalDate to) {
    static final SentHistory NOTHING = new SentHistory(null, null, null);
}
