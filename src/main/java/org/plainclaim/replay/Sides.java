package org.plainclaim.replay;

import java.util.HashSet;
import java.util.Set;
import org.plainclaim.fhir.DocumentationReader;
import org.plainclaim.terminology.TerminologyFolder;

/**
 * Both sets of rules, loaded once for a process.
 *
 * @param setup what they were loaded for
 * @param before one
 * @param after the other
 * @param alike true if sessions are read the same for both, so that they need be read only once
 * @param difference the rules that are not the same in both
 */
public record Sides(ReplaySetup setup, RuleSide before, RuleSide after, boolean alike, RuleDifference difference) {
    /**
     * Loads both.
     *
     * @throws org.plainclaim.terminology.TerminologyFault if one has faults
     */
    public static Sides load(ReplaySetup setup) {
        TerminologyFolder one = setup.before().folder();
        TerminologyFolder other =
                setup.after().sameFolder(setup.before()) ? one : setup.after().folder();
        boolean alike = RuleSource.readAlike(one, other);
        DocumentationReader reader = DocumentationReader.load(one);
        RuleSide before = RuleSide.load(setup.before(), one, reader);
        RuleSide after = RuleSide.load(setup.after(), other, alike ? reader : DocumentationReader.load(other));
        return new Sides(setup, before, after, alike, new RuleDifference(before.library(), after.library()));
    }

    Set<String> measures() {
        Set<String> codes = new HashSet<>(before.measures());
        codes.addAll(after.measures());
        return codes;
    }
}
