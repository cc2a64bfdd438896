package org.plainclaim.server.store;

import ca.uhn.fhir.jpa.dao.BaseHapiFhirResourceDao;
import ca.uhn.fhir.jpa.dao.JpaResourceDaoCodeSystem;
import ca.uhn.fhir.jpa.dao.JpaResourceDaoConceptMap;
import ca.uhn.fhir.jpa.dao.JpaResourceDaoSearchParameter;
import ca.uhn.fhir.jpa.dao.JpaResourceDaoStructureDefinition;
import ca.uhn.fhir.jpa.dao.JpaResourceDaoValueSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Basic;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.ChargeItemDefinition;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.CoverageEligibilityRequest;
import org.hl7.fhir.r4.model.CoverageEligibilityResponse;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.ExplanationOfBenefit;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PaymentReconciliation;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.ValueSet;

/** The resource types that the store knows; the one list to change when the product learns a new one. */
public final class StoredTypes {
    /** Types that clients may create, read, search, change and delete. */
    public static final List<Class<? extends Resource>> OFFERED = List.of(
            Patient.class,
            RelatedPerson.class,
            Practitioner.class,
            PractitionerRole.class,
            Organization.class,
            Location.class,
            Encounter.class,
            Condition.class,
            Procedure.class,
            Observation.class,
            QuestionnaireResponse.class,
            Composition.class,
            DocumentReference.class,
            CarePlan.class,
            Goal.class,
            ServiceRequest.class,
            Consent.class,
            Coverage.class,
            CoverageEligibilityRequest.class,
            CoverageEligibilityResponse.class,
            Appointment.class,
            ChargeItemDefinition.class,
            Claim.class,
            ClaimResponse.class,
            ExplanationOfBenefit.class,
            PaymentReconciliation.class,
            Task.class,
            Provenance.class);

    /** Types that HAPI's own services insist on; never reachable over HTTP. */
    static final Map<Class<? extends Resource>, Supplier<BaseHapiFhirResourceDao<?>>> INTERNAL = Map.of(
            // how learners got on: reached by the operations of training only
            Basic.class, () -> newDao(Basic.class),
            CodeSystem.class, JpaResourceDaoCodeSystem::new,
            ConceptMap.class, JpaResourceDaoConceptMap::new,
            SearchParameter.class, JpaResourceDaoSearchParameter::new,
            StructureDefinition.class, JpaResourceDaoStructureDefinition::new,
            ValueSet.class, JpaResourceDaoValueSet::new);

    private StoredTypes() {}

    /** The FHIR names of the offered types. */
    public static List<String> offeredNames() {
        return OFFERED.stream().map(Class::getSimpleName).toList();
    }

    static <T extends Resource> BaseHapiFhirResourceDao<T> newDao(Class<T> type) {
        ExactPatchDao<T> dao = new ExactPatchDao<>();
        dao.setResourceType(type);
        return dao;
    }
}
