package org.plainclaim.server.operation;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.DocumentationReader;
import org.plainclaim.release.LiveLibrary;
import org.plainclaim.release.ReleaseFolder;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/**
 * What is known before any session, shared by all who ask.
 *
 * @param reader reads sessions and notes
 * @param live what ships with what the site loaded, as of now
 */
public record Knowledge(DocumentationReader reader, LiveLibrary live) {
    /**
     * What a terminology folder says, and what the site loaded.
     *
     * @param releases folder of what is loaded; null if there is none
     */
    public static Knowledge load(TerminologyFolder terminology, @Nullable Path releases) {
        ReleaseFolder folder = releases == null ? null : new ReleaseFolder(releases);
        return new Knowledge(
                DocumentationReader.load(terminology), new LiveLibrary(RuleLoader.load(terminology), folder));
    }

    /** Every rule of every payer as of now; take it once for each answer, for it may be another the next time. */
    public RuleLibrary rules() {
        return live.get();
    }
}
