package org.plainclaim.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.documentation.PatientHistory.PastLine;
import org.plainclaim.documentation.SessionDocumentation;

final class HistoryReaderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 20);

    private final ObjectNode session = Sessions.bundle("crisis-80-minutes");
    private final String patient = Sessions.urlOf(session, "Patient");
    private final ObjectNode history = Sessions.json("{'resourceType':'Bundle','type':'collection','entry':[]}");

    private PatientHistory read(@Nullable LocalDate from, @Nullable LocalDate to) throws BadInput {
        var around = new HistoryReader.Around(Sessions.read(session), session, null);
        return Sessions.READER.history().read(new HistoryDocument(history, from, to), around);
    }

    private PatientHistory read() throws BadInput {
        return read(null, null);
    }

    private void add(String url, ObjectNode resource) {
        Sessions.add(history, url, resource);
    }

    /** A session of the same patient by the same clinician, in the morning of a day. */
    private ObjectNode other(String url, String day) {
        ObjectNode encounter = Sessions.first(session, "Encounter").deepCopy();
        ObjectNode procedure = Sessions.first(session, "Procedure").deepCopy();
        encounter.remove("identifier");
        procedure.remove("identifier");
        for (String period : List.of("period", "performedPeriod")) {
            ObjectNode holder = period.equals("period") ? encounter : procedure;
            holder.putObject(period).put("start", day + "T09:00:00-07:00").put("end", day + "T09:35:00-07:00");
        }
        procedure.putObject("encounter").put("reference", url);
        add(url, encounter);
        add("urn:uuid:procedure-of-" + url.substring(9), procedure);
        return encounter;
    }

    private ObjectNode claim(String encounter) {
        return Sessions.json(
                "{'resourceType':'Claim','status':'active','use':'claim','patient':{'reference':'" + patient
                        + "'},'provider':{'reference':'" + Sessions.urlOf(session, "Organization")
                        + "'},'billablePeriod':{'start':'2026-03-01'},'careTeam':[{'sequence':1,'provider':{'reference':'"
                        + Sessions.urlOf(session, "Practitioner") + "'},'role':{'coding':[{'code':'supervisor'}]}},"
                        + "{'sequence':2,'provider':{'identifier':{'system':'http://hl7.org/fhir/sid/us-npi','value':'1234567893'}},"
                        + "'role':{'coding':[{'code':'primary'}]},'qualification':{'coding':[{'system':'http://nucc.org/provider-taxonomy',"
                        + "'code':'103TC0700X'}]}}],'item':[{'sequence':1,'careTeamSequence':[1,2],'productOrService':{'coding':[{'system':"
                        + "'http://www.ama-assn.org/go/cpt','code':'90834'}]},'servicedDate':'2026-03-11','quantity':{'value':2},"
                        + "'encounter':[{'reference':'" + encounter + "'}]}]}");
    }

    @Test
    void readsTheOtherFinishedSessionsOfThePatient() throws BadInput {
        other("urn:uuid:a", "2026-03-20");
        other("urn:uuid:b", "2026-02-10").put("status", "in-progress");
        PatientHistory read = read();
        assertEquals(1, read.sessions().size());
        SessionDocumentation other = read.sessions().get(0);
        assertEquals("urn:uuid:a", other.encounter());
        assertEquals(DAY, other.time().dateOfService().get());
        assertEquals(1, other.services().size());
        assertEquals("crisis-psychotherapy", other.services().get(0).kind().get());
        assertEquals(35, other.services().get(0).time().minutes().get());
        SessionDocumentation own = Sessions.read(session);
        assertEquals(
                own.services().get(0).rendering().npi().get(),
                other.services().get(0).rendering().npi().get());
        assertEquals(own.billing().npi().get(), other.billing().npi().get());
        assertTrue(read.covers(DAY, DAY));
        assertFalse(read.covers(DAY, DAY.plusDays(1)));
    }

    @Test
    void leavesTheSessionItselfOut() throws BadInput {
        history.setAll(session.deepCopy());
        assertEquals(List.of(), read().sessions());
        for (var entry : history.get("entry")) {
            if (entry.at("/resource/resourceType").asText().equals("Encounter")) {
                ((ObjectNode) entry).put("fullUrl", "urn:uuid:other-name");
            }
        }
        assertEquals(List.of(), read().sessions(), "another reference, but the same identifier");
    }

    @Test
    void looksAtTheDaysThatTheSenderNames() throws BadInput {
        assertEquals(PatientHistory.UNKNOWN, read(), "nothing sent, no days named");
        PatientHistory empty = read(DAY.minusDays(3), DAY);
        assertTrue(empty.covers(DAY.minusDays(3), DAY));
        assertFalse(empty.covers(DAY.minusDays(4), DAY));
        other("urn:uuid:a", "2026-03-10");
        assertTrue(read(null, DAY).covers(LocalDate.of(2026, 3, 10), DAY));
    }

    @Test
    void readsTheLinesOfClaims() throws BadInput {
        add("urn:uuid:claim", claim("Encounter/long-ago"));
        List<PastLine> lines = read().lines();
        assertEquals(1, lines.size());
        PastLine line = lines.get(0);
        assertEquals("urn:uuid:claim", line.claim());
        assertEquals("Encounter/long-ago", line.encounter());
        assertEquals("90834", line.code().get());
        assertEquals(LocalDate.of(2026, 3, 11), line.date());
        assertEquals(2, line.units());
        assertEquals("1234567893", line.npi().get());
        assertEquals("103TC0700X", line.taxonomy().get());
        assertEquals(
                "Claim.item[0].productOrService.coding[0].code",
                line.evidence().get(0).path());
    }

    @Test
    void takesTheDayOfTheClaimAndOneUnitWhereALineSaysNeither() throws BadInput {
        ObjectNode claim = claim("Encounter/long-ago");
        ((ObjectNode) claim.at("/item/0")).remove(List.of("servicedDate", "quantity", "careTeamSequence"));
        add("urn:uuid:claim", claim);
        PastLine line = read().lines().get(0);
        assertEquals(LocalDate.of(2026, 3, 1), line.date());
        assertEquals(1, line.units());
        assertFalse(line.npi().known(), "a practice is no clinician");
    }

    @Test
    void leavesOutClaimsThatSayNothingNew() throws BadInput {
        other("urn:uuid:a", "2026-03-20");
        add("urn:uuid:cancelled", claim("Encounter/long-ago").put("status", "cancelled"));
        add("urn:uuid:estimate", claim("Encounter/long-ago").put("use", "predetermination"));
        add("urn:uuid:own", claim(Sessions.urlOf(session, "Encounter")));
        ObjectNode derived = claim("urn:uuid:a");
        derived.putArray("identifier")
                .addObject()
                .put("system", ClaimWriter.DERIVATION)
                .put("value", "x");
        add("urn:uuid:derived", derived);
        assertEquals(List.of(), read().lines());
        add("urn:uuid:foreign", claim("urn:uuid:a"));
        assertEquals(1, read().lines().size());
    }

    @Test
    void leavesOutWhatCanNotBeReadAndConcludesNothingFromWhatIsMissing() throws BadInput {
        other("urn:uuid:a", "2026-03-20");
        ObjectNode broken = other("urn:uuid:b", "2026-03-19");
        broken.put("participant", "nobody");
        ((ArrayNode) history.get("entry")).addObject().put("resource", "none");
        PatientHistory read = read(DAY.minusYears(1), DAY);
        assertEquals(1, read.sessions().size());
        assertFalse(read.covers(DAY, DAY));
    }

    @Test
    void refusesAHistoryOfWhichNothingCanBeRead() {
        add("urn:uuid:a", Sessions.json("{'resourceType':'Encounter','status':5}"));
        assertThrows(BadInput.class, this::read);
        history.put("entry", "none");
        assertThrows(BadInput.class, this::read);
    }

    @Test
    void refusesAHistoryOfAnotherPatient() {
        other("urn:uuid:a", "2026-03-20").putObject("subject").put("reference", "Patient/somebody-else");
        BadInput refused = assertThrows(BadInput.class, this::read);
        assertEquals("Encounter.subject", refused.problems().get(0).expression());
    }

    @Test
    void knowsThePatientByIdentifier() throws BadInput {
        other("urn:uuid:a", "2026-03-20").putObject("subject").put("reference", "Patient/p9");
        ObjectNode same = Sessions.first(session, "Patient").deepCopy();
        add("https://ehr.example.org/fhir/Patient/p9", same);
        ((ObjectNode) history.at("/entry/1/resource")).putObject("subject").put("reference", "Patient/p9");
        assertEquals(1, read().sessions().size());
    }
}
