package org.plainclaim.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.coding.CodingTables;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.documentation.Requirements;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.explanation.Finding;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.TableSchema;

/**
 * Finds the smallest sets of missing facts that would change the answer for a session.
 *
 * <p>It only fills in what nobody documented, derives again, and promises what then came out. What is documented stays
 * as it is: where that is in the way it is stated, never asked for.
 */
public final class Advisor {
    private static final int MOST_PATHS = 24;
    private static final int MOST_STEPS = 40;

    private final ClaimDerivation derivation;
    private final PatientHistory history;
    private final Gaps gaps;
    private final RuleBook book;
    private final ClaimOutcome first;
    private final Set<List<Amendment>> found = new LinkedHashSet<>();
    private final Set<Step> never = new LinkedHashSet<>();

    private Advisor(ClaimDerivation derivation, ClaimOutcome outcome, PatientHistory history) {
        this.derivation = derivation;
        this.history = history;
        this.first = outcome;
        this.book = derivation.bookOf(outcome.session());
        LocalDate date = outcome.session().time().dateOfService().orElse(LocalDate.MAX);
        this.gaps = new Gaps(book, history, date);
    }

    /** What would make a held session ready, or a ready one be coded higher. */
    public static Advice advise(ClaimDerivation derivation, ClaimOutcome outcome, PatientHistory history) {
        Advisor advisor = new Advisor(derivation, outcome, history);
        if (!outcome.ready() && !outcome.billedElsewhere()) {
            advisor.search(outcome, List.of());
        }
        Upgrades upgrades = new Upgrades(advisor.book, advisor.gaps, outcome);
        advisor.found.addAll(upgrades.amendments().stream().map(List::of).toList());
        advisor.never.addAll(upgrades.never());
        return advisor.advice();
    }

    /** Fills one gap after another, in every way there is, until nothing is missing or nothing helps. */
    private void search(ClaimOutcome outcome, List<Amendment> taken) {
        List<Amendment> answers = taken.size() < MOST_STEPS ? nextGap(outcome) : List.of();
        if (answers.isEmpty()) {
            inTheWay(outcome);
            if (!taken.isEmpty()) {
                found.add(taken);
            }
            return;
        }
        for (Amendment answer : answers) {
            if (found.size() < MOST_PATHS) {
                List<Amendment> more = new ArrayList<>(taken);
                more.add(answer);
                search(derive(answer.change().apply(outcome.session())), more);
            }
        }
    }

    private ClaimOutcome derive(SessionDocumentation session) {
        return derivation.derive(session, history);
    }

    /** The answers to the first question that settles something; empty if none does. */
    private List<Amendment> nextGap(ClaimOutcome outcome) {
        for (DocumentedService service : outcome.session().services()) {
            List<Amendment> answers = hasLine(outcome, service) ? List.of() : ofUncoded(outcome, service);
            if (!answers.isEmpty()) {
                return answers;
            }
        }
        for (Finding finding : outcome.findings()) {
            List<Amendment> answers = !finding.holds()
                    ? List.of()
                    : gaps.of(finding).stream()
                            .filter(answer -> settles(answer, finding, outcome))
                            .toList();
            if (!answers.isEmpty()) {
                return answers;
            }
        }
        return List.of();
    }

    private List<Amendment> ofUncoded(ClaimOutcome outcome, DocumentedService service) {
        List<Amendment> answers = gaps.ofUncoded(outcome, service);
        if (!answers.isEmpty() || service.time().minutes().known()) {
            return answers;
        }
        return gaps.ofMinutes(service, minutes -> {
            Filled draft = new Filled(outcome.session());
            gaps.minutes(service, minutes).fill().accept(draft);
            return lines(derive(draft.session()));
        });
    }

    private boolean settles(Amendment answer, Finding finding, ClaimOutcome outcome) {
        long before = count(finding, outcome);
        return count(finding, derive(answer.change().apply(outcome.session()))) < before;
    }

    private static long count(Finding finding, ClaimOutcome outcome) {
        return outcome.findings().stream()
                .filter(other -> other.holds() && other.rule().equals(finding.rule()))
                .count();
    }

    private static boolean hasLine(ClaimOutcome outcome, DocumentedService service) {
        return outcome.claims().stream()
                .flatMap(claim -> claim.lines().stream())
                .anyMatch(line -> line.service().equals(service.reference()));
    }

    /** What holds the claim still, though nothing is missing, is what happened. */
    private void inTheWay(ClaimOutcome outcome) {
        for (Finding finding : outcome.findings()) {
            if (finding.holds()
                    && isOf(finding, CodingTables.SERVICES, CodingTables.WHO_MAY_BILL, Requirements.TABLE)) {
                never.add(new Step(finding.rule(), Ask.NEVER, finding.message(), "", finding.evidence()));
            }
        }
    }

    private boolean isOf(Finding finding, TableSchema... tables) {
        for (TableSchema table : tables) {
            if (book.table(table).rows().stream().anyMatch(row -> row.rule().equals(finding.rule()))) {
                return true;
            }
        }
        return false;
    }

    private Advice advice() {
        Set<Path> paths = new LinkedHashSet<>();
        found.forEach(amendments -> paths.add(path(smallest(amendments))));
        List<Path> kept = new ArrayList<>(paths);
        boolean anyReady = kept.stream().anyMatch(Path::ready);
        kept.removeIf(path -> path.steps().isEmpty() || (anyReady && !path.ready()));
        kept.sort(Comparator.comparingInt(path -> path.steps().size()));
        return new Advice(kept, List.copyOf(never));
    }

    private Path path(List<Amendment> amendments) {
        ClaimOutcome outcome = derive(applied(amendments));
        List<Step> steps = amendments.stream()
                .flatMap(amendment -> amendment.steps().stream())
                .distinct()
                .toList();
        return new Path(steps, outcome.ready(), lines(outcome));
    }

    private SessionDocumentation applied(List<Amendment> amendments) {
        SessionDocumentation session = first.session();
        for (Amendment amendment : amendments) {
            session = amendment.change().apply(session);
        }
        return session;
    }

    /** Leaves out every amendment without which the result is the same. */
    private List<Amendment> smallest(List<Amendment> amendments) {
        Path whole = path(amendments);
        List<Amendment> kept = new ArrayList<>(amendments);
        for (Amendment amendment : amendments) {
            List<Amendment> fewer = new ArrayList<>(kept);
            fewer.remove(amendment);
            Path without = path(fewer);
            if (without.ready() == whole.ready() && without.lines().equals(whole.lines())) {
                kept = fewer;
            }
        }
        return kept;
    }

    /** The lines as codes, with their units where there is more than one. */
    static List<String> lines(ClaimOutcome outcome) {
        return outcome.claims().stream()
                .flatMap(claim -> claim.lines().stream())
                .map(line -> line.code().code() + (line.units() == 1 ? "" : " x " + line.units()))
                .toList();
    }
}
