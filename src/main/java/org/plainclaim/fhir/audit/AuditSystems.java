package org.plainclaim.fhir.audit;

import org.plainclaim.fhir.Systems;

/** The code systems of an AuditEvent. */
final class AuditSystems {
    static final String EVENT = "http://terminology.hl7.org/CodeSystem/audit-event-type";
    static final String INTERACTION = "http://hl7.org/fhir/restful-interaction";
    static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    static final String LIFECYCLE = "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle";
    static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    static final String PURPOSE = "http://terminology.hl7.org/CodeSystem/v3-ActReason";
    static final String SOURCE = "http://terminology.hl7.org/CodeSystem/security-source-type";
    static final String ENTITY = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    static final String ROLE = "http://terminology.hl7.org/CodeSystem/object-role";
    static final String CUSTODY = "http://terminology.hl7.org/CodeSystem/provenance-participant-type";
    static final String TYPES = "http://hl7.org/fhir/resource-types";

    /** Details of ours that belong to the event itself. */
    static final String ABOUT = "about";

    static final String OF_PRACTICE = "of-practice";
    static final String PROFILE = "https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.";

    /** Our own kinds of events. */
    static final String OWN_EVENT = Systems.CODES + "audit-event";

    /** What the program concluded, and operations of ours. */
    static final String OWN_NAME = Systems.CODES + "audit-subtype";

    static final String CALLER_ROLE = Systems.CODES + "caller-role";
    static final String SUBJECT = Systems.BASE + "NamingSystem/caller";
    static final String RECIPIENT = "urn:plainclaim:recipient:";
    static final String NODE = Systems.BASE + "NamingSystem/node";

    private AuditSystems() {}
}
