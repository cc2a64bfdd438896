package org.plainclaim.server.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.operation.Pushed;

/** A patient with a coverage, as a practice registers them, each time another one. */
final class Intake {
    static LocalDate today() {
        return LocalDate.now(ZoneId.systemDefault());
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    final FhirHttp http;
    final String payerId;
    final String member = "M" + UUID.randomUUID().toString().substring(0, 8);
    final String patient;
    final String payer;
    final String practice;
    final String coverage;

    Intake(FhirHttp http) {
        this(http, "PAYER-" + UUID.randomUUID());
    }

    /** With a payer of that id. */
    Intake(FhirHttp http, String payerId) {
        this.http = http;
        this.payerId = payerId;
        this.payer = stored(
                """
                {"resourceType":"Organization","name":"GOLD HEALTH",
                 "identifier":[{"system":"%s","value":"%s"}]}"""
                        .formatted(org.plainclaim.fhir.Systems.PAYER_ID, payerId));
        this.practice = stored(
                """
                {"resourceType":"Organization","name":"A PRACTICE",
                 "identifier":[{"system":"http://hl7.org/fhir/sid/us-npi","value":"%s"}]}"""
                        .formatted(Pushed.npi()));
        this.patient = stored(
                """
                {"resourceType":"Patient","name":[{"family":"DOE","given":["JANE"]}],"gender":"female",
                 "birthDate":"1990-05-01"}""");
        this.coverage = coverage("2020-01-01", "2099-12-31");
    }

    /** Another coverage of the patient with the payer. */
    String coverage(String from, String to) {
        return stored(
                """
                {"resourceType":"Coverage","status":"active","subscriberId":"%s",
                 "type":{"coding":[{"system":"https://nahdo.org/sopt","code":"5"}]},
                 "relationship":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/subscriber-relationship",
                  "code":"self"}]},
                 "subscriber":{"reference":"%s"},"beneficiary":{"reference":"%s"},"payor":[{"reference":"%s"}],
                 "period":{"start":"%s","end":"%s"},"order":1}"""
                        .formatted(member, patient, patient, payer, from, to));
    }

    /** Stores a resource; the answer is its reference. */
    String stored(String json) {
        String type = json(json).get("resourceType").asText();
        FhirHttp.Answer answer = http.post(type, json);
        assertEquals(201, answer.status(), answer.body());
        return type + "/" + answer.json().get("id").asText();
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A question about the coverage on a day. */
    ObjectNode question(LocalDate day) {
        return json(
                """
                {"resourceType":"CoverageEligibilityRequest","status":"active","purpose":["benefits"],
                 "patient":{"reference":"%s"},"servicedDate":"%s","created":"%s","provider":{"reference":"%s"},
                 "insurer":{"reference":"%s"},"insurance":[{"focal":true,"coverage":{"reference":"%s"}}]}"""
                        .formatted(patient, day, today(), practice, payer, coverage));
    }

    /** The same under an identifier. */
    ObjectNode question(LocalDate day, String identifier) {
        ObjectNode question = question(day);
        question.putArray("identifier")
                .addObject()
                .put("system", "https://ehr.example.org/questions")
                .put("value", identifier);
        return question;
    }

    FhirHttp.Answer submit(JsonNode question) {
        return http.post("CoverageEligibilityRequest/$submit", question.toString());
    }
}
