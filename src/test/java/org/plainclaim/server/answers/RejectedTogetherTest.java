package org.plainclaim.server.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.server.answers.Practice.bytes;
import static org.plainclaim.server.answers.Practice.said;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.answers.Practice.Sent;
import org.plainclaim.server.submission.ClaimState;
import org.plainclaim.server.submission.Gone;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.claim.ClaimInterchangeWriter;
import org.plainclaim.x12.claim.Submitter;
import org.plainclaim.x12.status.StatusNotice;

/** Answers that reject more than one claim at once: no claim of them stays where it was. */
final class RejectedTogetherTest {
    private static final String LINE = "L1 90837 95 150.00";
    private static final String OTHER_NPI = "1003000126";

    private final long control = Practice.nextControl() % 1_000_000_000;

    /** Two claims of one transaction that have left, the second one of another billing provider. */
    private record Two(Sent first, Sent second, String file) {}

    private Two sent(Practice practice) throws IOException {
        Submission one = Practice.submission(Practice.laterNumber(), LINE);
        Submission two = billedBy(OTHER_NPI, Practice.submission(Practice.laterNumber(), LINE));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ClaimInterchangeWriter.write(
                out,
                new Interchange("US", "THEM", LocalDateTime.of(2026, 3, 3, 8, 0), control, false),
                new Submitter("GOOD PRACTICE", "US", "OFFICE", "5185550100", "A PAYER", "THEM"),
                List.of(one, two));
        return new Two(practice.logs(one), practice.logs(two), Practice.text(out.toByteArray()));
    }

    private static Submission billedBy(String npi, Submission one) {
        Provider old = one.provider(Role.BILLING).orElseThrow();
        Map<Role, Provider> providers = new EnumMap<>(one.providers());
        providers.put(
                Role.BILLING,
                new Provider(
                        old.kind(),
                        "OTHER PRACTICE",
                        "",
                        npi,
                        old.taxonomy(),
                        "987654321",
                        old.phone(),
                        old.address()));
        return new Submission(
                one.heading(),
                one.stay(),
                providers,
                one.patient(),
                one.cover(),
                one.others(),
                one.diagnoses(),
                one.lines());
    }

    private void left(RunningServer server, Two two) {
        Gone.in(
                server,
                control,
                bytes(two.file()),
                two.first().number(),
                two.second().number());
    }

    private static JsonNode task(Practice practice, Sent sent) {
        List<JsonNode> tasks = practice.search("Task?status=ready&focus=" + sent.response());
        assertEquals(1, tasks.size(), tasks::toString);
        return tasks.get(0);
    }

    private static void rejected(Practice practice, Sent sent, String reason) {
        assertEquals(ClaimState.REJECTED, Gone.state(practice.server(), sent.number()));
        assertEquals("error", practice.read(sent.response()).get("outcome").asText(), "the answer to " + sent.number());
        JsonNode task = task(practice, sent);
        assertTrue(task.toString().contains(reason), task::toString);
        assertEquals(150, task.at("/input/0/valueMoney/value").asDouble(), task::toString);
    }

    @ParameterizedTest
    @EnumSource
    void aRejectionOfTheTransactionRejectsEachOfItsClaims(RunningServer server) throws IOException {
        Practice practice = new Practice(server);
        Two two = sent(practice);
        left(server, two);
        byte[] answer = WholeRejection.acknowledgment(
                practice, WholeRejection.of(practice, control, StatusNotice.Level.RECEIVER, "A3", "24", "41"));
        assertEquals("1", said(practice.posts(answer), "applied"));
        rejected(practice, two.first(), "All claims of the transaction were rejected with A3 24");
        rejected(practice, two.second(), "All claims of the transaction were rejected with A3 24");
        JsonNode response = practice.read(two.first().response());
        assertEquals("24", response.at("/error/0/code/coding/1/code").asText(), response::toString);
        assertEquals("known", said(practice.posts(answer), "state"));
    }

    @ParameterizedTest
    @EnumSource
    void aRejectionOfATransactionThatIsKnownLaterIsAppliedThen(RunningServer server) throws IOException {
        Practice practice = new Practice(server);
        Two two = sent(practice);
        FhirHttp.Answer early = practice.posts(WholeRejection.acknowledgment(
                practice, WholeRejection.of(practice, control, StatusNotice.Level.RECEIVER, "A3", "24", "41")));
        assertEquals("1", said(early, "waiting"), early::body);
        assertEquals(ClaimState.SENT, Gone.state(server, two.first().number()));
        left(server, two);
        server.part(AnswerIntake.class).applyAll();
        rejected(practice, two.first(), "All claims of the transaction");
        rejected(practice, two.second(), "All claims of the transaction");
    }

    @ParameterizedTest
    @EnumSource
    void aRejectionOfAProviderRejectsItsClaimsOfThatTransactionAlone(RunningServer server) throws IOException {
        Practice practice = new Practice(server);
        Two two = sent(practice);
        left(server, two);
        practice.posts(WholeRejection.acknowledgment(
                practice,
                WholeRejection.of(practice, control, StatusNotice.Level.RECEIVER, "A1", "19", "PR"),
                WholeRejection.of(practice, control, StatusNotice.Level.PROVIDER, "A3", "24", "85")));
        rejected(practice, two.first(), "All claims of the billing provider in the transaction");
        assertEquals(ClaimState.SENT, Gone.state(server, two.second().number()));
        assertEquals(
                "queued", practice.read(two.second().response()).get("outcome").asText());
    }

    /** A 999 that refuses the transaction for a segment of a claim. */
    private byte[] syntaxError(String claim) {
        String nine = String.format(Locale.ROOT, "%09d", control);
        return bytes("ISA*00*          *00*          *ZZ*THEM           *ZZ*US             *260303*0900*^*00501*" + nine
                + "*0*T*:~GS*FA*THEM*US*20260303*0900*" + control + "*X*005010X231A1~"
                + "ST*999*0001*005010X231A1~AK1*HC*" + control + "*005010X222A1~AK2*837*0001*005010X222A1~"
                + "IK3*HI*25*2300*8~CTX*CLM01:" + claim + "~IK4*1:2*1271*I6~IK5*R*I5~AK9*R*1*1*0~SE*9*0001~GE*1*"
                + control + "~IEA*1*" + nine + "~");
    }

    @ParameterizedTest
    @EnumSource
    void aSyntaxErrorIsCorrectedAtItsClaimAndTheOthersOnlyGoAgain(RunningServer server) throws IOException {
        Practice practice = new Practice(server);
        Two two = sent(practice);
        left(server, two);
        FhirHttp.Answer applied = practice.posts(syntaxError(two.first().number()));
        assertEquals(200, applied.status(), applied::body);
        rejected(practice, two.first(), "Correct the claim and submit it again");
        rejected(practice, two.second(), "because of another claim in it");
        assertTrue(task(practice, two.second()).toString().contains("There is nothing to correct"));
        JsonNode wrong = practice.read(two.first().response());
        assertTrue(wrong.toString().contains("IK3 8 at HI 25 (elements of the segment are wrong)"), wrong::toString);
        rejected(practice, two.first(), "IK4 I6 at HI element 1-2 (the guide does not use this code)");
        JsonNode spared = practice.read(two.second().response());
        assertTrue(!spared.toString().contains("HI 25"), spared::toString);
        assertTrue(spared.get("disposition").asText().contains("sent again as it is"), spared::toString);
    }

    @ParameterizedTest
    @EnumSource
    void aSyntaxErrorOfAStrangersClaimSparesNobody(RunningServer server) throws IOException {
        Practice practice = new Practice(server);
        Two two = sent(practice);
        left(server, two);
        practice.posts(syntaxError("STRANGER"));
        rejected(practice, two.first(), "Correct the claim and submit it again");
        rejected(practice, two.second(), "Correct the claim and submit it again");
    }

    /** A 999 that refuses the transaction for a segment, and says of no claim. */
    private byte[] syntaxErrorAt(long position, String segment) {
        return bytes(Practice.text(syntaxError("NONE"))
                .replace("CTX*CLM01:NONE~", "")
                .replace("SE*9*", "SE*8*")
                .replace("IK3*HI*25*", "IK3*" + segment + "*" + position + "*"));
    }

    /** Where the last segment of a name is in the first transaction; ST is 1. */
    private static long last(String file, String segment) {
        List<String> segments = List.of(file.substring(file.indexOf("~ST*") + 1).split("~"));
        for (int i = segments.size() - 1; i >= 0; i--) {
            if (segments.get(i).startsWith(segment + "*")) {
                return i + 1L;
            }
        }
        throw new AssertionError("no " + segment);
    }

    @ParameterizedTest
    @EnumSource
    void aSyntaxErrorThatNamesNoClaimIsTracedToItsClaimByItsPlace(RunningServer server) throws IOException {
        Practice practice = new Practice(server);
        Two two = sent(practice);
        left(server, two);
        FhirHttp.Answer applied = practice.posts(syntaxErrorAt(last(two.file(), "HI"), "HI"));
        assertEquals(200, applied.status(), applied::body);
        rejected(practice, two.second(), "Correct the claim and submit it again");
        rejected(practice, two.first(), "because of another claim in it");
    }

    @ParameterizedTest
    @EnumSource
    void aSyntaxErrorWhosePlaceFitsNoClaimIsSaidToBeUntraced(RunningServer server) throws IOException {
        Practice practice = new Practice(server);
        Two two = sent(practice);
        left(server, two);
        practice.posts(syntaxErrorAt(last(two.file(), "HI"), "NM1"));
        rejected(practice, two.first(), "does not say which claim is meant");
        rejected(practice, two.second(), "does not say which claim is meant");
    }
}
