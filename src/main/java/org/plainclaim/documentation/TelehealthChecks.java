package org.plainclaim.documentation;

import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;

/** Checks of a session by video or telephone. */
final class TelehealthChecks {
    private TelehealthChecks() {}

    static Finding technology(Inspection look) {
        return look.known(look.session().setting().telehealth());
    }

    static Finding patientPlace(Inspection look) {
        Setting setting = look.session().setting();
        Fact<String> place = setting.patientPlace().known() ? setting.patientPlace() : setting.statedPlaceOfService();
        return look.known(place);
    }

    static Finding clinicianPlace(Inspection look) {
        return look.known(look.session().setting().clinicianPlace());
    }

    static Finding consent(Inspection look) {
        return look.known(look.session().setting().telehealthConsent());
    }
}
