package org.plainclaim.server.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.Awaited;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.operation.Pushed;
import org.plainclaim.simulator.FolderPayer;

/** A practice that goes on submitting claims and taking remittances, whatever happens to its server or database. */
final class KilledOffice implements AutoCloseable {
    private static final String NOTHING = "{\"resourceType\":\"Parameters\"}";
    private static final int CLERKS = 4;

    /** Long enough for some claims to be submitted, gathered for a second and sent. */
    private static final int SUBMITTING_MILLIS = 3_500;

    private static final int APPLYING_MILLIS = 2_500;

    /** Fewer than so many are acknowledged before a disaster strikes, however slow the machine is. */
    private static final int SOME_SESSIONS = 4;

    private static final int IN_USE = 409;

    private final Path folder;
    private final Map<String, String> environment;
    private final Disaster disaster;
    private final Random random;
    private final List<String> claims = new ArrayList<>();
    private final Map<String, JsonNode> acknowledged = new ConcurrentHashMap<>();
    private final Ehr ehr = new Ehr();
    private final List<byte[]> answers = new ArrayList<>();
    private @Nullable ServerProcess running;
    private @Nullable KilledDay day;
    private int disasters;

    KilledOffice(Path folder, String url, Disaster disaster, Random random) throws IOException {
        this.folder = folder;
        this.disaster = disaster;
        this.random = random;
        this.environment = environment(folder, url);
    }

    /** The settings of all servers of the practice. */
    static Map<String, String> environment(Path folder, String url) throws IOException {
        Path partners = Files.writeString(
                folder.resolve("partners.csv"),
                "id,payers,address,sender,receiver,submitter,phone,production\npayer,SRHP1|MEDB1|SECB2,folder:"
                        + folder.resolve("payer") + ",LINDENST,CLEARHOUSE,LINDEN STREET,7175550114,no\n");
        return Map.of(
                "PLAINCLAIM_DATABASE_URL", url,
                "PLAINCLAIM_RELEASES", folder.resolve("releases").toString(),
                "PLAINCLAIM_PARTNERS", partners.toString());
    }

    /** The server that runs, or the next one after it was killed. */
    private ServerProcess server() {
        ServerProcess server = running == null ? ServerProcess.start(folder, environment) : running;
        running = server;
        return server;
    }

    /** Derives so many claims, undisturbed. */
    void documents(int count) throws IOException {
        FhirHttp http = server().http();
        String fees = Files.readString(Path.of("fhir-profiles/examples/fees/fees-2026.json"));
        assertEquals(200, http.post("", fees).status());
        while (claims.size() < count) {
            Pushed session = Pushed.example("psychotherapy-office");
            // a payer denies what it paid the same member for the same day before
            ((ObjectNode) session.resource("Coverage")).put("subscriberId", "MEMBER" + claims.size());
            String encounter = session.push(http);
            FhirHttp.Answer answer = http.post("Encounter/" + encounter + "/$derive-claim", NOTHING);
            assertEquals(200, answer.status(), answer::body);
            answer.json().path("parameter").forEach(parameter -> {
                if (parameter.at("/resource/resourceType").asText().equals("Claim")) {
                    claims.add(parameter.at("/resource/id").asText());
                }
            });
        }
    }

    /** Begins to derive a day in one piece of long work, which goes on whatever happens. */
    void derivesADay(int sessions) {
        FhirHttp http = server().http();
        for (int i = 0; i < sessions; i++) {
            String moved =
                    Pushed.example("psychotherapy-office").bundle().toString().replace("2026-03-03", KilledDay.DAY);
            assertEquals(200, http.post("", moved).status());
        }
        day = KilledDay.begin(http);
    }

    /** Submits all claims while disasters strike, and waits until all are sent. */
    void submits(int times) {
        Queue<String> waiting = new ConcurrentLinkedQueue<>(claims);
        for (int lives = times; lives > 0; lives--) {
            Queue<String> share = share(waiting, lives + 1);
            disturbed(SUBMITTING_MILLIS, share, this::submitted);
            waiting.addAll(share);
        }
        finished(waiting, this::submitted);
        assertEquals(claims.size(), acknowledged.size(), "every claim is acknowledged");
        Awaited.until("all claims at the payer", () -> sent().claims().size() >= claims.size());
    }

    private SentInterchanges sent() {
        return SentInterchanges.in(folder.resolve("payer/out"), folder.resolve("payer/seen"));
    }

    private boolean submitted(FhirHttp http, String claim) {
        FhirHttp.Answer answer = http.post("Claim/" + claim + "/$submit", NOTHING);
        if (Ehr.refusedForNow(answer)) {
            return false;
        }
        assertEquals(200, answer.status(), answer::body);
        assertEquals("queued", answer.json().path("outcome").asText(), answer::body);
        acknowledged.put(claim, answer.json());
        return true;
    }

    /** The payer, which nobody kills, answers all that came. */
    void payerAnswers() throws IOException {
        FolderPayer.at(folder.resolve("payer"), List.of()).answer();
        for (Path file : SentInterchanges.files(folder.resolve("payer/in"))) {
            answers.add(Files.readAllBytes(file));
        }
    }

    /** Takes the answers of the payer while disasters strike. */
    void applies(int times) {
        Queue<byte[]> waiting = new ConcurrentLinkedQueue<>(answers);
        for (int lives = times; lives > 0; lives--) {
            Queue<byte[]> share = share(waiting, lives);
            disturbed(APPLYING_MILLIS, share, KilledOffice::applied);
            waiting.addAll(share);
        }
        finished(waiting, KilledOffice::applied);
    }

    private static boolean applied(FhirHttp http, byte[] file) {
        FhirHttp.Answer answer = http.post(
                "$process-x12",
                "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"partner\",\"valueString\":\"payer\"},"
                        + "{\"name\":\"file\",\"valueBase64Binary\":\""
                        + Base64.getEncoder().encodeToString(file) + "\"}]}");
        assertTrue(Ehr.refusedForNow(answer) || answer.status() == 200 || answer.status() == IN_USE, answer::body);
        return answer.status() == 200;
    }

    /** Checks every sum; the answer says what there was. */
    String account() throws IOException {
        String derived = Objects.requireNonNull(day).account(server().http());
        KilledBooks books = new KilledBooks(server().http(), answers);
        acknowledged.forEach(books::kept);
        books.paymentsBalance();
        books.sentOnce(sent());
        assertTrue(disaster instanceof ClockJumps || ehr.disturbed() > 0, "nothing happened to the EHR");
        ehr.account(server().http());
        return disasters + " times, " + acknowledged.size() + " claims in "
                + sent().controls().size() + " interchanges, " + books + "; " + derived + "; " + ehr;
    }

    @Override
    public void close() {
        if (running != null) {
            running.close();
        }
    }

    /** One thing that a clerk does; false if it has to be tried again. */
    private interface Work<T> {
        boolean done(FhirHttp http, T item);
    }

    private static <T> Queue<T> share(Queue<T> waiting, int of) {
        Queue<T> share = new ConcurrentLinkedQueue<>();
        int size = (waiting.size() + of - 1) / of;
        while (share.size() < size) {
            share.add(waiting.remove());
        }
        return share;
    }

    /** Clerks work and an EHR pushes, and at some moment the disaster strikes. */
    private <T> void disturbed(int within, Queue<T> waiting, Work<T> work) {
        ServerProcess server = server();
        CompletableFuture<Void> working = CompletableFuture.allOf(clerks(server.http(), waiting, work));
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> pushing = CompletableFuture.runAsync(
                () -> ehr.worksWith(() -> over.get() ? List.of() : nodes(server)),
                task -> new Thread(task, "ehr").start());
        int some = ehr.acknowledged() + random.nextInt(SOME_SESSIONS);
        Awaited.until("sessions of the EHR", () -> ehr.acknowledged() >= some || pushing.isDone());
        running = disaster.strikes(server, random.nextInt(within)) ? server : null;
        disasters++;
        working.join();
        over.set(true);
        pushing.join();
    }

    private List<FhirHttp> nodes(ServerProcess server) {
        return Stream.concat(Stream.of(server.http()), disaster.others().stream())
                .toList();
    }

    private <T> void finished(Queue<T> waiting, Work<T> work) {
        CompletableFuture.allOf(clerks(server().http(), waiting, work)).join();
        assertTrue(waiting.isEmpty(), "something is left undone");
    }

    private static <T> CompletableFuture<?>[] clerks(FhirHttp http, Queue<T> waiting, Work<T> work) {
        return IntStream.range(0, CLERKS)
                .mapToObj(clerk -> CompletableFuture.runAsync(
                        () -> clerk(http, waiting, work), task -> new Thread(task, "clerk " + clerk).start()))
                .toArray(CompletableFuture<?>[]::new);
    }

    /** Works until nothing is left, or nobody answers any more. */
    private static <T> void clerk(FhirHttp http, Queue<T> waiting, Work<T> work) {
        T item = waiting.poll();
        while (item != null) {
            try {
                if (!work.done(http, item)) {
                    waiting.add(item);
                }
            } catch (UncheckedIOException gone) {
                waiting.add(item);
                return;
            }
            item = waiting.poll();
        }
    }
}
