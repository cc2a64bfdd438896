package org.plainclaim.server.operation;

import org.plainclaim.fhir.DocumentationReader;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/**
 * What is known before any session: loaded once, shared by all who ask.
 *
 * @param reader reads sessions and notes
 * @param rules every rule of every payer
 */
public record Knowledge(DocumentationReader reader, RuleLibrary rules) {
    /** What a terminology folder says. */
    public static Knowledge load(TerminologyFolder terminology) {
        return new Knowledge(DocumentationReader.load(terminology), RuleLoader.load(terminology));
    }
}
