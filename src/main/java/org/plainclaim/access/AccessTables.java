package org.plainclaim.access;

import java.util.List;
import org.plainclaim.rules.TableSchema;

/** Where it stands who may do what. */
public final class AccessTables {
    /**
     * What a role may do. {@code action} is the code of a restful interaction, an operation with its dollar sign or
     * another end point; {@code resource} is {@code none} for the whole server. What no row speaks of is denied.
     */
    public static final TableSchema POLICY = new TableSchema(
            "access/policy", List.of("role", "resource", "action"), List.of(), List.of("decision", "reason"));

    /** What a token must grant for an operation, as scopes without their context. */
    public static final TableSchema OPERATIONS =
            new TableSchema("access/operations", List.of("action", "resource"), List.of(), List.of("scopes"));

    /** Why a role asks: the purposes that it may name, the one that is taken if it names none first. */
    public static final TableSchema PURPOSES =
            new TableSchema("access/purposes", List.of("role"), List.of(), List.of("purposes"));

    /** All of them. */
    public static final List<TableSchema> ALL = List.of(POLICY, OPERATIONS, PURPOSES);

    private AccessTables() {}
}
