package org.plainclaim.documentation;

import org.plainclaim.explanation.Fact;

/**
 * Where the patient was and how the two met.
 *
 * @param encounterClass v3-ActCode such as {@code AMB}, {@code VR}, {@code IMP}, {@code EMER}, {@code HH}, {@code FLD}
 * @param telehealth {@code audio-video} or {@code audio-only}; unknown when in person or not said
 * @param patientPlace kind of place where the patient was: a v3-RoleCode such as {@code PTRES}
 * @param statedPlaceOfService two-digit place of service, where the EHR gave one on the location
 * @param facility kind of organization or location that provided the service, such as {@code CMHC}
 * @param clinicianPlace reference of the location of the clinician, for telehealth
 * @param telehealthConsent reference of an active consent to telehealth
 */
public record Setting(
        Fact<String> encounterClass,
        Fact<String> telehealth,
        Fact<String> patientPlace,
        Fact<String> statedPlaceOfService,
        Fact<String> facility,
        Fact<String> clinicianPlace,
        Fact<String> telehealthConsent) {}
