package org.plainclaim.replay;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plainclaim.replay.Tally.Example;
import org.plainclaim.replay.Tally.Sum;

/** A tally as text. */
public final class ReplayReport {
    private static final String ROW = "%-44s %10s %10s %16s %16s %16s%n";

    private final StringBuilder text = new StringBuilder();

    private ReplayReport() {}

    /** The report of a replay. */
    public static String of(ReplaySetup setup, Tally tally) {
        ReplayReport report = new ReplayReport();
        report.line("Rules before: " + setup.before().name());
        report.line("Rules after:  " + setup.after().name());
        report.sums("", Map.of("all sessions", tally.all()));
        report.standings(tally);
        report.sums("By payer", tally.byPayer());
        report.sums("By rule (a session counts for every rule that changed it)", tally.byRule());
        report.examples(tally);
        report.leftOut(tally);
        return report.text.toString();
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }

    private void sums(String title, Map<String, Sum> sums) {
        line("");
        text.append(String.format(
                Locale.ROOT,
                ROW,
                title.isEmpty() ? "" : title,
                "sessions",
                "changed",
                "before",
                "after",
                "difference"));
        sums.entrySet().stream()
                .sorted(Comparator.comparingLong(
                                (Map.Entry<String, Sum> one) -> -one.getValue().changed())
                        .thenComparing(Map.Entry::getKey))
                .forEach(one -> row(one.getKey().isEmpty() ? "(no payer)" : one.getKey(), one.getValue()));
    }

    private void row(String name, Sum sum) {
        text.append(String.format(
                Locale.ROOT,
                ROW,
                "  " + name,
                sum.sessions(),
                sum.changed(),
                dollars(sum.before()),
                dollars(sum.after()),
                dollars(sum.after() - sum.before())));
    }

    private void standings(Tally tally) {
        List<Map.Entry<String, Long>> moved = tally.byStanding().entrySet().stream()
                .filter(one -> {
                    String[] ends = one.getKey().split(" -> ", -1);
                    return !ends[0].equals(ends[1]);
                })
                .toList();
        moved.forEach(one -> line("  " + one.getKey() + ": " + one.getValue()));
    }

    private void examples(Tally tally) {
        tally.examples().forEach((rule, examples) -> {
            line("");
            line("Examples of " + rule);
            examples.forEach(this::example);
        });
    }

    private void example(Example example) {
        line("  " + example.encounter());
        line("    before: " + example.before());
        line("      " + example.whyBefore());
        line("    after:  " + example.after());
        line("      " + example.whyAfter());
    }

    private void leftOut(Tally tally) {
        line("");
        if (tally.unpriced() > 0) {
            line(tally.unpriced() + " lines have no price in the export and count as 0.00.");
        }
        if (tally.astray() > 0) {
            line(tally.astray() + " resources name no patient by reference and were left out.");
        }
        if (tally.unreadableLines() > 0) {
            line(tally.unreadableLines() + " lines are no JSON and were left out.");
        }
    }

    private static String dollars(long cents) {
        return BigDecimal.valueOf(cents, 2).toPlainString();
    }
}
