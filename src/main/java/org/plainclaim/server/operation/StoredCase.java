package org.plainclaim.server.operation;

import java.util.HashMap;
import java.util.Map;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.fhir.DocumentationReader.ReadSession;

/**
 * A stored session among what is stored of its patient.
 *
 * @param stored what the store holds of the session
 * @param read the session as it was read
 * @param around what the store holds of the other sessions and claims
 * @param history the other sessions and claims as they were read
 */
record StoredCase(StoredSession stored, ReadSession read, StoredHistory around, PatientHistory history) {
    SessionDocumentation session() {
        return read.session();
    }

    /** Versioned reference of each resource, by its plain reference. */
    Map<String, String> versions() {
        Map<String, String> versions = new HashMap<>(around.versions());
        versions.putAll(stored.versions());
        return versions;
    }
}
