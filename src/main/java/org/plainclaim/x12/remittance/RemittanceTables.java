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

    /** All of them. */
    public static final List<TableSchema> ALL = List.of(ADJUSTMENTS, DENIALS);

    private RemittanceTables() {}
}
