package org.plainclaim.server.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.plainclaim.access.Role;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.GuardedServer;
import org.plainclaim.server.confidentiality.LabelCells.Cell;
import org.plainclaim.server.confidentiality.LabelCells.Expected;
import org.plainclaim.server.confidentiality.LabelCells.Way;
import org.plainclaim.server.confidentiality.Labelled.Content;
import org.plainclaim.server.confidentiality.Labelled.Given;

/**
 * Roles and their purposes, types, labels, consents and ways to ask, each with each, over HTTP: every answer is the one that
 * the rows of {@code access/policy}, {@code confidentiality/labels} and {@code confidentiality/reading} give.
 *
 * <p>One share in 26 of the cells is asked, another one each day. {@code -Dplainclaim.matrix=all} asks all of them, and
 * {@code -Dplainclaim.matrix=0..6} these shares.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LabelMatrixTest {
    private static final Set<Way> CHANGES = Set.of(Way.UPDATE, Way.PATCH, Way.DELETE);
    private static final int SHARES = 26;
    private static final int LEAST_CELLS = 5_000;
    private static final int AT_ONCE = 4;

    private final Map<Given, Labelled> patients = new EnumMap<>(Given.class);
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, FhirHttp.Answer> never = new ConcurrentHashMap<>();
    private final AtomicInteger names = new AtomicInteger();

    private static List<Cell> cells() {
        List<Cell> all = LabelCells.all();
        Set<Integer> shares = shares(System.getProperty("plainclaim.matrix", ""));
        // a step that no size of a dimension divides, so that each share has some of everything
        return IntStream.range(0, all.size())
                .filter(i -> shares.contains(Math.floorMod(i - i / SHARES * 7, SHARES)))
                .mapToObj(all::get)
                .toList();
    }

    private static Set<Integer> shares(String wanted) {
        if (wanted.isEmpty()) {
            return Set.of(Math.floorMod(LocalDate.now(ZoneOffset.UTC).toEpochDay(), SHARES));
        }
        String[] range = (wanted.equals("all") ? "0.." + (SHARES - 1) : wanted).split("\\.\\.", -1);
        return IntStream.rangeClosed(Integer.parseInt(range[0]), Integer.parseInt(range[1]))
                .boxed()
                .collect(Collectors.toSet());
    }

    @BeforeAll
    void store() {
        for (Given given : Given.values()) {
            patients.put(given, Labelled.store(given));
        }
    }

    @Test
    void everyCellIsAnsweredAsTheRowsSay() throws InterruptedException, ExecutionException {
        List<Cell> cells = cells();
        assertTrue(cells.size() >= LEAST_CELLS, cells.size() + " cells");
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        ForkJoinPool pool = new ForkJoinPool(AT_ONCE);
        try {
            pool.submit(() -> cells.parallelStream().forEach(cell -> {
                        String objection = objection(cell);
                        if (!objection.isEmpty()) {
                            wrong.add(cell + " " + objection);
                        }
                    }))
                    .get();
        } finally {
            pool.shutdown();
        }
        System.out.println(cells.size() + " cells of " + LabelCells.all().size() + ", expected "
                + cells.stream().collect(Collectors.groupingBy(Cell::expected, TreeMap::new, Collectors.counting())));
        assertEquals(List.of(), wrong.stream().sorted().limit(20).toList(), wrong.size() + " of " + cells.size());
    }

    /** The labels that the server wrote are those of the rows, so that the matrix is about them. */
    @Test
    void theRecordsBearTheLabelsOfTheRows() {
        FhirHttp ehr = GuardedServer.as("system/*.cruds", Role.EHR);
        for (Given given : List.of(Given.NONE, Given.ACTIVE)) {
            Labelled patient = Objects.requireNonNull(patients.get(given));
            for (Content content : Content.values()) {
                for (String type : Labelled.TYPES) {
                    Set<String> expected = new Cell(Role.EHR, "TREAT", false, type, content, given, Way.READ).labels();
                    FhirHttp.Answer read = ehr.get(type + "/" + patient.id(content));
                    boolean hidden = content == Content.PSYCHOTHERAPY;
                    assertEquals(hidden ? 404 : 200, read.status(), read.body());
                    assertEquals(
                            hidden ? Set.of() : expected,
                            Records.labels(read.json()),
                            type + " " + content + " " + given);
                }
            }
        }
    }

    /** What is wrong with the answer; empty if nothing is. */
    private String objection(Cell cell) {
        Labelled patient = of(cell);
        String id = cell.way() == Way.DELETE && cell.expected() == Expected.SHOWN
                ? patient.copy(cell.type(), cell.content(), "copy" + names.incrementAndGet())
                : patient.id(cell.content());
        FhirHttp.Answer answer = ask(cell, id);
        int status = status(cell, answer);
        return switch (cell.expected()) {
            case FORBIDDEN -> status == 403 ? "" : "was answered with " + status + ", not 403";
            case SHOWN -> status / 100 == 2 && shows(cell, id, answer) ? "" : "was not shown: " + status;
            case AS_IF_NOT_THERE -> hidden(cell, id, answer, status);
        };
    }

    private String hidden(Cell cell, String id, FhirHttp.Answer answer, int status) {
        if (cell.way().lists()) {
            return status == 200 && !shows(cell, id, answer) ? "" : "was found: " + status;
        }
        if (status != 404) {
            return "was answered with " + status + ", not 404";
        }
        // who may create makes a record of an id that is free
        if (cell.way() == Way.UPDATE) {
            return "";
        }
        FhirHttp.Answer nothing = never.computeIfAbsent(
                cell.role() + cell.purpose() + cell.type() + cell.way(), made -> ask(cell, "never"));
        boolean alike =
                nothing.body().replace("never", "?").equals(answer.body().replace(id, "?"));
        return alike || cell.way() == Way.ENTRY ? "" : "is told from what never was: " + answer.body();
    }

    private static int status(Cell cell, FhirHttp.Answer answer) {
        return cell.way() == Way.ENTRY && answer.status() == 200
                ? Integer.parseInt(
                        answer.json().at("/entry/0/response/status").asText().substring(0, 3))
                : answer.status();
    }

    /** Whether the record is in the answer; a change is answered by its status. */
    private static boolean shows(Cell cell, String id, FhirHttp.Answer answer) {
        boolean change = CHANGES.contains(cell.way());
        boolean counted =
                cell.way() != Way.SEARCH || answer.json().path("total").asInt() == 1;
        return change || cell.way() == Way.VALIDATE || (counted && answer.body().contains("\"id\":\"" + id + "\""));
    }

    private FhirHttp.Answer ask(Cell cell, String id) {
        Labelled patient = of(cell);
        FhirHttp http = caller(cell, patient);
        String one = cell.type() + "/" + id;
        return switch (cell.way()) {
            case READ -> http.get(one + "?_elements=id");
            case VREAD -> http.get(one + "/_history/1?_elements=id");
            case HISTORY -> http.get(one + "/_history?_count=1");
            case SEARCH -> http.get(cell.type() + "?_id=" + id + "&_elements=id");
            case INCLUDE -> http.get("Patient?_id=" + patient.patient() + "&_revinclude=" + cell.type() + ":patient");
            case ENTRY -> http.post(
                    "",
                    "{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[{\"request\":{\"method\":\"GET\",\"url\":\""
                            + one + "\"}}]}");
            case VALIDATE -> http.get(one + "/$validate?mode=delete");
            case UPDATE -> http.put(one, patient.json(cell.type(), cell.content(), id.replaceFirst("^[^-]*-", "")));
            case PATCH -> http.patch(
                    one,
                    "[{\"op\":\"add\",\"path\":\"/language\",\"value\":\"en\"}]",
                    "Content-Type",
                    "application/json-patch+json");
            case DELETE -> http.delete(one);
        };
    }

    private Labelled of(Cell cell) {
        return Objects.requireNonNull(patients.get(cell.given()));
    }

    private FhirHttp caller(Cell cell, Labelled patient) {
        String person = cell.author() ? patient.author() : "Practitioner/somebody";
        return GuardedServer.with(tokens.computeIfAbsent(cell.role() + cell.purpose() + person, made -> {
            JWTClaimsSet claims = GuardedServer.claims("system/*.cruds", cell.role())
                    .claim("purpose_of_use", cell.purpose())
                    .claim("fhirUser", person)
                    // all cells take longer than a token of the usual life
                    .expirationTime(Date.from(Instant.now().plus(Duration.ofDays(1))))
                    .build();
            return GuardedServer.sign(claims);
        }));
    }
}
