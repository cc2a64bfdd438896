package org.plainclaim.fhir.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.InputProblem;
import org.plainclaim.fhir.Json;
import org.plainclaim.fhir.Vocabulary;
import org.plainclaim.submission.Submission;
import org.plainclaim.terminology.TerminologyFolder;

/** A claim as another EHR writes it in plain R4, to be changed by a test and read. */
final class Ehr {
    static final Vocabulary VOCABULARY = Vocabulary.load(new TerminologyFolder(Path.of("terminology")));
    private static final SubmissionReader READER = new SubmissionReader(VOCABULARY);

    private final ObjectNode bundle = json(
            """
            {'resourceType':'Bundle','type':'collection','entry':[
             {'fullUrl':'https://other.example.org/r4/Claim/c9','resource':{
              'resourceType':'Claim','id':'c9','status':'active','use':'claim','created':'2026-03-05',
              'type':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/claim-type','code':'professional'}]},
              'patient':{'reference':'https://other.example.org/r4/Patient/p9'},
              'provider':{'reference':'PractitionerRole/r9'},
              'careTeam':[{'sequence':1,'provider':{'reference':'#helper'},'role':{'coding':[
                {'system':'http://terminology.hl7.org/CodeSystem/claimcareteamrole','code':'primary'}]}}],
              'contained':[{'resourceType':'Practitioner','id':'helper','name':[{'family':'Hale','given':['Ruth']}],
                'identifier':[{'system':'http://hl7.org/fhir/sid/us-npi','value':'1000000012'}],
                'qualification':[{'code':{'coding':[{'system':'http://nucc.org/provider-taxonomy','code':'103TC0700X'}]}}]}],
              'diagnosis':[
                {'sequence':7,'diagnosisReference':{'reference':'Condition/d9'}},
                {'sequence':3,'diagnosisCodeableConcept':{'coding':[{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'F33.1'}]}}],
              'insurance':[{'sequence':1,'focal':true,'coverage':{'reference':'Coverage/v9'},'preAuthRef':['PA1']}],
              'item':[{'sequence':4,'diagnosisSequence':[7,3],
                'productOrService':{'coding':[{'system':'http://www.ama-assn.org/go/cpt','code':'90837'}],'text':'long session'},
                'modifier':[{'coding':[{'code':'95'}]}],
                'servicedPeriod':{'start':'2026-03-03T10:00:00-05:00','end':'2026-03-03T11:00:00-05:00'},
                'locationCodeableConcept':{'coding':[
                  {'system':'https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set','code':'10'}]},
                'quantity':{'value':2.0},'unitPrice':{'value':95.5,'currency':'USD'}}]}},
             {'resource':{'resourceType':'Patient','id':'p9','gender':'other','birthDate':'1990-01-02',
               'name':[{'use':'old','family':'Former'},{'family':'Ames','given':['Lee','Q.'],'suffix':['JR']}],
               'address':[{'use':'old','line':['1 Gone']},{'line':['5 Elm St','Apt 2'],'city':'Boise','state':'ID','postalCode':'83702 1234'}]}},
             {'resource':{'resourceType':'PractitionerRole','id':'r9','practitioner':{'reference':'Practitioner/w9'},
               'specialty':[{'coding':[{'system':'http://nucc.org/provider-taxonomy','code':'1041C0700X'}]}]}},
             {'resource':{'resourceType':'Practitioner','id':'w9','name':[{'family':'Woods','given':['Ira']}],
               'identifier':[{'system':'http://hl7.org/fhir/sid/us-npi','value':'1000000004'},
                 {'type':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v2-0203','code':'TAX'}]},'value':'00-1234567'}],
               'telecom':[{'system':'email','value':'x@example.org'},{'system':'phone','value':'+1 (208) 555-0100'}],
               'address':[{'line':['9 Oak Ave'],'city':'Boise','state':'ID','postalCode':'83702-0001'}]}},
             {'resource':{'resourceType':'Condition','id':'d9','code':{'coding':[
               {'system':'http://snomed.info/sct','code':'21897009'},{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'F41.1'}]}}},
             {'resource':{'resourceType':'Coverage','id':'v9','status':'active',
               'type':{'coding':[{'system':'https://nahdo.org/sopt','code':'2'}]},
               'identifier':[{'type':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v2-0203','code':'MB'}]},'value':'MBR1'}],
               'beneficiary':{'reference':'Patient/p9'},'payor':[{'reference':'Organization/o9'}],
               'relationship':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/subscriber-relationship','code':'self'}]}}},
             {'resource':{'resourceType':'Organization','id':'o9','name':'State Health','address':[{'state':'OR'}],
               'identifier':[{'type':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v2-0203','code':'NIIP'}]},'value':'ST01'}]}}
            ]}
            """);

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) Json.parse(text.replace('\'', '"'));
        } catch (BadInput e) {
            throw new IllegalArgumentException(e);
        }
    }

    ObjectNode bundle() {
        return bundle;
    }

    /** The first resource of a type. */
    ObjectNode resource(String type) {
        for (JsonNode entry : bundle.path("entry")) {
            if (entry.at("/resource/resourceType").asText().equals(type)) {
                return (ObjectNode) entry.path("resource");
            }
        }
        throw new AssertionError(type);
    }

    Ehr add(String resource) {
        return add(json(resource));
    }

    Ehr add(ObjectNode resource) {
        bundle.withArray("entry").addObject().set("resource", resource);
        return this;
    }

    /** Changes the first resource of a type. */
    Ehr change(String type, Consumer<ObjectNode> change) {
        change.accept(resource(type));
        return this;
    }

    Ehr remove(String type, String element) {
        return change(type, resource -> resource.remove(element));
    }

    /** A price for the code of the claim. */
    Ehr fee(String amount) {
        return fee(amount, fee -> {});
    }

    /** The same with what is changed about it. */
    Ehr fee(String amount, Consumer<ObjectNode> change) {
        ObjectNode fee = json(
                """
                {'resourceType':'ChargeItemDefinition','status':'active','url':'urn:x',
                 'code':{'coding':[{'system':'http://www.ama-assn.org/go/cpt','code':'90837'}]},
                 'propertyGroup':[{'priceComponent':[{'type':'base','amount':{'value':%s,'currency':'USD'}}]}]}
                """
                        .formatted(amount));
        change.accept(fee);
        return add(fee);
    }

    ReadSubmission read() {
        return read(bundle);
    }

    static ReadSubmission read(ObjectNode bundle) {
        try {
            return READER.read(Json.parse(bundle.toString()), "GIVEN1");
        } catch (BadInput e) {
            throw new AssertionError(e);
        }
    }

    Submission submission() {
        return read().submission();
    }

    /** FHIRPaths of the elements that could not be read. */
    List<String> problems() {
        return read().problems().stream().map(InputProblem::expression).toList();
    }

    ObjectNode item() {
        return (ObjectNode) Objects.requireNonNull(resource("Claim").at("/item/0"));
    }
}
