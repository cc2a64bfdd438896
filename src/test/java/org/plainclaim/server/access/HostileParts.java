package org.plainclaim.server.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What hostile requests are put together from: sound parts, and words that do harm where nobody looks. */
final class HostileParts {
    static final List<String> TYPES = List.of(
            "Patient",
            "Encounter",
            "Claim",
            "Coverage",
            "Condition",
            "Task",
            "Consent",
            "AuditEvent",
            "Observation",
            "DocumentReference",
            "QuestionnaireResponse",
            "CarePlan",
            "ClaimResponse",
            "Organization",
            "Measure",
            "CodeSystem",
            "ValueSet",
            "Composition",
            "Nope");
    static final List<String> PATHS = List.of(
            "",
            "/hostile",
            "/hostile/_history/1",
            "/hostile/_history",
            "?_id=hostile",
            "?name=Canarylinden",
            "?_include=Claim:patient&_revinclude=Claim:patient",
            "?patient.name:contains=Canary",
            "?_has:Claim:patient:status=active",
            "?_sort=-_lastUpdated&_count=1000",
            "?_filter=(name eq x)",
            "?_getpages=00000000-0000-0000-0000-000000000000",
            "/$scrub",
            "/hostile/$scrub",
            "/hostile/$submit",
            "/hostile/$derive-claim",
            "/hostile/$validate-documentation",
            "/hostile/$everything",
            "/$nope",
            "/$validate",
            "/hostile/$validate",
            "/$due",
            "/$denials?periodStart=2026-01-01",
            "/documentation-completeness/$evaluate-measure?periodStart=2026&periodEnd=2026",
            "/hostile/$measure-trend",
            "/hostile/$plausibility",
            "/hostile/$disclosures",
            "/hostile/$audit-packet",
            "/hostile/$hold",
            "/$lookup?system=http://hl7.org/fhir/sid/icd-10-cm&code=F11.20",
            "/$expand?url=x&filter=a",
            "/$validate-code?url=x",
            "?identifier=http://x|y&_summary=count",
            "?date=ge2010&date=lt2030&_total=accurate",
            "?_lastUpdated=gt2026-01-01&_elements=id,name",
            "?subject:Patient.name=x&status:not=active",
            "?_text=x&_content=y",
            "?_security=R&_profile=x&_tag=y",
            "?code:in=x&code:text=y&code:above=z",
            "?_query=x&_contained=true",
            "/hostile/Claim",
            "/hostile/*",
            "?_count=-1&_offset=-1",
            "?_offset=999999999&_count=1",
            "/_history?_since=2026-01-01&_at=x",
            "/_search");
    static final List<String> NASTY = List.of(
            "'",
            "\"",
            "%00",
            "%2e%2e/",
            "../",
            "\\",
            "|",
            ",",
            "$",
            "${jndi:ldap://x}",
            "<script>",
            "&amp;",
            "\u202e",
            "\ud83d\ude00",
            "9".repeat(400),
            "-1",
            "0",
            "null",
            "true",
            "1e999",
            "2026-02-30",
            "' or 1=1 --",
            "{{",
            "(((((",
            "Canarylinden",
            "%",
            "_:missing=x",
            ":not",
            "*",
            "_lastUpdated=ge2010",
            "application/xml",
            "\t",
            "((a+)+)+b");
    static final List<String> HEADERS = List.of(
            "Accept: %s",
            "If-Match: W/\"%s\"",
            "If-None-Exist: name=%s",
            "If-None-Match: %s",
            "Prefer: return=%s",
            "X-Request-ID: %s",
            "Accept-Encoding: %s",
            "If-Modified-Since: %s",
            "X-Forwarded-For: %s",
            "X-HTTP-Method-Override: %s",
            "Range: bytes=%s",
            "Expect: %s",
            "Origin: %s",
            "Content-Encoding: %s",
            "Accept-Charset: %s",
            "Cookie: a=%s",
            "Authorization: Basic %s",
            "Host: %s",
            "Connection: %s",
            "Forwarded: for=%s",
            "X-Meta-Snapshot-Mode: %s",
            "Transfer-Encoding: %s",
            "X-Partition-Name: linden",
            "X-Tenant-ID: %s");
    static final List<String> METHODS =
            List.of("GET", "GET", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    static final List<String> CONTENT = List.of(
            "application/fhir+json",
            "application/fhir+json",
            "application/fhir+xml",
            "application/json-patch+json",
            "application/x-www-form-urlencoded",
            "text/plain",
            "application/json; charset=utf-16",
            "multipart/form-data");
    static final List<String> BODIES = List.of(
            "{\"resourceType\":\"Patient\",\"id\":\"hostile\",\"name\":[{\"family\":\"x\"}],\"birthDate\":\"1990-01-01\"}",
            "{\"resourceType\":\"Claim\",\"id\":\"hostile\",\"status\":\"active\",\"use\":\"claim\",\"patient\":{\"reference\":"
                    + "\"Patient/canary\"},\"item\":[{\"sequence\":1,\"net\":{\"value\":1.0}}]}",
            "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\"},"
                    + "\"request\":{\"method\":\"POST\",\"url\":\"Patient\"}},{\"request\":{\"method\":\"GET\",\"url\":"
                    + "\"Patient?name=Canarylinden\"}}]}",
            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"resource\",\"resource\":{\"resourceType\":\"Claim\"}}]}",
            "[{\"op\":\"replace\",\"path\":\"/name/0/family\",\"value\":\"y\"}]",
            "<Patient xmlns=\"http://hl7.org/fhir\"><id value=\"hostile\"/><name><family"
                    + " value=\"x\"/></name></Patient>",
            "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"request\":{\"method\":\"DELETE\",\"url\":"
                    + "\"Patient?_has:Claim:patient:status=active\"}},{\"request\":{\"method\":\"PATCH\",\"url\":\"Patient/hostile\"},"
                    + "\"resource\":{\"resourceType\":\"Binary\",\"contentType\":\"application/json-patch+json\",\"data\":\"W10=\"}}]}",
            "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"fullUrl\":\"urn:uuid:1\",\"resource\":{"
                    + "\"resourceType\":\"Claim\",\"status\":\"active\",\"use\":\"claim\",\"patient\":{\"reference\":"
                    + "\"Patient?name=Canarylinden\"}},\"request\":{\"method\":\"PUT\",\"url\":\"Claim?patient.name=Canarylinden\"}}]}",
            "{\"resourceType\":\"Observation\",\"id\":\"hostile\",\"status\":\"final\",\"code\":{\"coding\":[{\"system\":"
                    + "\"http://loinc.org\",\"code\":\"44261-6\"}]},\"subject\":{\"reference\":\"Patient/canary\"},\"valueQuantity\":"
                    + "{\"value\":1e308,\"unit\":\"{score}\"}}",
            "{\"resourceType\":\"DocumentReference\",\"id\":\"hostile\",\"status\":\"current\",\"content\":[{\"attachment\":{"
                    + "\"contentType\":\"application/pdf\",\"data\":\"JVBERi0xLjQK\"}},{\"attachment\":{\"contentType\":\"text/rtf\","
                    + "\"data\":\"e1xydGYx\"}}]}",
            "{\"resourceType\":\"Consent\",\"id\":\"hostile\",\"status\":\"active\",\"patient\":{\"reference\":\"Patient/hostile\"},"
                    + "\"provision\":{\"type\":\"permit\",\"period\":{\"start\":\"9999\",\"end\":\"0001\"}}}",
            "{\"resourceType\":\"Task\",\"id\":\"hostile\",\"status\":\"requested\",\"intent\":\"order\",\"focus\":{\"reference\":"
                    + "\"Claim/hostile/_history/999\"}}",
            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"operation\",\"part\":[{\"name\":\"type\",\"valueCode\":"
                    + "\"replace\"},{\"name\":\"path\",\"valueString\":\"Patient.name.where(family.matches('(a+)+b'))\"},{\"name\":"
                    + "\"value\",\"valueString\":\"x\"}]}]}",
            "<Bundle xmlns=\"http://hl7.org/fhir\"><type value=\"batch\"/><entry><request><method value=\"GET\"/><url"
                    + " value=\"Patient/canary\"/></request></entry></Bundle>",
            "<diff><replace sel=\"f:Patient/f:name/@value\">x</replace></diff>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Patient xmlns=\"http://hl7.org/fhir\"><name>"
                    + "<family value=\"&e;\"/></name></Patient>",
            "{\"a\":".repeat(2000),
            "name=Canarylinden&_count=" + "9".repeat(30));

    private static final String INTERCHANGE = "ISA*00*          *00*          *ZZ*CLEARHOUSE     *ZZ*LINDENST      "
            + " *261130*0910*^*00501*000000905*0*T*:~"
            + "GS*HP*CLEARHOUSE*LINDENST*20261130*0910*905*X*005010X221A1~ST*835*1234~BPR*I*100*C*CHK************20261130~"
            + "TRN*1*12345*1512345678~N1*PR*PAYER~N1*PE*LINDEN*XX*1215954310~LX*1~CLP*A1*1*190*100*90*12*CTL~"
            + "CAS*CO*45*90~SVC*HC:90837*190*100**1~SE*10*1234~GE*1*905~IEA*1*000000905~";

    /** Files of payers, whole and broken; they are sent as base64 in Parameters or as a Binary. */
    static final List<String> FILES = List.of(
            INTERCHANGE,
            INTERCHANGE.replace('*', '|'),
            INTERCHANGE.replace("SE*10", "SE*99999999999999999999"),
            INTERCHANGE.replace("CLP*A1*1*190", "CLP*A1*1*1e400"),
            INTERCHANGE.replace("835", "277"),
            INTERCHANGE.replace("835", "271"),
            INTERCHANGE.replace("HP", "FA").replace("835", "999"),
            INTERCHANGE.substring(0, 106),
            INTERCHANGE.substring(0, 60),
            INTERCHANGE + INTERCHANGE,
            "ISA",
            "~".repeat(3000),
            "\t\f");

    /** Addresses beside the FHIR base. */
    static final List<String> BESIDE = List.of(
            "/cds-services",
            "/cds-services/plainclaim-encounter-discharge",
            "/cds-services/plainclaim-note-sign",
            "/cds-services/plainclaim-note-sign/feedback",
            "/cds-services/nope",
            "/health/live",
            "/health/ready",
            "/metrics",
            "/fhir/.well-known/smart-configuration",
            "/fhir/metadata",
            "/nowhere",
            "/");

    /** Calls of the hooks. */
    static final List<String> CALLS = List.of(
            "{\"hook\":\"encounter-discharge\",\"hookInstance\":\"1\",\"context\":{\"userId\":\"Practitioner/canary\",\"patientId\":"
                    + "\"canary\",\"encounterId\":\"hostile\"}}",
            "{\"hook\":\"note-sign\",\"hookInstance\":\"1\",\"context\":{\"userId\":\"Practitioner/x\",\"patientId\":\"canary\","
                    + "\"encounterId\":\"hostile\",\"composition\":{\"resourceType\":\"Composition\",\"status\":\"preliminary\","
                    + "\"section\":[{\"text\":{\"status\":\"additional\",\"div\":\"<div>x</div>\"}}]}},\"prefetch\":{\"session\":{"
                    + "\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Encounter\",\"id\":\"hostile\"}}]}}}",
            "{\"feedback\":[{\"card\":\"00000000-0000-0000-0000-000000000000\",\"outcome\":\"accepted\"}]}",
            "[]",
            "{}");

    private HostileParts() {}

    /** A file as the operation takes it. */
    static String processed(String file) {
        String data = Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.ISO_8859_1));
        return "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"file\",\"valueBase64Binary\":\"" + data
                + "\"},{\"name\":\"partner\",\"valueString\":\"nobody\"}]}";
    }
}
