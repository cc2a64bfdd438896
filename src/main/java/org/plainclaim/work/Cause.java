package org.plainclaim.work;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Severity;
import org.plainclaim.explanation.Verdict;

/**
 * What was looked at, from which things to do follow.
 *
 * @param name what the keys of its things begin with, such as {@code Encounter/42/derivation}
 * @param focus reference of what was looked at
 * @param patient reference of the patient; empty if none is known
 * @param money dollars that depend on it; null if that can not be told
 * @param due the last day on which it still helps; null if there is no such day
 */
public record Cause(String name, String focus, String patient, @Nullable BigDecimal money, @Nullable LocalDate due) {
    private static final int MOST_MESSAGES = 3;

    /** A thing of this cause, without its owner: it has one for each reason. */
    public WorkItem item(Owners owners, String reason, String message, String fix) {
        Owner owner = owners.of(reason).owner();
        return new WorkItem(name + "/" + reason, owner, reason, message, fix, focus, patient, money, due);
    }

    /** One thing for each rule of which a finding holds what was looked at. */
    public List<WorkItem> holding(Collection<Finding> findings, Owners owners) {
        return failed(findings, owners, Severity.HOLD);
    }

    /** One thing for each rule that failed with this severity or a graver one. */
    public List<WorkItem> failed(Collection<Finding> findings, Owners owners, Severity least) {
        Map<String, List<Finding>> byRule = new LinkedHashMap<>();
        findings.stream()
                .filter(finding ->
                        finding.verdict() == Verdict.FAIL && finding.severity().compareTo(least) <= 0)
                .forEach(finding -> byRule.computeIfAbsent(finding.rule(), rule -> new ArrayList<>())
                        .add(finding));
        return byRule.entrySet().stream()
                .map(one -> item(
                        owners,
                        one.getKey(),
                        joined(one.getValue().stream().map(Finding::message).toList()),
                        joined(one.getValue().stream().map(Finding::fix).toList())))
                .toList();
    }

    private static String joined(List<String> sentences) {
        List<String> distinct =
                sentences.stream().distinct().filter(text -> !text.isEmpty()).toList();
        String first = distinct.stream().limit(MOST_MESSAGES).collect(Collectors.joining(" "));
        int more = distinct.size() - MOST_MESSAGES;
        return more <= 0 ? first : first + " And " + more + " more.";
    }
}
