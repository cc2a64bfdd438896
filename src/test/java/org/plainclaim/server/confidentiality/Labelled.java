package org.plainclaim.server.confidentiality;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.plainclaim.server.GuardedServer;
import org.plainclaim.server.store.StoredTypes;

/** Records of one patient on the guarded server, of each type that bears labels, once for each content. */
final class Labelled {
    private static final String ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
    private static final String CONFIDENTIALITY = "http://terminology.hl7.org/CodeSystem/v3-Confidentiality";

    /** The types that bear labels. */
    static final List<String> TYPES = List.of(
            "Encounter",
            "Condition",
            "Procedure",
            "Observation",
            "QuestionnaireResponse",
            "Composition",
            "DocumentReference",
            "CarePlan",
            "Goal",
            "ServiceRequest",
            "Claim",
            "ClaimResponse",
            "ExplanationOfBenefit",
            "Provenance");

    /** What a record is about. */
    enum Content {
        PLAIN("R51.9", ""),
        MENTAL_HEALTH("F41.1", ""),
        SUBSTANCE_USE("F11.20", ""),
        PROGRAM("F10.20", ""),
        PROGRAM_ONLY("R51.9", ""),
        HIV("B20", ""),
        RESTRICTED("R51.9", "R"),
        PSYCHOTHERAPY("R51.9", "PSYTHPN");

        final String diagnosis;
        final String sent;

        Content(String diagnosis, String sent) {
            this.diagnosis = diagnosis;
            this.sent = sent;
        }

        boolean ofProgram() {
            return this == PROGRAM || this == PROGRAM_ONLY;
        }

        /** The labels that the rows give it. */
        Set<String> labels(LabelRows rows, boolean consented) {
            Set<String> all = new TreeSet<>(rows.of(diagnosis, ofProgram(), consented));
            if (!sent.isEmpty()) {
                all.addAll(sent.equals("R") ? Set.of("R") : rows.around(sent, false));
            }
            return all;
        }
    }

    /** The consent that the patient has given to disclosures. */
    enum Given {
        NONE(false),
        ACTIVE(true),
        REVOKED(false),
        EXPIRED(false),
        OTHER_ACTOR(true),
        OTHER_PURPOSE(true);

        /** Whether some consent is in force, whatever it permits. */
        final boolean inForce;

        Given(boolean inForce) {
            this.inForce = inForce;
        }
    }

    private final Records records;

    private Labelled(Records records) {
        this.records = records;
    }

    static Labelled store(Given given) {
        Labelled labelled = new Labelled(new Records(GuardedServer.everybody()));
        Records records = labelled.records;
        records.patient();
        records.put("Practitioner", "d", "'name':[{'family':'Roe'}]");
        records.organization(true);
        if (given != Given.NONE) {
            records.put("Consent", "k", consent(given));
        }
        records.encounter("program");
        for (Content content : Content.values()) {
            for (String type : TYPES) {
                keep(
                        type,
                        records.text(labelled.body(type, content, content.name().toLowerCase(java.util.Locale.ROOT))));
            }
        }
        return labelled;
    }

    String patient() {
        return records.key + "-p";
    }

    /** The person who wrote the records. */
    String author() {
        return "Practitioner/" + records.key + "-d";
    }

    String id(Content content) {
        return records.key + "-" + name(content.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** A record as it is sent. */
    String json(String type, Content content, String name) {
        return records.text(body(type, content, name));
    }

    /** One more of the kind, under another name. */
    String copy(String type, Content content, String name) {
        keep(type, json(type, content, name));
        return records.key + "-" + name(name);
    }

    private static String name(String name) {
        return name.replace('_', '-');
    }

    /** Stored by the server itself, for some types are written by nobody else. */
    static void keep(String type, String json) {
        IBaseResource resource = FhirContext.forR4Cached().newJsonParser().parseResource(json);
        StoredTypes.OFFERED.stream()
                .filter(offered -> offered.getSimpleName().equals(type))
                .forEach(offered -> store(offered, resource));
    }

    private static <T extends IBaseResource> void store(Class<T> type, IBaseResource resource) {
        DaoRegistry daos = GuardedServer.server().part(DaoRegistry.class);
        daos.getResourceDao(type).update(type.cast(resource), new SystemRequestDetails());
    }

    private String body(String type, Content content, String name) {
        String code = "{'coding':[{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'" + content.diagnosis + "'}]}";
        String label = content.sent;
        // nothing of a goal says where it comes from, so who sends it does
        if (content.ofProgram() && type.equals("Goal")) {
            label = "42CFRPart2";
        }
        String meta = label.isEmpty()
                ? ""
                : "'meta':{'security':[{'system':'" + (label.equals("R") ? CONFIDENTIALITY : ACT) + "','code':'" + label
                        + "'}]},";
        return "{'resourceType':'" + type + "','id':'@" + name(name) + "','language':'en'," + meta
                + elements(type, code) + (content.ofProgram() ? source(type) : "") + "}";
    }

    private static String elements(String type, String code) {
        String subject = "'subject':{'reference':'Patient/@p'},";
        String patient = "'patient':{'reference':'Patient/@p'},";
        String author = "'author':[{'reference':'Practitioner/@d'}]";
        return switch (type) {
            case "Encounter" -> subject + "'status':'finished','class':{'code':'AMB'},'reasonCode':[" + code + "]";
            case "Condition" -> subject + "'recorder':{'reference':'Practitioner/@d'},'code':" + code;
            case "Procedure" -> subject + "'status':'completed','reasonCode':[" + code + "]";
            case "Observation" -> subject
                    + "'status':'final','performer':[{'reference':'Practitioner/@d'}],'code':{'text':'x'},"
                    + "'valueCodeableConcept':" + code;
            case "QuestionnaireResponse" -> subject + "'status':'completed','author':{'reference':'Practitioner/@d'},"
                    + "'item':[{'linkId':'1','answer':[{'valueCoding':" + coding(code) + "}]}]";
            case "Composition" -> subject + "'status':'final','type':{'text':'x'},'date':'2026-03-02','title':'x',"
                    + author + ",'section':[{'title':'x','code':" + code + "}]";
            case "DocumentReference" -> subject + "'status':'current'," + author
                    + ",'content':[{'attachment':{'title':'x'}}],'context':{'event':[" + code + "]}";
            case "CarePlan" -> subject
                    + "'status':'active','intent':'plan','activity':[{'detail':{'status':'scheduled',"
                    + "'reasonCode':[" + code + "]}}]";
            case "Goal" -> subject + "'lifecycleStatus':'active','description':" + code;
            case "ServiceRequest" -> subject + "'status':'active','intent':'order','reasonCode':[" + code + "]";
            case "Claim" -> patient
                    + "'status':'draft','use':'claim','diagnosis':[{'sequence':1,'diagnosisCodeableConcept':" + code
                    + "}]";
            case "ClaimResponse" -> patient + "'status':'active','use':'claim','outcome':'complete','error':[{'code':"
                    + code + "}]";
            case "ExplanationOfBenefit" -> patient + "'status':'active','use':'claim','outcome':'complete','diagnosis':"
                    + "[{'sequence':1,'diagnosisCodeableConcept':" + code + "}]";
            case "Provenance" -> "'target':[{'reference':'Patient/@p'}],'recorded':'2026-03-02T10:00:00Z','reason':["
                    + code + "],'agent':[{'who':{'reference':'Practitioner/@d'}}]";
            default -> throw new IllegalArgumentException(type);
        };
    }

    private static String coding(String concept) {
        return concept.replace("{'coding':[", "").replace("]}", "");
    }

    /** How a record says that it comes from the program. */
    private static String source(String type) {
        String program = "{'reference':'Organization/@o'}";
        return switch (type) {
            case "Encounter" -> ",'serviceProvider':" + program;
            case "Claim", "ExplanationOfBenefit" -> ",'provider':" + program;
            case "ClaimResponse" -> ",'requestor':" + program;
            case "Provenance" -> ",'location':{'display':'x'},'signature':[{'type':[{'code':'x'}],'when':"
                    + "'2026-03-02T10:00:00Z','who':" + program + "}]";
            case "Goal" -> "";
            case "DocumentReference" -> ",'custodian':" + program;
            default -> ",'encounter':{'reference':'Encounter/@program'}";
        };
    }

    private static String consent(Given given) {
        String actor = given == Given.OTHER_ACTOR ? "PROV" : "PAYOR";
        String purposes = given == Given.OTHER_PURPOSE
                ? "{'code':'HLEGAL'}"
                : "{'code':'TREAT'},{'code':'HPAYMT'},{'code':'HOPERAT'}";
        String end = given == Given.EXPIRED ? ",'end':'2026-02-01'" : "";
        String revoked = given == Given.REVOKED
                ? ",'extension':[{'url':'https://plainclaim.org/fhir/StructureDefinition/consent-revoked',"
                        + "'valueDateTime':'2026-02-01'}]"
                : "";
        return "'status':'active','scope':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/consentscope',"
                + "'code':'patient-privacy'}]},'category':[{'coding':[{'system':"
                + "'https://plainclaim.org/fhir/CodeSystem/consent-kind','code':'part-2-disclosure'}]}],"
                + "'patient':{'reference':'Patient/@p'},'dateTime':'2026-01-02','performer':[{'reference':"
                + "'Patient/@p'}],'organization':[{'reference':'Organization/@o'}],'sourceAttachment':"
                + "{'title':'signed'},'policyRule':{'coding':[{'system':'" + ACT + "','code':'OPTIN'}]},'provision':{"
                + "'type':'permit','period':{'start':'2020-01-01'" + end + "},'actor':[{'role':{'coding':[{'code':'"
                + actor + "'}]},'reference':{'display':'x'}}],'purpose':[" + purposes + "],'securityLabel':[{'system':'"
                + ACT + "','code':'42CFRPart2'}]}" + revoked;
    }
}
