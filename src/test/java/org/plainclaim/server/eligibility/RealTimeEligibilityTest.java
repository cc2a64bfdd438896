package org.plainclaim.server.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.PlainclaimServer;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.eligibility.RealTimePayer.Mood;
import org.springframework.jdbc.core.JdbcTemplate;

/** A payer that is asked over HTTPS while somebody waits, and that does not always answer. */
final class RealTimeEligibilityTest {
    private static final String FINDING = "https://plainclaim.org/fhir/StructureDefinition/eligibility-finding";

    private static @Nullable Office office;

    private static Office office() {
        return Objects.requireNonNull(office);
    }

    /** A server with one trading partner, which it trusts. */
    private record Office(SSLContext before, RealTimePayer payer, PlainclaimServer server) {
        static Office open(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
            SSLContext before = SSLContext.getDefault();
            RealTimePayer payer = RealTimePayer.at(folder);
            Files.writeString(folder.resolve("token"), "token");
            Path partners = Files.writeString(
                    folder.resolve("partners.csv"),
                    "id,payers,address,sender,receiver,submitter,phone,production,real_time,secret\n"
                            + "quick,QUICK1,folder:quick,LINDENST,QUICKPAYER,LINDEN STREET,7175550114,no,"
                            + payer.address() + ",token\n");
            return new Office(
                    before,
                    payer,
                    PlainclaimServer.start(ServerSettings.fromEnvironment(Map.of(
                            "PLAINCLAIM_PORT", "0",
                            "PLAINCLAIM_DATABASE_URL", "jdbc:h2:mem:real-time",
                            "PLAINCLAIM_PARTNERS", partners.toString()))));
        }

        FhirHttp http() {
            return FhirHttp.at(server.baseUri());
        }

        /** The time to ask again has come. */
        void later() {
            new JdbcTemplate(server.part(DataSource.class))
                    .update("update plainclaim_eligibility_question set taken_until = 0 where state = 'RETRY'");
            server.part(EligibilityRounds.class).run();
        }

        JsonNode stored(JsonNode response) {
            return http().get(
                            "CoverageEligibilityResponse/" + response.get("id").asText())
                    .json();
        }

        void close() {
            server.close();
            payer.close();
            SSLContext.setDefault(before);
        }
    }

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        office = Office.open(folder);
    }

    @AfterAll
    static void close() {
        office().close();
    }

    private static JsonNode asked(Mood... moods) {
        office().payer().moods(moods);
        Intake intake = new Intake(office().http(), "QUICK1");
        FhirHttp.Answer answer = intake.submit(intake.question(Intake.today()));
        assertEquals(200, answer.status(), answer::body);
        return answer.json();
    }

    private static void answeredLater(JsonNode first) {
        assertEquals("error", first.get("outcome").asText(), first::toString);
        assertFalse(first.at("/insurance/0").has("inforce"), first::toString);
        office().later();
        JsonNode second = office().stored(first);
        assertEquals("complete", second.get("outcome").asText(), second::toString);
        assertEquals("The payer answered.", second.get("disposition").asText());
        assertTrue(second.at("/insurance/0/inforce").asBoolean(), second::toString);
        int asked = office().payer().asked();
        office().later();
        assertEquals(asked, office().payer().asked(), "what is answered is not asked again");
    }

    @Test
    void theAnswerIsInTheResponseAtOnce() {
        JsonNode response = asked(Mood.ANSWERS);
        assertEquals("complete", response.get("outcome").asText(), response::toString);
        assertTrue(response.at("/insurance/0/inforce").asBoolean(), response::toString);
        assertEquals(25, copay(response), response::toString);
        assertEquals("pass", verdict(response, "el01"), response::toString);
    }

    private static int copay(JsonNode response) {
        for (JsonNode item : response.at("/insurance/0/item")) {
            if (item.at("/benefit/0/type").toString().contains("\"copay\"")) {
                return item.at("/benefit/0/allowedMoney/value").asInt();
            }
        }
        return -1;
    }

    /** What became of a check, by what the ids of its rules begin with. */
    private static String verdict(JsonNode response, String check) {
        for (JsonNode one : response.at("/insurance/0/extension")) {
            assertEquals(FINDING, one.get("url").asText());
            if (part(one, "code").at("/valueCoding/code").asText().startsWith(check)) {
                return part(one, "verdict").get("valueCode").asText();
            }
        }
        return "";
    }

    private static JsonNode part(JsonNode finding, String url) {
        for (JsonNode part : finding.get("extension")) {
            if (part.get("url").asText().equals(url)) {
                return part;
            }
        }
        throw new AssertionError(finding.toString());
    }

    @Test
    void aCoverageThatEndedIsAFindingThatAProgramCanRead() {
        JsonNode response = asked(Mood.SAYS_INACTIVE);
        assertFalse(response.at("/insurance/0/inforce").asBoolean(true), response::toString);
        JsonNode first = response.at("/insurance/0/extension/0");
        assertTrue(part(first, "code").at("/valueCoding/code").asText().startsWith("el02"), first::toString);
        assertEquals("fail", part(first, "verdict").get("valueCode").asText());
        assertEquals("hold", part(first, "severity").get("valueCode").asText());
        assertFalse(part(first, "message").get("valueString").asText().isEmpty());
        assertFalse(part(first, "fix").get("valueString").asText().isEmpty());
    }

    @Test
    void aPayerThatFailsIsAskedAgainAndAnswers() {
        JsonNode response = asked(Mood.FAILS, Mood.ANSWERS);
        assertTrue(response.get("disposition").asText().contains("could not be reached"), response::toString);
        answeredLater(response);
    }

    @Test
    void aPayerThatCanNotAnswerNowIsAskedAgain() {
        JsonNode response = asked(Mood.ASKS_TO_TRY_AGAIN, Mood.ANSWERS);
        assertEquals("42", response.at("/error/0/code/coding/0/code").asText(), response::toString);
        answeredLater(response);
    }

    @Test
    void aPayerThatAnswersNothingIsAskedAgain() {
        answeredLater(asked(Mood.SAYS_NOTHING, Mood.ANSWERS));
    }

    @Test
    void anAnswerToAnotherQuestionIsNoAnswer() {
        answeredLater(asked(Mood.ANSWERS_ANOTHER, Mood.ANSWERS));
    }
}
