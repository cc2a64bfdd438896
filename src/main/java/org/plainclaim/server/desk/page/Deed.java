package org.plainclaim.server.desk.page;

/** What a person does at an address, by sending a form. */
public interface Deed {
    /** The address below {@code /desk/}, as of a {@link View}. */
    String address();

    /** Does it through the FHIR interface; mostly the reply moves to a view. */
    Reply act(Visit visit);
}
