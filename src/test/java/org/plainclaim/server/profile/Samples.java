package org.plainclaim.server.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;

/** What mutations put into resources; single quotation marks stand for JSON's. */
final class Samples {
    static final List<String> EXTENSIONS = List.of(
            "{'url':'http://example.org/fhir/StructureDefinition/mine','valueString':'text'}",
            "{'valueString':'text'}",
            "{'url':'http://example.org/mine'}",
            "{'url':'relative','valueString':'text'}",
            "{'url':'http://example.org/mine','valueString':'a','valueCode':'b'}",
            "{'url':'http://example.org/mine','valueString':'a','extension':[{'url':'http://example.org/x','valueCode':'b'}]}",
            "{'url':'http://example.org/mine','extension':[{'url':'inner','valueCode':'b'}]}",
            "{'url':'http://example.org/mine','valueNonsense':'a'}",
            "{'url':'http://example.org/mine','valueQuantity':{'value':1,'system':'http://unitsofmeasure.org','code':'nonsense'}}",
            "{'url':'https://plainclaim.org/fhir/StructureDefinition/group-size','valuePositiveInt':8}",
            "{'url':'https://plainclaim.org/fhir/StructureDefinition/group-size','valuePositiveInt':1}",
            "{'url':'https://plainclaim.org/fhir/StructureDefinition/group-size','valueString':'8'}",
            "{'url':'https://plainclaim.org/fhir/StructureDefinition/telehealth-modality','valueCode':'audio-video'}",
            "{'url':'https://plainclaim.org/fhir/StructureDefinition/patient-attendance','valueCode':'present'}",
            "{'url':'https://plainclaim.org/fhir/StructureDefinition/clinician-location','valueReference':{'reference':'Patient/x'}}",
            "{'url':'https://plainclaim.org/fhir/StructureDefinition/service-detail','extension':[{'url':'name','valueCode':'a'}]}",
            "{'url':'https://plainclaim.org/fhir/StructureDefinition/service-detail','extension':[{'url':'name','valueCode':'a'},"
                    + "{'url':'value','valueInteger':3}]}",
            "{'url':'https://plainclaim.org/fhir/StructureDefinition/service-detail','extension':[{'url':'name','valueCode':'a'},"
                    + "{'url':'value','valueInteger':3},{'url':'more','valueInteger':3}]}",
            "{'url':'https://plainclaim.org/fhir/StructureDefinition/service-duration','valueDuration':{'value':53,"
                    + "'unit':'min','system':'http://unitsofmeasure.org','code':'min'}}",
            "{'url':'https://plainclaim.org/fhir/StructureDefinition/service-duration','valueDuration':{'value':53}}",
            "{'url':'https://plainclaim.org/fhir/StructureDefinition/therapeutic-modality','valueCodeableConcept':{'text':'x'}}",
            "{'url':'http://hl7.org/fhir/StructureDefinition/data-absent-reason','valueCode':'unknown'}",
            "{'url':'http://hl7.org/fhir/StructureDefinition/data-absent-reason','valueCode':'nonsense'}",
            "{'url':'http://hl7.org/fhir/StructureDefinition/patient-religion','valueCodeableConcept':{'text':'x'}}",
            "{'url':'http://hl7.org/fhir/StructureDefinition/encounter-associatedEncounter','valueReference':{'reference':'Encounter/x'}}",
            "{'url':'http://hl7.org/fhir/StructureDefinition/timezone','valueCode':'America/New_York'}",
            "{'url':'http://hl7.org/fhir/StructureDefinition/nonsense','valueCode':'x'}",
            "{'url':'http://hl7.org/fhir/us/core/StructureDefinition/us-core-race','extension':[{'url':'text','valueString':'x'}]}",
            "{'url':'http://example.org/mine','valueCoding':{'system':'http://loinc.org','code':'44261-6'}}",
            "{'url':'http://example.org/mine','valueReference':{'reference':'#nowhere'}}",
            "{'url':'http://example.org/mine','valueAttachment':{'contentType':'text/plain','data':'!!!'}}",
            "{'url':'http://example.org/mine','valueTiming':{'repeat':{'period':1}}}",
            "{'url':'http://example.org/mine','valueMoney':{'value':1.50,'currency':'XXQ'}}",
            "{'url':'http://example.org/mine','valueRange':{'low':{'value':2},'high':{'value':1}}}",
            "{'url':'http://example.org/mine','valueAge':{'value':2,'code':'a'}}",
            "{'url':'http://example.org/mine','valueMeta':{'versionId':'1'}}",
            "{'url':'http://example.org/mine','valueContactPoint':{'value':'1'}}",
            "{'url':'http://example.org/mine','valueUri':'not absolute'}",
            "{'url':'http://example.org/mine','valueOid':'urn:oid:x'}",
            "{'url':'http://example.org/mine','valueBase64Binary':'abc'}",
            "{'url':'http://example.org/mine','valueTime':'9:00:00'}",
            "{}");

    static final List<String> COMPANIONS = List.of(
            "{'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/data-absent-reason','valueCode':'unknown'}]}",
            "{'id':'a'}",
            "{'id':''}",
            "{'extension':[]}",
            "{'value':'x'}");

    static final List<String> CONTAINED = List.of(
            "{'resourceType':'Patient','id':'inner'}",
            "{'resourceType':'Patient','id':'inner','gender':'nonsense'}",
            "{'resourceType':'Practitioner','id':'inner','name':[{'family':'A'}]}",
            "{'resourceType':'Organization','id':'inner','name':'A'}",
            "{'resourceType':'Organization','id':'inner'}",
            "{'resourceType':'Organization','name':'A'}",
            "{'resourceType':'Nonsense','id':'inner'}",
            "{'resourceType':'Location','id':'inner','managingOrganization':{'reference':'Patient/x'}}",
            "{'resourceType':'Location','id':'inner','meta':{'versionId':'1'}}",
            "{'resourceType':'Location','id':'inner','contained':[{'resourceType':'Patient','id':'deep'}]}",
            "{'resourceType':'Location','id':'inner','partOf':{'reference':'#inner'}}",
            "{'resourceType':'Encounter','id':'inner','status':'finished','class':{'code':'AMB'},'period':"
                    + "{'start':'2026-01-02','end':'2026-01-01'}}",
            "{'id':'inner'}");

    static final List<String> RESOURCE_PROPERTIES = List.of(
            "{'meta':{'profile':['http://example.org/none']}}",
            "{'meta':{'tag':[{'system':'http://example.org','code':'x'}]}}",
            "{'meta':{'security':[{'system':'http://terminology.hl7.org/CodeSystem/v3-Confidentiality','code':'R'}]}}",
            "{'meta':{'security':[{'system':'http://terminology.hl7.org/CodeSystem/v3-Confidentiality','code':'nonsense'}]}}",
            "{'meta':{'security':[{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'PSYTHPN'}]}}",
            "{'meta':{'lastUpdated':'2026-03-03'}}",
            "{'meta':{'lastUpdated':'2026-03-03T10:00:00Z','versionId':'1','source':'http://example.org/x'}}",
            "{'meta':{'source':'#abc'}}",
            "{'meta':{}}",
            "{'id':'under_score'}",
            "{'id':'a.b-c'}",
            "{'id':'12345678901234567890123456789012345678901234567890123456789012345'}",
            "{'language':'en'}",
            "{'language':'xx-nonsense'}",
            "{'language':'de-CH'}",
            "{'implicitRules':'http://example.org/rules'}",
            "{'identifier':[{'system':'http://hl7.org/fhir/sid/us-npi','value':'1234567893'}]}",
            "{'identifier':[{'system':'http://hl7.org/fhir/sid/us-npi','value':'1234567890'}]}",
            "{'identifier':[{'system':'urn:ietf:rfc:3986','value':'not a uri'}]}",
            "{'identifier':[{'system':'urn:ietf:rfc:3986','value':'urn:uuid:0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9'}]}",
            "{'identifier':[{'value':'x'}]}",
            "{'identifier':[{'use':'official','type':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v2-0203',"
                    + "'code':'MR'}]},'system':'http://example.org','value':'x','period':{'start':'2026'},"
                    + "'assigner':{'display':'x'}}]}",
            "{'category':[{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/observation-category','code':'vital-signs'}]}]}",
            "{'code':{'coding':[{'system':'http://loinc.org','code':'85354-9'}]}}",
            "{'code':{'coding':[{'system':'http://loinc.org','code':'8867-4'}]}}",
            "{'code':{'coding':[{'system':'http://loinc.org','code':'nonsense-1'}]}}",
            "{'code':{'coding':[{'system':'http://snomed.info/sct','code':'12345'}]}}",
            "{'code':{'coding':[{'code':'alone'}]}}",
            "{'valueQuantity':{'value':5,'comparator':'<','unit':'x'}}",
            "{'valueQuantity':{'value':5,'system':'http://unitsofmeasure.org','code':'{score}','unit':'score'}}",
            "{'valueQuantity':{'value':5,'system':'http://unitsofmeasure.org','code':'nonsense','unit':'score'}}",
            "{'valueQuantity':{'code':'mg'}}",
            "{'photo':[{'contentType':'image/png','data':'AAAA','size':99}]}",
            "{'telecom':[{'system':'phone','value':'1','use':'home'}]}",
            "{'telecom':[{'value':'1'}]}",
            "{'telecom':[{'system':'email','value':'no email'}]}",
            "{'address':[{'use':'home','line':['1 Main St',''],'state':'NY'}]}",
            "{'communication':[{'language':{'coding':[{'system':'urn:ietf:bcp:47','code':'en'}]}}]}",
            "{'communication':[{'language':{'coding':[{'system':'urn:ietf:bcp:47','code':'nonsense'}]}}]}",
            "{'note':[{'text':'plain words'}]}",
            "{'note':[{'text':'# heading\\n\\n* <b>x</b>'}]}");

    static final List<String> ELEMENT_PROPERTIES = List.of(
            "{'id':'one'}",
            "{'id':'with space'}",
            "{'id':7}",
            "{'display':'words'}",
            "{'text':'words'}",
            "{'userSelected':true}",
            "{'version':'2026'}",
            "{'type':'Patient'}",
            "{'type':'Nonsense'}",
            "{'identifier':{'system':'http://example.org','value':'x'}}",
            "{'start':'2026-03-03T10:00:00-05:00','end':'2026-03-03T10:00:00-05:00'}",
            "{'start':'2026-03-03','end':'2026-03-03T10:00:00-05:00'}",
            "{'start':'2026-03','end':'2026-02'}",
            "{'start':'2026-03-03T10:00:00-05:00','end':'2026-03-03T10:00:00-08:00'}",
            "{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v3-ActCode','code':'AMB','display':'Wrong"
                    + " words'}]}",
            "{'coding':[{'display':'only words'}]}",
            "{'coding':[{'code':'x'},{'code':'x'}]}",
            "{'coding':[{'system':'http://example.org/none','code':'x','userSelected':true}],'text':'x'}",
            "{'coding':[]}",
            "{'value':5}",
            "{'value':'5'}",
            "{'comparator':'<'}",
            "{'use':'old'}",
            "{'period':{'start':'2026-01-01','end':'2025-01-01'}}",
            "{'sequence':1}",
            "{'reference':'#'}",
            "{'system':'http://hl7.org/fhir/sid/us-npi','value':'2000000010'}",
            "{'system':'http://hl7.org/fhir/sid/us-npi','value':'2000000011'}");

    static final List<String> NARRATIVES = List.of(
            div("<p>plain</p>"),
            div("words"),
            div(""),
            div("  "),
            div("<p/>"),
            div("<br/>"),
            div("<p>a<br/>b</p><ul><li>c</li></ul>"),
            div("<p>a<ul><li>c</li></ul></p>"),
            div("<script>x</script>words"),
            div("<p onclick=\\\"x\\\">words</p>"),
            div("<p style=\\\"color:red\\\">words</p>"),
            div("<table><tbody><tr><td>a</td></tr></tbody></table>"),
            div("<table><tr><td>a</td></tr></table>"),
            div("<table>a</table>"),
            div("<ul>a</ul>"),
            div("<ul><p>a</p></ul>"),
            div("<li>a</li>"),
            div("<a href=\\\"http://example.org\\\">a</a>"),
            div("<img src=\\\"x.png\\\"/>"),
            div("<b><i>a</b></i>"),
            div("<h1>a</h1><h2>b</h2><hr/><div>c</div>"),
            div("a &amp; b &lt; c &nbsp; d"),
            div("a &amp; b &lt; c"),
            div("a & b"),
            div("<!-- c -->a"),
            div("<p>a"),
            "<div>no namespace</div>",
            "<p xmlns='http://www.w3.org/1999/xhtml'>p</p>",
            "no markup",
            div("<span>a</span><em>b</em><strong>c</strong>"),
            div("<div><p>a</p></div>"),
            div("<p><p>a</p></p>"),
            div("<p><div>a</div></p>"),
            div("<li><ul><li>x</li></ul></li>"),
            div("<ul><li><b>x</b></li></ul>"),
            div("<ol><li>1</li><li>2</li></ol>"),
            div("<h1><b>x</b></h1>"),
            div("<b>x<br/></b>"),
            div("<form><input/></form>x"),
            div("\\u00e9"));

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Samples() {}

    static JsonNode read(String json) {
        try {
            return JSON.readTree(json.startsWith("{'") || json.equals("{}") ? json.replace('\'', '"') : json);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(json, malformed);
        }
    }

    private static String div(String content) {
        return "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + content.replace("\\\"", "\"") + "</div>";
    }
}
