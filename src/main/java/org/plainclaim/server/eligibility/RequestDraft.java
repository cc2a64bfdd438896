package org.plainclaim.server.eligibility;

import java.time.LocalDate;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest.EligibilityRequestPurpose;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest.EligibilityRequestStatus;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.plainclaim.fhir.Systems;
import org.plainclaim.fhir.eligibility.EligibilitySystems;

/** A request that the server makes by itself. */
final class RequestDraft {
    private static final String NUMBER = Systems.BASE + "NamingSystem/eligibility-occasion";

    private final CoverageEligibilityRequest request = new CoverageEligibilityRequest();

    RequestDraft(String patient, LocalDate today) {
        request.setStatus(EligibilityRequestStatus.ACTIVE);
        request.addPurpose(EligibilityRequestPurpose.BENEFITS);
        request.setPatient(new Reference(patient));
        request.getCreatedElement().setValueAsString(today.toString());
    }

    /** What it is asked for: the same twice is one question. */
    RequestDraft number(String number) {
        request.addIdentifier().setSystem(NUMBER).setValue(number);
        return this;
    }

    RequestDraft days(LocalDate from, LocalDate to) {
        request.setServiced(from.equals(to) ? new DateType(from.toString()) : period(from, to));
        return this;
    }

    private static Period period(LocalDate from, LocalDate to) {
        Period period = new Period();
        period.getStartElement().setValueAsString(from.toString());
        period.getEndElement().setValueAsString(to.toString());
        return period;
    }

    RequestDraft provider(String reference) {
        if (!reference.isEmpty()) {
            request.setProvider(new Reference(reference));
        }
        return this;
    }

    RequestDraft insurer(String reference) {
        if (!reference.isEmpty()) {
            request.setInsurer(new Reference(reference));
        }
        return this;
    }

    RequestDraft coverage(String reference) {
        request.addInsurance().setFocal(request.getInsurance().size() == 1).setCoverage(new Reference(reference));
        return this;
    }

    RequestDraft categories(List<String> types) {
        for (String type : types) {
            request.addItem()
                    .setCategory(
                            new CodeableConcept().addCoding(new Coding(EligibilitySystems.SERVICE_TYPE, type, null)));
        }
        return this;
    }

    CoverageEligibilityRequest done() {
        return request;
    }
}
