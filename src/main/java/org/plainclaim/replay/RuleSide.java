package org.plainclaim.replay;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.documentation.Instrument;
import org.plainclaim.fhir.DocumentationReader;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/**
 * One set of rules, ready to derive.
 *
 * @param reader reads sessions with the meanings of its folder
 * @param library its rules
 * @param engine derives by them
 */
record RuleSide(DocumentationReader reader, RuleLibrary library, ClaimDerivation engine) {
    static RuleSide load(RuleSource source, TerminologyFolder folder, DocumentationReader reader) {
        RuleLibrary loaded = RuleLoader.load(folder);
        LocalDate on = source.on();
        RuleLibrary library = on == null ? loaded : RulesAsOf.of(loaded, on);
        return new RuleSide(reader, library, new ClaimDerivation(library));
    }

    /** LOINC codes of the instruments that it reads. */
    Set<String> measures() {
        Set<String> codes = new HashSet<>();
        for (Instrument instrument : reader.instruments().all()) {
            codes.add(instrument.codes().panel());
            codes.add(instrument.codes().total());
        }
        codes.remove("");
        return codes;
    }
}
