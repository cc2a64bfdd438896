package org.plainclaim.server.confidentiality;

import java.util.List;
import org.plainclaim.confidentiality.PatientConsent;
import org.plainclaim.fhir.confidentiality.ConsentReader;
import org.plainclaim.server.store.CurrentVersions;

/** The consents of a patient that are about disclosures, as they are in the database now. */
final class StoredConsents {
    /** Far more than anybody signs. */
    private static final int MOST = 1000;

    private final CurrentVersions store;
    private final ConsentReader reader;

    StoredConsents(CurrentVersions store, ConsentReader reader) {
        this.store = store;
        this.reader = reader;
    }

    /** Those of a patient, {@code Patient/id}. */
    List<PatientConsent> of(String patient) {
        return store.referring(patient, "Consent.patient", MOST).stream()
                .filter(found -> !reader.kinds(found.json()).isEmpty())
                .map(found -> reader.read(found.json()))
                .toList();
    }

    ConsentReader reader() {
        return reader;
    }
}
