package org.plainclaim.server.confidentiality;

import org.plainclaim.confidentiality.Labels;

/** What belongs to a session is seen with it: the session has the strictest labels of its records. */
final class Spreading {
    private Spreading() {}

    /** A note that is kept apart is no part of the session, which stays as it is. */
    static boolean spreads(Labels labels) {
        return labels.confidentiality().equals("R") && !labels.psychotherapyNote();
    }
}
