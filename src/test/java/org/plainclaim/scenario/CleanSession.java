package org.plainclaim.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.coding.CodingTables;
import org.plainclaim.documentation.Requirements;
import org.plainclaim.documentation.ServiceDetail;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** Sessions of which the documentation lacks nothing: one for every kind of service. */
final class CleanSession {
    static final RuleLibrary LIBRARY = RuleLoader.load(TerminologyFolder.shipped());
    private static final ClaimDerivation DERIVATION = new ClaimDerivation(LIBRARY);

    private CleanSession() {}

    static Set<String> kinds() {
        return new TreeSet<>(LIBRARY.base().table(CodingTables.SERVICES).firstValues());
    }

    static List<String> payers() {
        return LIBRARY.payers().stream()
                .filter(payer -> !payer.equals(RuleLibrary.BASE))
                .toList();
    }

    static ObjectNode of(String kind, String payer) {
        ObjectNode facts = new ObjectMapper().createObjectNode();
        facts.put("service", kind).put("payer", payer).put("minutes", 60).put("patient", "present");
        facts.put("by", "clinical-psychologist").put("decision", "low low low").put("status", "established");
        ObjectNode details = facts.putObject("details").put("note-signature", "electronic");
        if (kind.startsWith("program-")) {
            facts.put("facility", "ONCAMPUS");
            details.put("program", "php").put("program-hours", 20).put("certified-on", "2026-03-01");
        }
        for (Row row : rows(kind)) {
            switch (row.result("requires")) {
                case "group-size" -> facts.put("group", 6);
                case "detail" -> state(details, row.result("detail"));
                default -> {
                    // documented in every scenario
                }
            }
        }
        return facts;
    }

    private static List<Row> rows(String kind) {
        return LIBRARY.base().table(Requirements.TABLE).rowsOf(kind).stream()
                .map(candidate -> candidate.row())
                .toList();
    }

    private static void state(ObjectNode details, String name) {
        ServiceDetail detail = LIBRARY.base().table(ServiceDetail.TABLE).rows().stream()
                .map(ServiceDetail::of)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        switch (detail.type()) {
            case "count" -> details.put(name, 2);
            case "date" -> details.put(name, "2026-03-02");
            case "text" -> details.put(name, "as described");
            default -> details.putIfAbsent(name, details.textNode(new TreeSet<>(detail.values()).last()));
        }
    }

    static List<Finding> review(ObjectNode facts) {
        return DERIVATION
                .review(ScenarioSession.of(facts), ScenarioHistory.of(facts))
                .findings();
    }

    static Set<String> rules(List<Finding> findings, Verdict verdict) {
        return findings.stream()
                .filter(finding -> finding.verdict() == verdict)
                .map(Finding::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
