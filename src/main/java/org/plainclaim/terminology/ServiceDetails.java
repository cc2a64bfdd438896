package org.plainclaim.terminology;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plainclaim.documentation.ServiceDetail;
import org.plainclaim.rules.Cell;
import org.plainclaim.rules.Row;

/** The details of a service that a terminology folder declares: each may be a condition column of a rule. */
final class ServiceDetails {
    private final Map<String, ServiceDetail> byName = new HashMap<>();

    static ServiceDetails of(List<Row> rows, List<String> faults) {
        ServiceDetails details = new ServiceDetails();
        for (Row row : rows) {
            ServiceDetail detail = ServiceDetail.of(row);
            if (!Set.of("code", "count", "flag", "date", "text").contains(detail.type())) {
                faults.add(row.origin() + ": type: must be code, count, flag, date or text");
            }
            details.byName.put(detail.name(), detail);
        }
        return details;
    }

    boolean has(String column) {
        return byName.containsKey(column);
    }

    /** What is wrong with a condition on a detail; empty if nothing is, or if it is about something else. */
    Optional<String> complaint(Cell cell) {
        ServiceDetail detail = byName.get(cell.column());
        if (detail == null || detail.type().equals("count") || cell.isRange()) {
            return detail == null || !cell.isRange() || detail.type().equals("count")
                    ? Optional.empty()
                    : Optional.of("is a range, but " + cell.column() + " is no count");
        }
        return cell.oneOf().stream()
                .filter(value -> !value.equals(Cell.NONE) && !detail.values().contains(value))
                .findFirst()
                .map(value -> "'" + value + "' is no value of " + cell.column() + "; see codes/service-details.csv");
    }
}
