package org.plainclaim.fhir.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;

/** A request for authorization of psychotherapy and everything it refers to. */
public final class Asking {
    private Asking() {}

    /** A resource written with single quotes. */
    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) Json.parse(text.replace('\'', '"'));
        } catch (BadInput e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** The resources by reference, the Claim first; ids end in a suffix of choice. */
    public static Map<String, JsonNode> resources(String suffix) {
        Map<String, JsonNode> resources = new LinkedHashMap<>();
        for (String text : TEXTS) {
            JsonNode resource = json(text.replace("~", suffix));
            resources.put(
                    resource.get("resourceType").asText() + "/"
                            + resource.get("id").asText(),
                    resource);
        }
        return resources;
    }

    private static final String[] TEXTS = {
        """
        {'resourceType':'Claim','id':'ask~','status':'active','use':'preauthorization',
         'type':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/claim-type','code':'professional'}]},
         'patient':{'reference':'Patient/p~'},'created':'2026-11-30',
         'insurer':{'reference':'Organization/payer~'},'provider':{'reference':'Organization/practice~'},
         'priority':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/processpriority','code':'normal'}]},
         'careTeam':[{'sequence':1,'provider':{'reference':'Practitioner/doc~'}}],
         'diagnosis':[{'sequence':1,'diagnosisCodeableConcept':{'coding':[
           {'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'F33.1','display':'not for the payer'}]}}],
         'insurance':[{'sequence':1,'focal':true,'coverage':{'reference':'Coverage/c~'}}],
         'item':[
          {'sequence':1,'careTeamSequence':[1],'diagnosisSequence':[1],
           'productOrService':{'coding':[{'system':'http://www.ama-assn.org/go/cpt','code':'90837'}],'text':'private'},
           'modifier':[{'coding':[{'system':'http://www.ama-assn.org/go/cpt','code':'95'}]}],
           'servicedPeriod':{'start':'2026-12-01','end':'2027-02-28'},
           'locationCodeableConcept':{'coding':[
            {'system':'https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set','code':'11'}]},
           'quantity':{'value':12}},
          {'sequence':2,'careTeamSequence':[1],'diagnosisSequence':[1],
           'productOrService':{'coding':[
            {'system':'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets','code':'H0004'}]},
           'servicedPeriod':{'start':'2026-12-01','end':'2027-02-28'},
           'locationCodeableConcept':{'coding':[
            {'system':'https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set','code':'11'}]},
           'quantity':{'value':8}}]}
        """,
        """
        {'resourceType':'Patient','id':'p~','text':{'status':'generated',
          'div':'<div xmlns=\\"http://www.w3.org/1999/xhtml\\">Private</div>'},
         'identifier':[{'system':'https://ehr.example.org/mrn','value':'m~'}],
         'name':[{'family':'Rivera','given':['Ana']}],'gender':'female','birthDate':'1990-02-03',
         'contact':[{'name':{'text':'A neighbor'}}]}
        """,
        """
        {'resourceType':'Organization','id':'payer~','name':'Blue Example',
         'identifier':[{'system':'https://payers.example.org','value':'87726'}]}
        """,
        """
        {'resourceType':'Organization','id':'practice~','name':'Riverside Counseling','active':true,
         'identifier':[{'system':'http://hl7.org/fhir/sid/us-npi','value':'1245319599'}],
         'telecom':[{'system':'phone','value':'5035550100'}],
         'address':[{'line':['1 Main St'],'city':'Portland','state':'OR','postalCode':'97201'}]}
        """,
        """
        {'resourceType':'Practitioner','id':'doc~','name':[{'family':'Lee','given':['Sam']}],
         'telecom':[{'system':'phone','value':'5035550101'}],
         'identifier':[{'system':'http://hl7.org/fhir/sid/us-npi','value':'1234567893'}]}
        """,
        """
        {'resourceType':'Coverage','id':'c~','status':'active','subscriberId':'XYZ123',
         'beneficiary':{'reference':'Patient/p~'},'payor':[{'reference':'Organization/payer~'}],
         'relationship':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/subscriber-relationship','code':'self'}]}}
        """
    };

    /** The same request changed: ten hours instead of twelve, and no counseling any more. */
    public static ObjectNode changed(String suffix) {
        ObjectNode claim = resources(suffix).values().iterator().next().deepCopy();
        claim.put("id", "change" + suffix);
        claim.set(
                "related",
                json("{'all':[{'claim':{'reference':'Claim/ask" + suffix + "'},'relationship':{'coding':[{'system':"
                                + "'http://terminology.hl7.org/CodeSystem/ex-relatedclaimrelationship','code':'prior'}]}}]}")
                        .get("all"));
        ObjectNode first = (ObjectNode) claim.at("/item/0");
        first.putObject("quantity").put("value", 10);
        first.putArray("extension").addObject().put("url", Pas.CHANGED).put("valueCode", "changed");
        ObjectNode second = (ObjectNode) claim.at("/item/1");
        second.putArray("modifierExtension")
                .addObject()
                .put("url", Pas.CANCELLED)
                .put("valueBoolean", true);
        second.set(
                "extension",
                json("{'all':[{'url':'" + Pas.CERTIFICATION_TYPE + "','valueCodeableConcept':{'coding':[{'system':"
                                + "'https://codesystem.x12.org/005010/1322','code':'3'}]}},{'url':'" + Pas.CHANGED
                                + "','valueCode':'changed'}]}")
                        .get("all"));
        return claim;
    }

    /** An answer of a payer as PAS has it: the first item approved with ten units, the second one denied. */
    public static ObjectNode answer(String suffix) {
        return json(ANSWER.replace("~", suffix));
    }

    private static final String ANSWER =
            """
        {'resourceType':'Bundle',
         'meta':{'profile':['http://hl7.org/fhir/us/davinci-pas/StructureDefinition/profile-pas-response-bundle']},
         'type':'collection','timestamp':'2026-11-30T12:00:00Z',
         'identifier':{'system':'https://payer.example.org/answers','value':'a~'},
         'entry':[{'fullUrl':'https://payer.example.org/ClaimResponse/r~','resource':
         {'resourceType':'ClaimResponse','id':'r~',
          'meta':{'profile':['http://hl7.org/fhir/us/davinci-pas/StructureDefinition/profile-claimresponse']},
          'status':'active','use':'preauthorization',
          'type':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/claim-type','code':'professional'}]},
          'patient':{'reference':'https://payer.example.org/Patient/99'},'created':'2026-11-30',
          'insurer':{'reference':'https://payer.example.org/Organization/us'},
          'request':{'reference':'urn:uuid:00000000-0000-0000-0000-000000000000'},'outcome':'complete',
          'item':[
           {'itemSequence':1,'extension':[
             {'url':'http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-itemPreAuthPeriod',
              'valuePeriod':{'start':'2026-12-01','end':'2027-01-31'}},
             {'url':'http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-itemAuthorizedProvider',
              'extension':[{'url':'provider','valueReference':{'reference':'https://payer.example.org/Practitioner/5'}}]},
             {'url':'http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-itemAuthorizedDetail','extension':[
              {'url':'quantity','valueQuantity':{'value':10}},
              {'url':'productOrServiceCode','valueCodeableConcept':{'coding':[
                {'system':'http://www.ama-assn.org/go/cpt','code':'90837'}]}}]}],
            'adjudication':[{'category':{'coding':[
              {'system':'http://terminology.hl7.org/CodeSystem/adjudication','code':'submitted'}]},'extension':[
              {'url':'http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-reviewAction','extension':[
               {'url':'number','valueString':'AUTH~'},
               {'url':'http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-reviewActionCode',
                'valueCodeableConcept':{'coding':[{'system':'https://codesystem.x12.org/005010/306','code':'A6'}]}}]}]}]},
           {'itemSequence':2,
            'adjudication':[{'category':{'coding':[
              {'system':'http://terminology.hl7.org/CodeSystem/adjudication','code':'submitted'}]},'extension':[
              {'url':'http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-reviewAction','extension':[
               {'url':'http://hl7.org/fhir/us/davinci-pas/StructureDefinition/extension-reviewActionCode',
                'valueCodeableConcept':{'coding':[{'system':'https://codesystem.x12.org/005010/306','code':'A3'}]}}]}]}]}]}},
          {'fullUrl':'https://payer.example.org/Practitioner/5','resource':
          {'resourceType':'Practitioner','id':'5','name':[{'family':'Lee'}],
           'identifier':[{'system':'http://hl7.org/fhir/sid/us-npi','value':'1234567893'}]}}]}
        """;
}
