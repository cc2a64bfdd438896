package org.plainclaim.access;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.plainclaim.rules.Table;

/**
 * What a token must grant for one operation.
 *
 * @param type the type that the operation is called on; empty for the whole server
 * @param scopes what must be granted, all of it; {@code system} as context means nothing here
 * @param open whether nothing needs to be granted
 */
record Grants(String type, List<Scope> scopes, boolean open) {
    private static final String OPEN = "open";
    private static final String SELF = "self.";

    Grants {
        scopes = List.copyOf(scopes);
    }

    /** What the row of the operation says; an operation that no row speaks of is granted to nobody. */
    static Grants of(Table operations, Asked asked, LocalDate date) {
        String text = operations
                .first(Policy.situation(asked), date)
                .map(row -> row.result("scopes"))
                .orElse("");
        List<Scope> scopes = Stream.of(text.split(" "))
                .map(word -> word.startsWith(SELF) ? asked.type() + word.substring(SELF.length() - 1) : word)
                .flatMap(word -> Scope.parse("system/" + word).stream())
                .toList();
        return new Grants(asked.type(), scopes, text.equals(OPEN));
    }

    /** The resources of the type on which a token with these scopes may call the operation. */
    Reach reach(Scopes granted) {
        if (open) {
            return Reach.all();
        }
        Reach reached = scopes.isEmpty() ? Reach.none() : Reach.all();
        for (Scope needed : scopes) {
            for (Permission permission : needed.permissions()) {
                reached = less(reached, needed.type(), Reach.of(granted, needed.type(), permission));
            }
        }
        return reached;
    }

    /** What is bound to the patient of a launch stays so, whichever type it is about; another bound holds one type. */
    private Reach less(Reach before, String of, Reach more) {
        boolean fits = of.equals(type)
                || more.scopes().stream().allMatch(scope -> scope.query().isEmpty());
        if (before.isNothing() || more.isNothing() || !fits) {
            return Reach.none();
        }
        boolean closer = before.everything() || (of.equals(type) && !more.everything());
        return closer ? more : before;
    }

    @Override
    public String toString() {
        if (scopes.isEmpty()) {
            return "what no token can grant";
        }
        return String.join(
                " ",
                scopes.stream()
                        .map(scope -> scope.toString().substring("system/".length()))
                        .toList());
    }
}
