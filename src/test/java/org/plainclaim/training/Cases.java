package org.plainclaim.training;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.plainclaim.fhir.DocumentationReader;
import org.plainclaim.fhir.training.CaseFolder;
import org.plainclaim.fhir.training.CaseLibrary;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** The shipped cases with the shipped rules. */
final class Cases {
    static final DocumentationReader READER = DocumentationReader.load(TerminologyFolder.shipped());
    static final RuleLibrary RULES = RuleLoader.load(TerminologyFolder.shipped());
    static final CaseLibrary SHIPPED = CaseFolder.load(null, READER, RULES);
    static final Solver SOLVER = new Solver(RULES);

    private static final Map<String, Solution> SOLVED =
            SHIPPED.cases().values().stream().collect(Collectors.toMap(TrainingCase::id, SOLVER::solve));

    private Cases() {}

    static Solution solved(TrainingCase one) {
        return Objects.requireNonNull(SOLVED.get(one.id()));
    }

    static TrainingCase named(String id) {
        return SHIPPED.find(id).orElseThrow();
    }
}
