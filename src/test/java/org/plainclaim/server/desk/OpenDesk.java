package org.plainclaim.server.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.plainclaim.server.Awaited;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.PlainclaimServer;
import org.plainclaim.server.ServerSettings;
import org.plainclaim.server.answers.AnswerPolling;
import org.plainclaim.server.submission.Dispatcher;

/** A server with a simulated payer and the sessions of two days, shared by the tests in a browser. */
final class OpenDesk {
    private static final List<String> PARTNERS = List.of(
            "id,payers,address,sender,receiver,submitter,phone,production",
            "try-out,SRHP1|MEDB1,simulator:try-out,LINDENST,TRYOUT,LINDEN STREET,7175550114,no");
    private static final List<String> SCENARIO = List.of(
            "code=90847 authorization=none : deny=CO-197", "payer=SRHP1 : copay=25", "payer=MEDB1 : coinsurance=20");

    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";

    private OpenDesk() {}

    private static final class Started {
        private static final PlainclaimServer SERVER = PlainclaimServer.start(ServerSettings.fromEnvironment(Map.of(
                "PLAINCLAIM_PORT", "0",
                "PLAINCLAIM_DATABASE_URL", "jdbc:h2:mem:desk",
                "PLAINCLAIM_THREADS", "24",
                "PLAINCLAIM_TIME_ZONE", "America/New_York",
                "PLAINCLAIM_PARTNERS", partners().toString())));
        private static final Map<String, String> SESSIONS = fill(SERVER);
    }

    /** Yesterday is the last day, so that no session lies in the future. */
    private static Map<String, String> fill(PlainclaimServer server) {
        LocalDate yesterday = LocalDate.now(ZoneId.of("America/New_York")).minusDays(1);
        return new BusyPractice(FhirHttp.at(server.baseUri())).open(yesterday, 2);
    }

    /** A file of partners with a simulated payer of its own. */
    static Path partners() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/partners")), "desk");
            Files.write(Files.createDirectories(folder.resolve("try-out")).resolve("scenario.txt"), SCENARIO);
            return Files.write(folder.resolve("partners.csv"), PARTNERS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static PlainclaimServer server() {
        return Started.SERVER;
    }

    static FhirHttp http() {
        return FhirHttp.at(server().baseUri());
    }

    /** Where the workbench is. */
    static String base() {
        return server().baseUri().resolve("/").toString().replaceAll("/$", "");
    }

    /** Submits a claim that no edit holds, if nothing was paid yet, and waits for the payment; the answer is its id. */
    static synchronized String payment() {
        String search = "PaymentReconciliation?_count=1";
        if (first(search).isEmpty()) {
            JsonNode ready = http().get("$long-work?outcome=ready&count=1&id=" + derivedDay())
                    .json();
            String session =
                    ready.at("/parameter/1/part/1/valueReference/reference").asText();
            http().post("Claim/" + first("Claim?encounter=" + session) + "/$submit", NOTHING);
        }
        Awaited.until("a payment", () -> {
            server().part(Dispatcher.class).run();
            server().part(AnswerPolling.class).run();
            return !first(search).isEmpty();
        });
        return first(search);
    }

    /** A piece of long work that derived the last day, and is finished. */
    static String derivedDay() {
        return Derived.WORK;
    }

    private static final class Derived {
        private static final String WORK = derive();
    }

    private static String derive() {
        String start = http().get("Encounter/" + session("psychotherapy-office"))
                .json()
                .at("/period/start")
                .asText();
        FhirHttp.Answer accepted = http().post(
                        "Encounter/$derive-day",
                        "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"day\",\"valueDate\":\""
                                + start.substring(0, 10) + "\"}]}",
                        "Prefer",
                        "respond-async");
        String work = accepted.header("Content-Location").replaceAll(".*id=", "");
        Awaited.until(
                "the day", () -> http().get("$long-work-status?id=" + work).status() != 202);
        return work;
    }

    private static String first(String search) {
        return http().get(search).json().at("/entry/0/resource/id").asText();
    }

    /** The Encounter of an example on the last day. */
    static String session(String example) {
        return Objects.requireNonNull(Started.SESSIONS.get(example), example);
    }
}
