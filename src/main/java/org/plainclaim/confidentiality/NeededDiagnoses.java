package org.plainclaim.confidentiality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plainclaim.confidentiality.Content.Code;
import org.plainclaim.confidentiality.Content.Kind;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Severity;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.Column;
import org.plainclaim.rules.Row;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.Submission;

/** Takes diagnoses off a claim that no line points to and that rows say must not be told without need. */
public final class NeededDiagnoses {
    private static final Column SENSITIVITY = Column.of("sensitivity");
    private static final Column POINTED = Column.of("pointed");

    private final RuleBook book;
    private final Labelling labelling;

    /** Looks by the rows of a book. */
    public NeededDiagnoses(RuleBook book) {
        this.book = book;
        this.labelling = new Labelling(book);
    }

    /**
     * A claim as it may be told.
     *
     * @param submission without what it does not need
     * @param findings one for each diagnosis that was left off, which name its position and not its code
     */
    public record Needed(Submission submission, List<Finding> findings) {
        public Needed {
            findings = List.copyOf(findings);
        }
    }

    /**
     * The diagnoses that stay on a claim.
     *
     * @param positions their positions, from 1
     * @param findings one for each that was left off, which name its position and not its code
     */
    public record Kept(List<Integer> positions, List<Finding> findings) {
        public Kept {
            positions = List.copyOf(positions);
            findings = List.copyOf(findings);
        }

        /** The pointers of a line among those that stay. */
        public List<Integer> pointers(List<Integer> before) {
            return before.stream()
                    .map(pointer -> positions.indexOf(pointer) + 1)
                    .filter(place -> place > 0)
                    .toList();
        }
    }

    /** The claim without the diagnoses that it does not need; on an institutional claim no line points, and all stay. */
    public Needed of(String claim, Submission submission, LocalDate day) {
        Set<Integer> pointed = new TreeSet<>();
        submission.lines().forEach(line -> pointed.addAll(line.pointers()));
        Kept kept = kept(claim, submission.diagnoses(), pointed, day);
        return kept.findings().isEmpty()
                ? new Needed(submission, kept.findings())
                : new Needed(with(submission, kept), kept.findings());
    }

    /** Which of the diagnoses stay, if lines point to some of them; all stay if none does. */
    public Kept kept(String claim, List<String> diagnoses, Set<Integer> pointed, LocalDate day) {
        List<Integer> kept = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (int position = 1; position <= diagnoses.size(); position++) {
            Row off = pointed.isEmpty() ? null : off(diagnoses.get(position - 1), pointed.contains(position), day);
            if (off == null) {
                kept.add(position);
            } else {
                findings.add(finding(off, claim, position));
            }
        }
        return new Kept(kept, findings);
    }

    private @Nullable Row off(String code, boolean pointed, LocalDate day) {
        Fact<String> fact = new Fact<>(code, List.of());
        for (String sensitivity : labelling.sensitivities(new Code(Kind.DIAGNOSIS, fact), day)) {
            Situation facts = Situation.of(SENSITIVITY, new Fact<>(sensitivity, List.of()))
                    .with(POINTED, new Fact<>(pointed ? "yes" : "no", List.of()));
            Row row = book.table(ConfidentialityTables.CLAIM_DIAGNOSES)
                    .first(facts, day)
                    .orElse(null);
            if (row != null && row.result("use").equals("no")) {
                return row;
            }
        }
        return null;
    }

    private static Finding finding(Row row, String claim, int position) {
        Evidence place = new Evidence(claim, "Claim.diagnosis[" + (position - 1) + "]", null);
        return new Finding(
                row.source(),
                Verdict.FAIL,
                Severity.of(row.result("severity")),
                row.result("message"),
                row.result("fix"),
                List.of(place));
    }

    private static Submission with(Submission submission, Kept kept) {
        List<String> codes = kept.positions().stream()
                .map(position -> submission.diagnoses().get(position - 1))
                .toList();
        List<Line> lines = submission.lines().stream()
                .map(line -> line.pointing(kept.pointers(line.pointers())))
                .toList();
        return submission.with(codes, lines);
    }
}
