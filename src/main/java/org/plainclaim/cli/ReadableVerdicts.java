package org.plainclaim.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.claim.DerivedClaim;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.documentation.Diagnosis;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Reason;
import org.plainclaim.explanation.Severity;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.fhir.BadInput;

/** Verdicts for people. */
public final class ReadableVerdicts implements Verdicts {
    private final PrintWriter out;
    private final Map<String, String> unchecked = new TreeMap<>();

    public ReadableVerdicts(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void derived(String name, ClaimOutcome outcome) {
        String date = outcome.session()
                .time()
                .dateOfService()
                .map(day -> "  date of service " + day)
                .orElse("");
        out.println(name + ": " + word(outcome) + date);
        outcome.claims().forEach(claim -> claim(claim, outcome.ready()));
        elsewhere(outcome);
        failures(outcome);
        checks(outcome);
        out.println();
    }

    @Override
    public void unreadable(BadInput input) {
        // the complaint is on standard error
    }

    private void claim(DerivedClaim claim, boolean ready) {
        String npi = claim.rendering().npi().map(number -> ", NPI " + number).orElse("");
        out.println("  " + (ready ? "Claim" : "Would be") + npi + ", diagnoses " + diagnoses(claim.diagnoses()));
        claim.lines().forEach(this::line);
    }

    private static String diagnoses(List<Diagnosis> diagnoses) {
        return diagnoses.stream().map(diagnosis -> diagnosis.code().orElse("?")).collect(Collectors.joining(", "));
    }

    private void line(ServiceLine line) {
        String modifiers = line.modifiers().isEmpty() ? "" : "-" + String.join("-", line.modifiers());
        String pointers = line.pointers().stream().map(String::valueOf).collect(Collectors.joining(","));
        out.println(
                "    " + line.code().code() + modifiers + "  units " + line.units() + "  place " + line.placeOfService()
                        + "  diagnosis " + pointers + "  (" + line.code().label() + ")");
        out.println("      " + line.because());
        for (Reason reason : line.reasons()) {
            out.println("      - " + reason.result() + ": " + reason.source().rule() + " ("
                    + reason.source().citation() + ")");
        }
    }

    private static String word(ClaimOutcome outcome) {
        return outcome.ready() ? "READY" : outcome.billedElsewhere() ? "BILLED ELSEWHERE" : "HELD";
    }

    /** Which session bills for one that nothing else is to be done about. */
    private void elsewhere(ClaimOutcome outcome) {
        if (outcome.billedElsewhere()) {
            outcome.findings().stream()
                    .filter(finding -> finding.verdict() == Verdict.BYPASSED)
                    .forEach(finding -> out.println("  " + finding.message()));
        }
    }

    private void failures(ClaimOutcome outcome) {
        for (Finding finding : outcome.findings()) {
            if (finding.verdict() == Verdict.FAIL) {
                out.println("  " + word(finding.severity()) + " " + finding.rule() + ": " + finding.message());
                if (!finding.fix().isEmpty()) {
                    out.println("      To do: " + finding.fix());
                }
                finding.evidence().stream()
                        .findFirst()
                        .ifPresent(
                                evidence -> out.println("      At: " + evidence.path() + " of " + evidence.resource()));
            }
        }
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case HOLD -> "HOLD";
            case WARN -> "WARN";
            case INFO -> "NOTE";
        };
    }

    private void checks(ClaimOutcome outcome) {
        out.println("  Checks: " + outcome.count(Verdict.PASS) + " passed, " + outcome.count(Verdict.FAIL) + " failed, "
                + outcome.count(Verdict.BYPASSED) + " excused, " + outcome.count(Verdict.NOT_CHECKED)
                + " not checked; rules " + outcome.release().version() + " "
                + outcome.release().digest().substring(0, 12));
        Set<String> rules = new TreeSet<>();
        for (Finding finding : outcome.findings()) {
            if (finding.verdict() == Verdict.NOT_CHECKED) {
                rules.add(finding.rule());
                unchecked.put(finding.rule(), finding.message());
            }
        }
        if (!rules.isEmpty()) {
            out.println("  Not checked: " + String.join(", ", rules));
        }
    }

    @Override
    public void end() {
        if (!unchecked.isEmpty()) {
            out.println("What was not checked:");
            unchecked.forEach((rule, message) -> out.println("  " + rule + ": " + message));
        }
    }
}
