package org.plainclaim.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;

/** What is not of the form that R4 gives an element is refused, and the answer names the element. */
final class BodyShapeTest {
    private final FhirHttp http = RunningServer.H2.http();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Patient.active             | `active`:`true`",
                "Patient.gender             | `gender`:[`male`]",
                "Patient.name[0].family     | `name`:[{`family`:5}]",
                "Patient.name               | `name`:[]",
                "Patient.name[0]            | `name`:[{}]",
                "Patient.name[0]            | `name`:[null]",
                "Patient.name[0].given      | `name`:[{`given`:[]}]",
                "Patient.name[0].given[0]   | `name`:[{`given`:[null]}]",
                "Patient.maritalStatus      | `maritalStatus`:{}",
                "Patient.maritalStatus      | `maritalStatus`:[{`text`:`x`}]",
                "Patient.birthDate          | `birthDate`:`2010-01-02T09:00:00Z`",
                "Patient.deceasedDateTime   | `deceasedDateTime`:`2010-01-02T09:00:00`",
                "Patient.telecom[0].rank    | `telecom`:[{`rank`:0}]",
                "Patient.telecom[0].rank    | `telecom`:[{`rank`:-1}]",
                "Patient.extension          | `extension`:[]",
                "Patient.contained[0].active| `contained`:[{`resourceType`:`Patient`,`id`:`a`,`active`:1}]"
            })
    void refusesAndNames(String element, String json) {
        var refused = http.post("Patient", "{\"resourceType\":\"Patient\"," + json.replace('`', '"') + "}");
        assertEquals(400, refused.status(), refused.body());
        String name = element.replaceAll(".*\\.", "").replaceAll("\\[.*", "");
        assertTrue(refused.diagnostics().contains(name), refused.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`name`:[{`given`:[null,`B`],`_given`:[{`extension`:[{`url`:`urn:x`,`valueCode`:`masked`}]},null]}]",
                "`_birthDate`:{`extension`:[{`url`:`urn:x`,`valueDateTime`:`2010-01-02T09:00:00-05:00`}]}",
                "`deceasedDateTime`:`2010-01`",
                "`multipleBirthInteger`:2",
                "`extension`:[{`url`:`urn:x`,`extension`:[{`url`:`a`,`valueDecimal`:1.50}]}]",
                "`contained`:[{`resourceType`:`Organization`,`id`:`a`}],`managingOrganization`:{`reference`:`#a`}",
                "`text`:{`status`:`generated`,`div`:`<div xmlns='http://www.w3.org/1999/xhtml'>a</div>`}",
                "`meta`:{`tag`:[{`system`:`urn:x`,`code`:`y`}],`lastUpdated`:`2020-01-01T00:00:00.000Z`}"
            })
    void takesWhatR4Allows(String json) {
        var stored = http.post("Patient", "{\"resourceType\":\"Patient\"," + json.replace('`', '"') + "}");
        assertEquals(201, stored.status(), stored.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"`active`:`true`", "`name`:[]"})
    void looksIntoTheEntriesOfABundle(String json) {
        var refused = http.post(
                "",
                """
                {"resourceType":"Bundle","type":"transaction","entry":[{"resource":{"resourceType":"Patient",%s},
                 "request":{"method":"POST","url":"Patient"}}]}"""
                        .formatted(json.replace('`', '"')));
        assertEquals(400, refused.status(), refused.body());
        assertTrue(refused.diagnostics().contains("entry[0].resource."), refused.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Patient><active value='true'/></Patient>",
                "<Patient xmlns='http://hl7.org/fhir'>hello<active value='true'/></Patient>",
                "<Patient xmlns='http://hl7.org/fhir'><active xmlns='urn:x' value='true'/></Patient>",
                "<Patient xmlns='http://hl7.org/fhir'><birthDate value='2010-01-02T09:00:00Z'/></Patient>",
                "<Patient xmlns='http://hl7.org/fhir'><deceasedDateTime value='2010-01-02T09:00:00'/></Patient>"
            })
    void refusesXml(String body) {
        var refused = xml(body);
        assertEquals(400, refused.status(), refused.body());
        assertTrue(refused.diagnostics().matches("(?s).*(Patient|birthDate|deceased).*"), refused.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Patient xmlns='http://hl7.org/fhir'><text><status value='generated'/>"
                        + "<div xmlns='http://www.w3.org/1999/xhtml'><p>a <b>b</b></p></div></text>"
                        + "<active value='true'/></Patient>",
                "<f:Patient xmlns:f='http://hl7.org/fhir'><!-- x -->\n <f:active value='true'/></f:Patient>"
            })
    void takesXml(String body) {
        assertEquals(201, xml(body).status(), xml(body).body());
    }

    private FhirHttp.Answer xml(String body) {
        return http.post("Patient", body, "Content-Type", "application/fhir+xml", "Accept", "application/fhir+json");
    }
}
