package org.plainclaim.server.confidentiality;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.plainclaim.server.FhirHttp;

/** Small resources with ids of their own, stored over HTTP. */
final class Records {
    private final FhirHttp http;
    final String key = UUID.randomUUID().toString().substring(0, 8);

    Records(FhirHttp http) {
        this.http = http;
    }

    /** Stores JSON in which single quotes stand for double ones; {@code @} is what all ids of this test begin with. */
    String put(String type, String name, String body) {
        String id = key + "-" + name;
        String json = "{'resourceType':'" + type + "','id':'" + id + "'," + body + "}";
        FhirHttp.Answer answer = http.put(type + "/" + id, text(json));
        assertTrue(answer.status() == 200 || answer.status() == 201, answer.body());
        return type + "/" + id;
    }

    /** The same of a type that only the server itself stores. */
    String kept(String type, String name, String body) {
        Labelled.keep(type, text("{'resourceType':'" + type + "','id':'@" + name + "'," + body + "}"));
        return type + "/" + key + "-" + name;
    }

    String text(String json) {
        return json.replace('\'', '"').replace("@", key + "-");
    }

    String patient() {
        return put("Patient", "p", "'name':[{'family':'Doe'}]");
    }

    String organization(boolean program) {
        String type = program
                ? ",'type':[{'coding':[{'system':'https://plainclaim.org/fhir/CodeSystem/program-kind',"
                        + "'code':'part-2-program'}]}]"
                : "";
        return put("Organization", "o", "'active':true,'name':'Clinic'" + type);
    }

    String encounter(String name) {
        return put(
                "Encounter",
                name,
                "'status':'finished','class':{'code':'AMB'},'subject':{'reference':'Patient/@p'},"
                        + "'serviceProvider':{'reference':'Organization/@o'}");
    }

    String condition(String name, String code, String encounter) {
        return put(
                "Condition",
                name,
                "'subject':{'reference':'Patient/@p'},'encounter':{'reference':'" + encounter
                        + "'},'code':{'coding':[{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'" + code
                        + "'}]}");
    }

    String note(String name, String label, String word) {
        return put(
                "DocumentReference",
                name,
                (label.isEmpty()
                                ? ""
                                : "'meta':{'security':[{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'"
                                        + label + "'}]},")
                        + "'status':'current','description':'" + word + "','subject':{'reference':'Patient/@p'},"
                        + "'author':[{'reference':'Practitioner/@d'}],'context':{'encounter':[{'reference':'Encounter/@e'}]},"
                        + "'content':[{'attachment':{'contentType':'text/plain','data':'"
                        + java.util.Base64.getEncoder()
                                .encodeToString(word.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        + "'}}]");
    }

    String consent(String name, String more) {
        return put(
                "Consent",
                name,
                "'status':'active','scope':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/consentscope',"
                        + "'code':'patient-privacy'}]},'category':[{'coding':[{'system':"
                        + "'https://plainclaim.org/fhir/CodeSystem/consent-kind','code':'part-2-disclosure'}]}],"
                        + "'patient':{'reference':'Patient/@p'},'dateTime':'2026-01-02','performer':[{'reference':"
                        + "'Patient/@p'}],'organization':[{'reference':'Organization/@o'}],'sourceAttachment':"
                        + "{'title':'signed'},'policyRule':{'coding':[{'system':"
                        + "'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'OPTIN'}]},'provision':{"
                        + "'type':'permit','period':{'start':'2020-01-01'},'actor':[{'role':{'coding':[{'code':'PAYOR'}]},"
                        + "'reference':{'display':'payers'}}],'purpose':[{'code':'TREAT'},{'code':'HPAYMT'},"
                        + "{'code':'HOPERAT'}],'securityLabel':[{'system':"
                        + "'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'42CFRPart2'}]}" + more);
    }

    Set<String> labels(String reference) {
        return labels(http.get(reference).json());
    }

    static Set<String> labels(JsonNode resource) {
        Set<String> labels = new TreeSet<>();
        resource.at("/meta/security")
                .forEach(label -> labels.add(label.path("code").asText()));
        return labels;
    }
}
