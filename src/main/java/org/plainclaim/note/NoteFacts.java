package org.plainclaim.note;

import java.util.Set;

/** Names of the facts that a text may state. */
public final class NoteFacts {
    /** When the session, or its psychotherapy, began: a {@link java.time.LocalTime}. */
    public static final String START = "start";

    /** When the session, or its psychotherapy, ended: a {@link java.time.LocalTime}. */
    public static final String STOP = "stop";

    /** Minutes of the session as a whole, where nothing says of what: a whole number. */
    public static final String MINUTES = "minutes";

    /** Minutes of psychotherapy alone: a whole number. */
    public static final String PSYCHOTHERAPY_MINUTES = "psychotherapy-minutes";

    /** Minutes of evaluation and management alone: a whole number. */
    public static final String EVALUATION_MINUTES = "evaluation-minutes";

    /** A therapeutic modality that was used, by its code, such as {@code cbt}. */
    public static final String MODALITY = "modality";

    /** A section that the text has something to say in, by its code, such as {@code mental-status}. */
    public static final String SECTION = "section";

    /** Whether the patient was there: {@code present}, {@code part} or {@code absent}. */
    public static final String ATTENDANCE = "attendance";

    /** Somebody else who was there, by kind: such as {@code mother}, {@code spouse}, {@code interpreter}. */
    public static final String ATTENDEE = "attendee";

    /** Number of patients in the group: a whole number. */
    public static final String GROUP_SIZE = "group-size";

    /** {@code audio-video} or {@code audio-only}. */
    public static final String TELEHEALTH = "telehealth";

    /** {@code yes} where the patient agreed to telehealth, {@code no} where the patient did not. */
    public static final String TELEHEALTH_CONSENT = "telehealth-consent";

    /** Where the patient was: {@code home}, {@code office}, {@code school}, {@code car}, {@code other}. */
    public static final String PATIENT_PLACE = "patient-place";

    /** Where the clinician was, in the same words. */
    public static final String CLINICIAN_PLACE = "clinician-place";

    /** Name and credential under a signature line, as written. */
    public static final String SIGNATURE = "signature";

    /** {@code denied} or {@code present}: thoughts of suicide. */
    public static final String SUICIDAL_IDEATION = "suicidal-ideation";

    /** {@code denied} or {@code present}: thoughts of harming others. */
    public static final String HOMICIDAL_IDEATION = "homicidal-ideation";

    /** An instrument and its score, such as {@code phq-9 14}. */
    public static final String SCORE = "score";

    /** Facts that a session has once: stated with two values, they contradict each other. */
    public static final Set<String> OF_ONE_VALUE = Set.of(
            START,
            STOP,
            MINUTES,
            PSYCHOTHERAPY_MINUTES,
            EVALUATION_MINUTES,
            ATTENDANCE,
            GROUP_SIZE,
            TELEHEALTH,
            TELEHEALTH_CONSENT,
            PATIENT_PLACE,
            CLINICIAN_PLACE,
            SUICIDAL_IDEATION,
            HOMICIDAL_IDEATION);

    /** All of them. */
    public static final Set<String> ALL = Set.of(
            START,
            STOP,
            MINUTES,
            PSYCHOTHERAPY_MINUTES,
            EVALUATION_MINUTES,
            MODALITY,
            SECTION,
            ATTENDANCE,
            ATTENDEE,
            GROUP_SIZE,
            TELEHEALTH,
            TELEHEALTH_CONSENT,
            PATIENT_PLACE,
            CLINICIAN_PLACE,
            SIGNATURE,
            SUICIDAL_IDEATION,
            HOMICIDAL_IDEATION,
            SCORE);

    private NoteFacts() {}
}
