package org.plainclaim.server.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An interchange that was written, without its bytes.
 *
 * @param id the log's id for it, which never comes again
 * @param partner id of the trading partner
 * @param control ISA13 and GS06
 * @param kind what it carries, such as {@code 837P}
 * @param name name of the file at the partner
 * @param state where it is
 * @param written when it was written
 * @param sent when the partner had it; null before
 */
public record LoggedInterchange(
        long id,
        String partner,
        int control,
        String kind,
        String name,
        InterchangeState state,
        Instant written,
        @Nullable Instant sent) {}
