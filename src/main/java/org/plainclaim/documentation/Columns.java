package org.plainclaim.documentation;

import org.plainclaim.rules.Column;

/** The columns that the program itself states or asks for, so that nobody looks a name up for every session. */
public final class Columns {
    public static final Column ADD_ON = Column.of("add-on");
    public static final Column CODE = Column.of("code");
    public static final Column CREDENTIAL = Column.of("credential");
    public static final Column ENCOUNTER_CLASS = Column.of("encounter-class");
    public static final Column FACTOR = Column.of("factor");
    public static final Column FIRST_DIAGNOSIS = Column.of("first-diagnosis");
    public static final Column GENDER = Column.of("gender");
    public static final Column HISTORY = Column.of("history");
    public static final Column MINUTES = Column.of("minutes");
    public static final Column PATIENT_PLACE = Column.of("patient-place");
    public static final Column PATIENT_STATUS = Column.of("patient-status");
    public static final Column PLACE_OF_SERVICE = Column.of("place-of-service");
    public static final Column PRIMARY = Column.of("primary");
    public static final Column PROGRAM = Column.of("program");
    public static final Column QUESTION = Column.of("question");
    public static final Column STATED_PLACE = Column.of("stated-place");
    public static final Column UNITS = Column.of("units");

    private Columns() {}
}
