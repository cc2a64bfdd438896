package org.plainclaim.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.claim.DerivedClaim;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.confidentiality.Content;
import org.plainclaim.confidentiality.Disclosure;
import org.plainclaim.confidentiality.DisclosureDecision;
import org.plainclaim.confidentiality.DisclosureRules;
import org.plainclaim.confidentiality.Labelling;
import org.plainclaim.confidentiality.NeededDiagnoses;
import org.plainclaim.documentation.Diagnosis;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.training.Solution.Solved;

/** Answers cases as the product answers sessions: derived by the rules, then held against what may be disclosed. */
public final class Solver {
    private static final String PURPOSE = "HPAYMT";
    private static final String ABOUT_DIAGNOSES = Obstacle.DIAGNOSIS.code();

    private final ClaimDerivation engine;
    private final RuleBook base;

    /** Answers by the rules of a library. */
    public Solver(RuleLibrary library) {
        this.engine = new ClaimDerivation(library);
        this.base = library.base();
    }

    /** The rules that decide for a case. */
    public RuleBook bookOf(TrainingCase one) {
        return engine.bookOf(one.session());
    }

    /** What the rules say of a case. */
    public Solution solve(TrainingCase one) {
        return new Run(one).solution();
    }

    private final class Run {
        private final TrainingCase one;
        private final ClaimOutcome outcome;
        private final LocalDate served;
        private final Gaps gaps;
        private final List<Finding> beside = new ArrayList<>();

        Run(TrainingCase one) {
            this.one = one;
            this.outcome = engine.derive(one.session(), one.history());
            this.served = one.session().time().dateOfService().orElse(LocalDate.MAX);
            this.gaps = new Gaps(engine.bookOf(one.session()), served);
        }

        Solution solution() {
            List<ServiceLine> lines = outcome.claims().stream()
                    .flatMap(claim -> claim.lines().stream())
                    .toList();
            List<String> all = outcome.claims().stream()
                    .limit(1)
                    .map(DerivedClaim::diagnoses)
                    .flatMap(List::stream)
                    .map(diagnosis -> diagnosis.code().orElse(""))
                    .toList();
            NeededDiagnoses.Kept kept = needed(all, lines);
            Map<String, List<Finding>> holding = new LinkedHashMap<>();
            for (Finding finding : outcome.findings()) {
                String gap = gaps.of(finding);
                if (finding.holds()) {
                    holding.computeIfAbsent(gap, code -> new ArrayList<>()).add(finding);
                } else if (finding.verdict() == Verdict.FAIL && gap.equals(ABOUT_DIAGNOSES)) {
                    beside.add(finding);
                }
            }
            beside.addAll(kept.findings());
            disclosed(lines, holding);
            List<Solved> solved = lines.stream()
                    .map(line -> new Solved(AnswerLine.of(line, kept.pointers(line.pointers())), line))
                    .toList();
            List<String> diagnoses = kept.positions().stream()
                    .map(position -> all.get(position - 1))
                    .toList();
            return new Solution(outcome, solved, diagnoses, holding, beside, gaps.choices(outcome.findings()));
        }

        private NeededDiagnoses.Kept needed(List<String> codes, List<ServiceLine> lines) {
            Set<Integer> pointed = new TreeSet<>();
            lines.forEach(line -> pointed.addAll(line.pointers()));
            return new NeededDiagnoses(base).kept("Claim/1", codes, pointed, served);
        }

        /** Only a claim that could leave is asked about. */
        private void disclosed(List<ServiceLine> lines, Map<String, List<Finding>> holding) {
            if (lines.isEmpty() || !holding.isEmpty()) {
                return;
            }
            LocalDate day = Objects.requireNonNullElse(one.privacy().day(), served);
            Disclosure asked = new Disclosure(
                    "Claim/1",
                    new Labelling(base)
                            .labels(new Content(codes(lines), one.privacy().partTwo()), day),
                    one.privacy().recipients(),
                    PURPOSE,
                    day,
                    served,
                    served);
            DisclosureDecision decision =
                    new DisclosureRules(base).decide(asked, one.privacy().consents());
            if (!decision.permitted()) {
                holding.put(Obstacle.CONSENT.code(), List.of(decision.finding()));
            } else if (decision.consent() != null) {
                beside.add(decision.finding());
            }
        }

        private List<Content.Code> codes(List<ServiceLine> lines) {
            List<Content.Code> codes = new ArrayList<>();
            for (Diagnosis diagnosis : one.session().diagnoses()) {
                codes.add(new Content.Code(Content.Kind.DIAGNOSIS, diagnosis.code()));
            }
            for (ServiceLine line : lines) {
                codes.add(new Content.Code(
                        Content.Kind.PROCEDURE, new Fact<>(line.code().code(), List.of())));
            }
            return codes;
        }
    }
}
