package org.plainclaim.server.terminology;

import java.io.IOException;
import java.util.Set;

/** One operation: it writes one resource and changes nothing. */
interface Operation {
    /** The resource type it is called on. */
    String type();

    /** With its dollar sign. */
    String name();

    /** The parameters that may be sent. */
    Set<String> parameters();

    /**
     * Answers.
     *
     * @throws Refused if the question can not be answered; what was written is then thrown away
     */
    void answer(Call call, Answer answer) throws IOException, Refused;
}
