package org.plainclaim.training;

import java.util.List;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.documentation.SessionDocumentation;

/**
 * A prepared case.
 *
 * @param text what its author wrote
 * @param session the session
 * @param history what else is known of the patient
 * @param privacy what has to be known before a claim may be told
 * @param sheet the session as the learner reads it
 */
public record TrainingCase(
        CaseText text, SessionDocumentation session, PatientHistory history, Privacy privacy, List<SheetLine> sheet) {
    public TrainingCase {
        sheet = List.copyOf(sheet);
    }

    public String id() {
        return text.id();
    }
}
