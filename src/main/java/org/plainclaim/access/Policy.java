package org.plainclaim.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.Cell;
import org.plainclaim.rules.Column;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;
import org.plainclaim.rules.Table;

/** The one policy: what the roles allow, and of that what the scopes grant. */
public final class Policy {
    private static final Column ROLE = Column.of("role");
    private static final Column RESOURCE = Column.of("resource");
    private static final Column ACTION = Column.of("action");

    private final Table roles;
    private final Table operations;
    private final Table purposes;

    public Policy(RuleBook book) {
        this.roles = book.table(AccessTables.POLICY);
        this.operations = book.table(AccessTables.OPERATIONS);
        this.purposes = book.table(AccessTables.PURPOSES);
    }

    /** Whether the caller may do this on that day. */
    public Decision decide(Caller caller, Asked asked, LocalDate date) {
        if (caller.isOurs()) {
            return Decision.allow("nothing is held against the policy where nobody signs in", "", Reach.all());
        }
        Decision byRole = byRole(caller, asked, date);
        if (!byRole.allowed()) {
            return byRole;
        }
        Reach reach = reach(caller.scopes(), asked, date);
        if (reach.isNothing()) {
            return Decision.deny(
                    "the scopes of the token do not grant it: " + asked + " needs " + needed(asked, date), "");
        }
        return Decision.allow(byRole.reason(), byRole.rule(), reach);
    }

    /** Whether a caller may read all resources of a type, however they are found. */
    public boolean readsAll(Caller caller, String type, LocalDate date) {
        Decision search = decide(caller, Asked.to(Interaction.SEARCH, type), date);
        return search.allowed() && search.reach().everything();
    }

    /**
     * Why a caller of these roles asks.
     *
     * @param named the purpose that the token names; one that no role may name is passed over
     */
    public Purpose purpose(List<Role> callerRoles, Optional<Purpose> named, LocalDate date) {
        List<Purpose> possible = callerRoles.stream()
                .sorted()
                .flatMap(role -> purposes.named(role.code(), date).stream())
                .flatMap(row -> Arrays.stream(row.result("purposes").split(" ")))
                .flatMap(code -> Purpose.of(code).stream())
                .toList();
        return named.filter(possible::contains)
                .orElseGet(() -> possible.stream().findFirst().orElse(Purpose.HOPERAT));
    }

    private Decision byRole(Caller caller, Asked asked, LocalDate date) {
        List<Row> denying = new ArrayList<>();
        for (Role role : Role.values()) {
            Optional<Row> row = caller.is(role) ? row(role, asked, date) : Optional.empty();
            if (row.isPresent() && row.get().result("decision").equals("allow")) {
                return Decision.allow(row.get().result("reason"), row.get().rule(), Reach.all());
            }
            row.ifPresent(denying::add);
        }
        return denying.isEmpty()
                ? Decision.deny("no row of the policy allows the roles of the caller: " + asked, "")
                : Decision.deny(denying.get(0).result("reason"), denying.get(0).rule());
    }

    private Optional<Row> row(Role role, Asked asked, LocalDate date) {
        return roles.first(situation(asked).with(ROLE, known(role.code())), date);
    }

    private Reach reach(Scopes scopes, Asked asked, LocalDate date) {
        return Interaction.of(asked.action())
                .map(interaction -> asked.type().isEmpty()
                        ? wholeServer(scopes, interaction.permission())
                        : Reach.of(scopes, asked.type(), interaction.permission()))
                .orElseGet(() -> Grants.of(operations, asked, date).reach(scopes));
    }

    private static Reach wholeServer(Scopes scopes, Permission permission) {
        boolean granted = scopes.granted().stream()
                .anyMatch(scope -> scope.type().equals("*")
                        && !scope.isNarrow()
                        && scope.permissions().contains(permission));
        return granted ? Reach.all() : Reach.none();
    }

    private String needed(Asked asked, LocalDate date) {
        return Interaction.of(asked.action())
                .map(interaction -> (asked.type().isEmpty() ? "*" : asked.type()) + "."
                        + interaction.permission().letter())
                .orElseGet(() -> Grants.of(operations, asked, date).toString());
    }

    static Situation situation(Asked asked) {
        return Situation.of(ACTION, known(asked.action()))
                .with(RESOURCE, known(asked.type().isEmpty() ? Cell.NONE : asked.type()));
    }

    private static Fact<String> known(String value) {
        return new Fact<>(value, List.of());
    }
}
