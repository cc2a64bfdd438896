package org.plainclaim.edit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.CodeAnswer;
import org.plainclaim.codes.CodeEdition;
import org.plainclaim.codes.CodeRelease;
import org.plainclaim.codes.DatedCodeSystem;
import org.plainclaim.codes.Edition;
import org.plainclaim.codes.NationalEdits;
import org.plainclaim.coding.Findings;
import org.plainclaim.coding.ServiceLine;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.explanation.Finding;
import org.plainclaim.explanation.Verdict;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.rules.Situation;

/** Says which releases of procedure codes and national edits reach a date of service, and which do not. */
final class ReleaseReach {
    private static final String HCPCS = "hcpcs";
    private static final String CPT = "cpt";

    private final RuleBook book;
    private final NationalRows rows;

    ReleaseReach(RuleBook book) {
        this.book = book;
        this.rows = new NationalRows(book);
    }

    /** Facts that rows of {@code edits/not-checked} may ask: a fact that is not known says that nothing is loaded. */
    Situation with(Situation facts, List<Evidence> evidence) {
        NationalEdits edits = book.codes().edits();
        Situation said = facts;
        if (!edits.pairs().isEmpty()) {
            said = said.with("pairs-release", new Fact<>("loaded", evidence));
        }
        return edits.units().isEmpty() ? said : said.with("units-release", new Fact<>("loaded", evidence));
    }

    /** What is loaded, but not for this date. */
    List<Finding> over(LocalDate date, List<Evidence> evidence) {
        NationalEdits edits = book.codes().edits();
        List<Finding> findings = new ArrayList<>();
        if (!edits.pairs().isEmpty() && edits.pairs(date) == null) {
            over("pairs-release", nearest(edits.pairs(), date), date, evidence).ifPresent(findings::add);
        }
        if (!edits.units().isEmpty() && edits.units(date) == null) {
            over("units-release", nearest(edits.units(), date), date, evidence).ifPresent(findings::add);
        }
        return findings;
    }

    private static <T> CodeRelease nearest(List<Edition<T>> editions, LocalDate date) {
        CodeRelease nearest = editions.get(0).release();
        for (Edition<T> edition : editions) {
            LocalDate from = edition.release().covers().from();
            nearest = from == null || !from.isAfter(date) ? edition.release() : nearest;
        }
        return nearest;
    }

    private Optional<Finding> over(String edit, CodeRelease release, LocalDate date, List<Evidence> evidence) {
        Situation facts = said(release, evidence);
        return rows.over(edit, date).map(row -> Findings.of(row, Verdict.NOT_CHECKED, facts, evidence));
    }

    private static Situation said(CodeRelease release, List<Evidence> evidence) {
        return Situation.of(Map.of(
                "release", new Fact<>(release.name(), evidence),
                "from", new Fact<>(day(release.covers().from()), evidence),
                "through", new Fact<>(day(release.covers().to()), evidence)));
    }

    private static String day(@Nullable LocalDate date) {
        return date == null ? "always" : date.toString();
    }

    /** What the releases of procedure codes say of the codes of lines; one finding where none reaches the date. */
    List<Finding> codes(List<ServiceLine> lines) {
        List<Finding> findings = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (ServiceLine line : lines) {
            String code = line.code().code();
            String system = Character.isLetter(code.charAt(0)) ? HCPCS : CPT;
            DatedCodeSystem known = book.codes().systems().get(system);
            if (known != null) {
                code(line, known, said).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private Optional<Finding> code(ServiceLine line, DatedCodeSystem system, Set<String> said) {
        CodeEdition edition = system.edition(line.date());
        List<Evidence> evidence = line.reasons().get(0).evidence();
        if (!edition.release().covers().contains(line.date())) {
            return said.add(system.id())
                    ? over("codes-release", edition.release(), line.date(), evidence)
                    : Optional.empty();
        }
        if (!edition.whole()) {
            return Optional.empty();
        }
        CodeAnswer answer = system.look(line.code().code(), line.date());
        if (!answer.validity().isWrong()) {
            return Optional.empty();
        }
        Situation facts = said(answer.release(), evidence)
                .with("code", new Fact<>(line.code().code(), evidence));
        return rows.over("code", line.date()).map(row -> Findings.of(row, Verdict.FAIL, facts, evidence));
    }
}
