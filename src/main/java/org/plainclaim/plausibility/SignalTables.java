package org.plainclaim.plausibility;

import java.util.List;
import org.plainclaim.rules.TableSchema;

/** Where the bounds of signals stand. */
public final class SignalTables {
    /** One row for each signal. */
    public static final TableSchema SIGNALS = new TableSchema(
            "rules/signals",
            List.of("signal"),
            List.of("values"),
            List.of(
                    "threshold",
                    "at-most",
                    "at-least",
                    "peers",
                    "among",
                    "except",
                    "days",
                    "weight",
                    "severity",
                    "message",
                    "unchecked",
                    "fix"));

    public static final List<TableSchema> ALL = List.of(SIGNALS);

    private SignalTables() {}
}
