package org.plainclaim.server.profile;

/** What is known of codes that no definition here lists, such as diagnoses and procedures. */
@FunctionalInterface
public interface ForeignCodes {
    /** Knows no system: every code of one is taken, as the stock validator takes it. */
    ForeignCodes NONE = (system, code) -> Answer.NOT_JUDGED;

    /** Whether the system has the code. */
    Answer judge(String system, String code);

    /** What can be said of a code. */
    enum Answer {
        NOT_JUDGED,
        KNOWN,
        UNKNOWN
    }
}
