package org.plainclaim.x12.remittance;

import java.util.List;
import org.plainclaim.rules.TableSchema;

/** The tables that say what the codes of an answer mean. */
public final class RemittanceTables {
    /** Adjustments that are no denial: what part of the charge each of them is. */
    public static final TableSchema ADJUSTMENTS =
            new TableSchema("edits/adjustments", List.of("reason", "group"), List.of(), List.of("part"));

    /**
     * The edit that should have caught a denial or a rejection. {@code answer} is {@code adjustment} (CARC) or {@code
     * status} (claim status code of a 277CA); {@code edit} is what the ids of the edit's rows begin with.
     */
    public static final TableSchema DENIALS =
            new TableSchema("edits/denials", List.of("code", "answer", "remark"), List.of("edit"), List.of());

    /** Reasons of money beside the claims (PLB) that explain themselves; what no row names somebody has to look at. */
    public static final TableSchema PROVIDER_ADJUSTMENTS =
            new TableSchema("edits/provider-adjustments", List.of("reason"), List.of("label"), List.of());

    /** All of them. */
    public static final List<TableSchema> ALL = List.of(ADJUSTMENTS, DENIALS, PROVIDER_ADJUSTMENTS);

    private RemittanceTables() {}
}
