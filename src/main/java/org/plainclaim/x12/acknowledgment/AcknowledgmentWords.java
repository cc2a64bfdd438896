package org.plainclaim.x12.acknowledgment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.explanation.Fact;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;
import org.plainclaim.rules.Table;
import org.plainclaim.rules.TableSchema;

/** Says in words what the codes of a TA1, 999 or 997 mean. */
public final class AcknowledgmentWords {
    /** The codes by the segment in which they stand: TA1, AK9, IK5, IK3 and IK4, or AK5, AK3 and AK4. */
    public static final TableSchema TABLE =
            new TableSchema("edits/acknowledgments", List.of("element", "code"), List.of("label"), List.of());

    /** The codes have no dates. */
    private static final LocalDate ANY_DAY = LocalDate.of(2026, 1, 1);

    private final Table table;

    /** The words of a rule book. */
    public AcknowledgmentWords(RuleBook book) {
        this.table = book.table(TABLE);
    }

    /** What a code means; empty if no row says it. */
    public Optional<String> of(String segment, String code) {
        if (segment.isEmpty() || code.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Fact<String>> said = Map.of("element", stated(segment), "code", stated(code));
        return table.first(Situation.of(said), ANY_DAY).map(row -> row.result("label"));
    }

    private static Fact<String> stated(String value) {
        return new Fact<>(value, List.of());
    }
}
