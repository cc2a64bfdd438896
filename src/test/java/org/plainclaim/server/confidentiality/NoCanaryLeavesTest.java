package org.plainclaim.server.confidentiality;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plainclaim.access.Role;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.GuardedServer;
import org.slf4j.LoggerFactory;

/**
 * Records with words that nobody may see, in every element that has room for one, behind every door and for every role.
 *
 * <p>Generated: which types, elements and labels, anew with each seed; {@code plainclaim.canary.rounds} says how many.
 */
final class NoCanaryLeavesTest {
    private static final int ROUNDS = Integer.getInteger("plainclaim.canary.rounds", 2);
    private static final String ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    /** Elements that hold free text, by type; {@code #} is where the word stands. */
    private static final Map<String, List<String>> ROOM = Map.of(
            "DocumentReference",
            List.of(
                    "'status':'current','description':'#','content':[{'attachment':{'title':'#','data':'%'}}]",
                    "'status':'current','type':{'text':'#'},'content':[{'attachment':{'contentType':'text/plain','data':'%'}}]",
                    "'status':'current','identifier':[{'value':'#'}],'content':[{'attachment':{'url':'http://x/#'}}]"),
            "Composition",
            List.of(
                    "'status':'final','type':{'text':'#'},'date':'2026-03-02','author':[{'display':'#'}],'title':'#','section':[{'title':'#','text':{'status':'additional','div':'<div"
                            + " xmlns=\\\"http://www.w3.org/1999/xhtml\\\">#</div>'}}]"),
            "QuestionnaireResponse",
            List.of("'status':'completed','item':[{'linkId':'1','text':'#','answer':[{'valueString':'#'}]}]"),
            "Observation",
            List.of("'status':'final','code':{'text':'#'},'valueString':'#','note':[{'text':'#'}]"));

    private final List<String> answers = new ArrayList<>();

    @Test
    void behindNoDoorIsAWordOfWhatIsHidden() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try {
            for (int seed = 0; seed < ROUNDS; seed++) {
                round(seed);
            }
        } finally {
            root.detachAppender(log);
        }
        String logged = String.join(
                "\n", log.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
        assertFalse(logged.contains("Canary"), logged);
        assertTrue(answers.size() > 100, "doors that were opened: " + answers.size());
    }

    private void round(int seed) {
        Random random = new Random(seed);
        Records records = new Records(GuardedServer.everybody());
        records.patient();
        records.organization(true);
        records.put("Practitioner", "d", "'name':[{'family':'Roe'}]");
        String encounter = records.encounter("e");
        String secret = "Canary" + records.key + "n";
        String restricted = "Canary" + records.key + "r";
        Map<String, String> notes = new LinkedHashMap<>();
        ROOM.forEach((type, rooms) -> {
            String body = rooms.get(random.nextInt(rooms.size()));
            notes.put(type, note(records, type, body, secret));
        });
        String condition = records.put(
                "Condition",
                "c",
                "'subject':{'reference':'Patient/@p'},'encounter':{'reference':'" + encounter
                        + "'},'note':[{'text':'" + restricted + "'}],'code':{'text':'" + restricted
                        + "','coding':[{'system':'http://hl7.org/fhir/sid/icd-10-cm','code':'F11.20'}]}");
        Map<Role, FhirHttp> callers = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            callers.put(role, GuardedServer.as("system/*.cruds user/*.cruds", role));
        }
        callers.forEach((role, http) -> {
            for (String answer : doors(http, records, notes, condition, secret)) {
                assertFalse(answer.contains(secret), () -> role + ": " + answer);
                assertFalse(answer.contains(data(secret)), () -> role + ": " + answer);
                assertTrue(role != Role.FRONT_DESK || !answer.contains(restricted), () -> role + ": " + answer);
                answers.add(answer);
            }
        });
        FhirHttp clinician = GuardedServer.as("system/*.cruds", Role.CLINICIAN);
        assertTrue(clinician.get(condition).body().contains(restricted), "others see what is theirs");
        author(records, notes.getOrDefault("DocumentReference", ""));
    }

    /** Who wrote it reads it as a clinician; the same person in another role does not. */
    private static void author(Records records, String note) {
        for (Role role : List.of(Role.CLINICIAN, Role.BILLER, Role.AUDITOR, Role.ADMIN)) {
            FhirHttp author = GuardedServer.with(GuardedServer.sign(GuardedServer.claims("user/*.cruds", role)
                    .claim("fhirUser", "Practitioner/" + records.key + "-d")
                    .build()));
            FhirHttp.Answer read = author.get(note);
            assertEquals(role == Role.CLINICIAN, read.status() == 200, read.body());
        }
    }

    private static String note(Records records, String type, String body, String word) {
        String whole = body.replace("#", word).replace("%", data(word));
        String more = type.equals("DocumentReference")
                ? ",'author':[{'reference':'Practitioner/@d'}],'context':{'encounter':[{'reference':'Encounter/@e'}]}"
                : ",'encounter':{'reference':'Encounter/@e'}";
        return records.put(
                type,
                "s",
                "'meta':{'security':[{'system':'" + ACT + "','code':'PSYTHPN'}]},'subject':{'reference':'Patient/@p'},"
                        + whole + more);
    }

    private static String data(String word) {
        return Base64.getEncoder().encodeToString(word.getBytes(UTF_8));
    }

    private static List<String> doors(
            FhirHttp http, Records records, Map<String, String> notes, String condition, String secret) {
        List<String> answers = new ArrayList<>();
        String patient = "Patient/" + records.key + "-p";
        String encounter = "Encounter/" + records.key + "-e";
        Map<String, String> all = new LinkedHashMap<>(notes);
        all.put("Condition", condition);
        all.forEach((type, reference) -> {
            String id = reference.substring(reference.indexOf('/') + 1);
            for (String path : List.of(
                    reference,
                    reference + "?_format=xml",
                    reference + "/_history",
                    reference + "/_history/1",
                    type + "?_id=" + id,
                    type + "?_id=" + id + "&_summary=true",
                    type + "?patient=" + patient,
                    type + "?encounter=" + encounter,
                    type + "?_security=PSYTHPN&_count=50",
                    type + "/_history?_count=50",
                    patient + "/" + type)) {
                answers.add(http.get(path).body());
            }
            answers.add(http.post(reference + "/$validate", "{\"resourceType\":\"Parameters\"}")
                    .body());
            String test = records.text("[{'op':'test','path':'/status','value':'" + secret + "'}]");
            answers.add(http.patch(reference, test, "Content-Type", "application/json-patch+json")
                    .body());
            answers.add(http.post(
                            "",
                            records.text(
                                    "{'resourceType':'Bundle','type':'batch','entry':[{'request':{'method':'GET','url':'"
                                            + reference + "'}},{'request':{'method':'GET','url':'" + type + "?patient="
                                            + patient
                                            + "'}}]}"))
                    .body());
        });
        for (String path : List.of(
                encounter,
                encounter + "/$validate-documentation",
                encounter + "/$derive-claim",
                patient + "/$everything",
                patient + "/$measure-trend",
                "Encounter?_id=" + records.key + "-e&_revinclude=DocumentReference:encounter"
                        + "&_revinclude=Composition:encounter&_revinclude=Observation:encounter&_revinclude=Condition:encounter",
                "Patient?_id=" + records.key + "-p&_revinclude=Observation:patient&_revinclude=Condition:patient",
                // an answer says again what was asked, so it is asked for by its beginning
                "Patient?_has:DocumentReference:patient:description=" + secret.substring(0, secret.length() - 1),
                "Condition?encounter.reason-code=F11.20&code:text=Canary",
                "Provenance?_count=200",
                "Task?_count=200",
                "AuditEvent?_count=200",
                "_history?_count=100")) {
            answers.add(http.get(path).body());
        }
        for (String operation : List.of("$derive-claim", "$validate-documentation")) {
            answers.add(http.post(encounter + "/" + operation, "{\"resourceType\":\"Parameters\"}")
                    .body());
        }
        return answers;
    }
}
