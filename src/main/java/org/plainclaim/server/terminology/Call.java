package org.plainclaim.server.terminology;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A call of an operation.
 *
 * @param id of the resource it is called on; null on the type
 * @param asked the parameters
 * @param vocabulary what can be asked about
 * @param date the date of service
 */
record Call(@Nullable String id, Asked asked, Vocabulary vocabulary, LocalDate date) {
    /** A parameter that has to be there. */
    String need(String name, String advice) throws Refused {
        String text = asked.text(name);
        if (text == null) {
            throw Refused.malformed(name + " is missing; " + advice);
        }
        return text;
    }

    /** Refuses a canonical that speaks of another resource than the one of the URL. */
    void refuseOther(String name, String url) throws Refused {
        String text = asked.text(name);
        if (text != null && !text.equals(url)) {
            throw Refused.malformed(
                    name + " is '" + text + "', but the URL names '" + url + "'; leave " + name + " out.");
        }
    }
}
