package org.plainclaim.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.junit.jupiter.api.Test;
import org.plainclaim.access.Interaction;
import org.plainclaim.access.Role;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.GuardedServer;
import org.plainclaim.server.store.StoredTypes;

/**
 * Every role, with three kinds of scopes, asks for every interaction with every type over HTTP: each answer is the one that
 * the rows of {@code access/policy} say.
 */
final class AccessMatrixTest {
    private static final PolicyRows ROWS = PolicyRows.shipped();
    private static final List<String> DEFINITIONS = List.of(
            "CodeSystem",
            "ConceptMap",
            "Measure",
            "OperationDefinition",
            "SearchParameter",
            "StructureDefinition",
            "ValueSet");
    private static final Set<Interaction> OF_DEFINITIONS = Set.of(Interaction.READ, Interaction.SEARCH);
    private static final List<String> SCOPES = List.of("system/*.cruds", "user/*.rs", "user/{type}.cud");
    private static final int LEAST_CELLS = 5_000;
    private static final int AT_ONCE = 4;

    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, String> seeds = new ConcurrentHashMap<>();
    private final AtomicInteger names = new AtomicInteger();

    private record Cell(Role role, String type, Interaction interaction, String scopes) {
        /** A row allows it, and the letters of the scope have the one that it needs. */
        boolean allowed() {
            String letters = scopes.replaceFirst("\\?.*", "").replaceFirst(".*\\.", "");
            return ROWS.allows(role, type, interaction.code())
                    && letters.contains(interaction.permission().letter());
        }

        /** Definitions are read and searched, and nothing has histories but single types. */
        boolean offered() {
            return interaction != Interaction.HISTORY_SYSTEM
                    && (!DEFINITIONS.contains(type) || OF_DEFINITIONS.contains(interaction));
        }
    }

    private static List<Cell> cells() {
        List<String> types = new ArrayList<>(StoredTypes.offeredNames());
        types.addAll(DEFINITIONS);
        List<Cell> cells = new ArrayList<>();
        for (Role role : Role.values()) {
            for (String type : types) {
                for (Interaction interaction : Interaction.values()) {
                    for (String scopes : SCOPES) {
                        cells.add(new Cell(role, type, interaction, scopes.replace("{type}", type)));
                    }
                }
            }
        }
        cells.removeIf(cell -> !cell.offered());
        return cells;
    }

    @Test
    void everyCellIsAnsweredAsTheRowsSay() throws InterruptedException, ExecutionException {
        List<Cell> cells = cells();
        assertTrue(cells.size() >= LEAST_CELLS, cells.size() + " cells");
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        ForkJoinPool pool = new ForkJoinPool(AT_ONCE);
        try {
            pool.submit(() -> cells.parallelStream().forEach(cell -> {
                        int status = ask(cell).status();
                        if (!isRight(cell, status)) {
                            wrong.add(cell + " was answered with " + status);
                        }
                    }))
                    .get();
        } finally {
            pool.shutdown();
        }
        assertEquals(List.of(), wrong.stream().sorted().limit(20).toList(), wrong.size() + " of " + cells.size());
    }

    private static boolean isRight(Cell cell, int status) {
        if (!cell.allowed()) {
            return status == 403;
        }
        return status == 200 || status == 201 || status == 204;
    }

    private FhirHttp.Answer ask(Cell cell) {
        String token = tokens.computeIfAbsent(
                cell.role() + " " + cell.scopes(),
                made -> GuardedServer.sign(
                        GuardedServer.claims(cell.scopes(), cell.role()).build()));
        FhirHttp http = GuardedServer.with(token);
        String type = cell.type();
        String one = type + "/" + (goes(cell) ? fresh(type) : seeds.computeIfAbsent(type, this::seed));
        return switch (cell.interaction()) {
            case READ -> http.get(one + "?_elements=id");
            case VREAD -> http.get(one + "/_history/1?_elements=id");
            case HISTORY_INSTANCE -> http.get(one + "/_history?_count=1");
            case HISTORY_TYPE -> http.get(type + "/_history?_count=1");
            case SEARCH -> http.get(type + "?_count=1&_elements=id");
            case CREATE -> http.post(type, body(type, ""));
            case UPDATE -> http.put(one, body(type, one.substring(type.length() + 1)));
            case PATCH -> http.patch(
                    one,
                    "[{\"op\":\"add\",\"path\":\"/language\",\"value\":\"en\"}]",
                    "Content-Type",
                    "application/json-patch+json");
            case DELETE -> http.delete(one);
            case HISTORY_SYSTEM -> throw new IllegalStateException("has no type");
        };
    }

    /** What is deleted is not the one that the other cells ask for. */
    private static boolean goes(Cell cell) {
        return cell.interaction() == Interaction.DELETE && cell.allowed();
    }

    private String seed(String type) {
        if (!DEFINITIONS.contains(type)) {
            return fresh(type);
        }
        FhirHttp.Answer found = GuardedServer.everybody().get(type + "?_elements=id");
        assertEquals(200, found.status(), found::body);
        return found.matches().get(0);
    }

    /** Stored by the server itself, for some types are written by nobody else. */
    private String fresh(String type) {
        String id = "cell-" + names.incrementAndGet();
        IBaseResource resource = FhirContext.forR4Cached().newJsonParser().parseResource(body(type, id));
        StoredTypes.OFFERED.stream()
                .filter(offered -> offered.getSimpleName().equals(type))
                .forEach(offered -> store(offered, resource));
        return id;
    }

    private static <T extends IBaseResource> void store(Class<T> type, IBaseResource resource) {
        DaoRegistry daos = GuardedServer.server().part(DaoRegistry.class);
        daos.getResourceDao(type).update(type.cast(resource), new SystemRequestDetails());
    }

    private static String body(String type, String id) {
        String status =
                switch (type) {
                    case "Task" -> ",\"status\":\"requested\",\"intent\":\"order\"";
                    case "Claim" -> ",\"status\":\"draft\"";
                    default -> "";
                };
        return "{\"resourceType\":\"" + type + "\"" + (id.isEmpty() ? "" : ",\"id\":\"" + id + "\"") + status + "}";
    }
}
