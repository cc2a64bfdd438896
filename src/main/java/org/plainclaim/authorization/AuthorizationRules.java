package org.plainclaim.authorization;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Severity;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/** What the tables say of authorizations. */
public final class AuthorizationRules {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private final RuleBook book;

    public AuthorizationRules(RuleBook book) {
        this.book = book;
    }

    /** What a review action means; unknown if no row has it. */
    public AuthorizationDecision decision(String reviewAction, LocalDate date) {
        return book.table(AuthorizationTables.REVIEW_ACTIONS)
                .named(reviewAction, date)
                .map(row -> AuthorizationDecision.of(row.result("decision")))
                .orElse(AuthorizationDecision.UNKNOWN);
    }

    /**
     * What a request says of an item.
     *
     * @param requestType UM01, such as {@code HS}
     * @param certificationType UM02, such as {@code I}
     * @param serviceType UM03, such as {@code MH}
     */
    public record RequestItem(String requestType, String certificationType, String serviceType) {}

    /** What a request says of a procedure code, where it does not say so itself. */
    public RequestItem requestItem(String code, LocalDate date) {
        Row row = book.table(AuthorizationTables.REQUEST_ITEMS)
                .named(code, date)
                .or(() -> book.table(AuthorizationTables.REQUEST_ITEMS).named("none", date))
                .orElseThrow(() -> new IllegalStateException("authorization/request-items has no row for other codes"));
        return new RequestItem(
                row.result("request-type"), row.result("certification-type"), row.result("service-type"));
    }

    /** Warnings about what an authorization has left, on a day. */
    public List<Finding> warnings(Balance balance, LocalDate today) {
        List<Finding> warnings = new ArrayList<>();
        if (!balance.service().decision().allows()) {
            return warnings;
        }
        units(balance, today, warnings);
        LocalDate to = balance.service().to();
        if (to != null) {
            long days = ChronoUnit.DAYS.between(today, to);
            String path = "ClaimResponse.preAuthPeriod.end";
            Situation facts = facts(balance, Map.of("days", String.valueOf(days), "to", to.toString()));
            if (days >= 0 && days <= threshold("ends-soon", today)) {
                warnings.add(finding("ends-soon", today, facts, evidence(balance, path, to.toString())));
            }
        }
        return warnings;
    }

    private void units(Balance balance, LocalDate today, List<Finding> warnings) {
        BigDecimal left = balance.left();
        BigDecimal approved = balance.service().units();
        LocalDate to = balance.service().to();
        if (left == null || approved == null || (to != null && to.isBefore(today))) {
            return;
        }
        Situation facts = facts(balance, Map.of("left", left.toPlainString(), "approved", approved.toPlainString()));
        Evidence evidence = evidence(balance, "ClaimResponse.addItem.quantity", approved.toPlainString());
        BigDecimal percent = approved.signum() == 0
                ? BigDecimal.ZERO
                : left.multiply(HUNDRED).divide(approved, 2, RoundingMode.HALF_UP);
        if (left.signum() <= 0) {
            warnings.add(finding("units-used-up", today, facts, evidence));
        } else if (percent.compareTo(BigDecimal.valueOf(threshold("units-low", today))) <= 0) {
            warnings.add(finding("units-low", today, facts, evidence));
        }
    }

    private Row row(String warning, LocalDate today) {
        return book.table(AuthorizationTables.WARNINGS)
                .named(warning, today)
                .orElseThrow(() -> new IllegalStateException("authorization/warnings has no row " + warning));
    }

    private long threshold(String warning, LocalDate today) {
        return Long.parseLong(row(warning, today).result("threshold"));
    }

    private Finding finding(String warning, LocalDate today, Situation facts, Evidence evidence) {
        Row row = row(warning, today);
        return new Finding(
                row.source(),
                Verdict.FAIL,
                Severity.of(row.result("severity")),
                row.filled("message", facts),
                row.filled("fix", facts),
                List.of(evidence));
    }

    private static Situation facts(Balance balance, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("number", balance.authorization().number());
        String code = balance.service().code();
        all.put("code", code.isEmpty() ? "its services" : code);
        Map<String, Fact<String>> facts = new HashMap<>();
        all.forEach((name, value) -> facts.put(name, new Fact<>(value, List.of())));
        return Situation.of(facts);
    }

    private static Evidence evidence(Balance balance, String path, @Nullable String value) {
        return new Evidence(balance.authorization().reference(), path, value);
    }
}
