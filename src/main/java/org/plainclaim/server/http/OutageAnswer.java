package org.plainclaim.server.http;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import org.plainclaim.server.store.Outage;

/** What a client is told when the database could not do its part: that it may come again, and when. */
enum OutageAnswer {
    BUSY(
            503,
            5,
            "The database can not be reached at this moment, or has more to do than it can; nothing was stored. Send the"
                    + " request again in a few seconds."),

    LOST(
            503,
            5,
            "The database went away while it worked on this: what was to be stored is there wholly or not at all. Send the"
                    + " request again in a few seconds; what is sent with ifNoneExist, or to its own id, is not stored twice."),

    FULL(
            507,
            60,
            "The database has no room left or can not write to its disk; nothing was stored. Tell whoever runs this server,"
                    + " and send the request again when there is room.");

    private final int status;
    private final int seconds;
    private final String words;

    OutageAnswer(int status, int seconds, String words) {
        this.status = status;
        this.seconds = seconds;
        this.words = words;
    }

    static BaseServerResponseException to(Outage outage) {
        OutageAnswer answer = valueOf(outage.name());
        String code = answer == FULL ? "no-store" : "transient";
        return new UnclassifiedServerFailureException(
                        answer.status,
                        answer.words,
                        Refusal.of(answer.status, code, answer.words).outcome())
                .addResponseHeader("Retry-After", String.valueOf(answer.seconds));
    }
}
