package org.plainclaim.fhir;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.plainclaim.documentation.TextUse;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Severity;
import org.plainclaim.explanation.Source;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.note.NoteFacts;
import org.plainclaim.terminology.CsvFile;
import org.plainclaim.terminology.CsvRow;
import org.plainclaim.terminology.TerminologyFolder;

/** What is said about input that is FHIR but holds the claim: the rows of {@code rules/session-input.csv}. */
final class ReadingRules {
    private record Rule(Source source, Severity severity, String message, String fix) {}

    private final Map<String, Rule> rules = new HashMap<>();

    private final Map<String, TextUse> textUses = new HashMap<>();

    private ReadingRules() {}

    /** What a fact of running text is worth that is not coded. */
    Map<String, TextUse> textUses() {
        return Collections.unmodifiableMap(textUses);
    }

    static ReadingRules load(TerminologyFolder folder) {
        ReadingRules loaded = new ReadingRules();
        CsvFile.read(folder.root().resolve("rules/session-input.csv")).forEach(loaded::add);
        CsvFile.read(folder.root().resolve("rules/note-facts.csv")).forEach(loaded::use);
        return loaded;
    }

    private void use(CsvRow row) {
        if (!NoteFacts.ALL.contains(row.at("fact"))) {
            throw new IllegalStateException(row.complaint("fact", "is no fact of a note"));
        }
        textUses.put(
                row.at("fact"),
                TextUse.of(row.at("use"))
                        .orElseThrow(() -> new IllegalStateException(
                                row.complaint("use", "must be counts, counts-if-certain or asks"))));
    }

    private void add(CsvRow row) {
        Source source = new Source(
                row.at("rule"),
                row.at("citation"),
                null,
                null,
                LocalDate.parse(row.at("verified_on")),
                row.at("confidence"));
        rules.put(row.at("rule"), new Rule(source, Severity.of(row.at("severity")), row.at("message"), row.at("fix")));
    }

    /** The day on which a rule was last compared with its source: no true clock is behind it. */
    LocalDate verifiedOn(String id) {
        return rule(id).source.verifiedOn();
    }

    private Rule rule(String id) {
        Rule rule = rules.get(id);
        if (rule == null) {
            throw new IllegalStateException("rules/session-input.csv has no rule " + id);
        }
        return rule;
    }

    private static String values(List<Evidence> evidence) {
        return evidence.stream()
                .map(Evidence::value)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    /** A failed check of the given rule; the first evidence fills the places of its message. */
    Finding failed(String id, List<Evidence> evidence) {
        return finding(id, Verdict.FAIL, evidence);
    }

    /** A check that was not made. */
    Finding notChecked(String id, Evidence place) {
        return finding(id, Verdict.NOT_CHECKED, List.of(place));
    }

    private Finding finding(String id, Verdict verdict, List<Evidence> evidence) {
        Rule rule = rule(id);
        Evidence first = evidence.get(0);
        String value = first.value();
        return new Finding(
                rule.source,
                verdict,
                rule.severity,
                rule.message
                        .replace("{path}", first.path())
                        .replace("{value}", value == null ? "nothing" : value)
                        .replace("{values}", values(evidence)),
                rule.fix.replace("{path}", first.path()),
                evidence);
    }
}
