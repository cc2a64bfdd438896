package org.plainclaim.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.plainclaim.access.Interaction;
import org.plainclaim.access.Permission;
import org.plainclaim.access.Role;
import org.plainclaim.server.GuardedServer;
import org.plainclaim.server.store.StoredTypes;

/** What {@code access.md} says of the policy is what its rows say. */
final class AccessPageTest {
    private static final PolicyRows ROWS = PolicyRows.shipped();
    private static final String HEAD = Stream.of(Role.values()).map(Role::code).collect(Collectors.joining(" | "));
    private static final String LINE = "|---".repeat(Role.values().length + 1) + "|";

    private static String page() throws IOException {
        return Files.readString(Path.of("src/site/markdown/access.md"));
    }

    private static String line(String name, Function<Role, String> cell) {
        String cells = Stream.of(Role.values()).map(cell).collect(Collectors.joining(" | "));
        return "| `" + name + "` | " + cells + " |\n";
    }

    /** The letters of the interactions that are allowed; a lone one in brackets stands for a part of its letter. */
    private static String letters(Role role, String type) {
        StringBuilder letters = new StringBuilder();
        for (Permission permission : Permission.values()) {
            List<Interaction> all = Arrays.stream(Interaction.values())
                    .filter(one -> one.permission() == permission && one != Interaction.HISTORY_SYSTEM)
                    .toList();
            long allowed = all.stream()
                    .filter(one -> ROWS.allows(role, type, one.code()))
                    .count();
            letters.append(
                    allowed == 0 ? "" : allowed == all.size() ? permission.letter() : "(" + permission.letter() + ")");
        }
        return letters.isEmpty() ? "-" : letters.toString();
    }

    private static Set<String> operations() {
        Set<String> found = new TreeSet<>();
        for (NamedCsvRecord row : ROWS.all()) {
            for (String action : row.getField("action").split("\\|", -1)) {
                if (Interaction.of(action).isEmpty() || action.equals("history-system")) {
                    found.add(action);
                }
            }
        }
        return found;
    }

    private static String allowed(Role role, String action) {
        return ROWS.all().stream()
                        .anyMatch(row -> row.getField("decision").equals("allow")
                                && PolicyRows.names(row, "role", role.code())
                                && PolicyRows.names(row, "action", action))
                ? "yes"
                : "-";
    }

    @Test
    void thePageHasTheTableOfTypesThatTheRowsMake() throws IOException {
        StringBuilder table = new StringBuilder("| type | " + HEAD + " |\n" + LINE + "\n");
        Stream.concat(StoredTypes.offeredNames().stream(), Stream.of("ValueSet"))
                .forEach(type -> table.append(line(type, role -> letters(role, type))));

        assertTrue(page().contains(table), () -> "access.md has to hold\n" + table);
    }

    @Test
    void thePageHasTheTableOfOperationsThatTheRowsMake() throws IOException {
        StringBuilder table = new StringBuilder("| operation | " + HEAD + " |\n" + LINE + "\n");
        operations().forEach(action -> table.append(line(action, role -> allowed(role, action))));

        assertTrue(page().contains(table), () -> "access.md has to hold\n" + table);
    }

    @Test
    void everyTypeAndInteractionIsSpokenOfForEveryRole() {
        Set<String> silent = new TreeSet<>();
        for (Role role : Role.values()) {
            for (String type : StoredTypes.offeredNames()) {
                for (Interaction interaction : Interaction.values()) {
                    boolean spoken = interaction == Interaction.HISTORY_SYSTEM
                            || ROWS.all().stream()
                                    .anyMatch(row -> PolicyRows.names(row, "role", role.code())
                                            && PolicyRows.names(row, "resource", type)
                                            && PolicyRows.names(row, "action", interaction.code()));
                    if (!spoken) {
                        silent.add(role + " " + type + " " + interaction);
                    }
                }
            }
        }
        assertEquals(Set.of(), silent, "denied without a reason");
    }

    /** An operation that no row grants could be called by nobody. */
    @Test
    void everyOperationThatIsOfferedHasARow() {
        Set<String> spoken = operations();
        Set<String> silent = new TreeSet<>();
        for (var rest : GuardedServer.http().get("metadata").json().path("rest")) {
            Stream.concat(
                            StreamSupport.stream(rest.path("operation").spliterator(), false),
                            StreamSupport.stream(rest.path("resource").spliterator(), false)
                                    .flatMap(type -> StreamSupport.stream(
                                            type.path("operation").spliterator(), false)))
                    .map(operation -> "$" + operation.path("name").asText())
                    .filter(name -> !spoken.contains(name))
                    .forEach(silent::add);
        }
        assertEquals(Set.of(), silent);
    }
}
