package org.plainclaim.server.training;

import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.training.CaseFolder;
import org.plainclaim.fhir.training.CaseLibrary;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.training.Solver;
import org.plainclaim.training.TrainingCase;

/** The cases and who solves them: read when first asked for, and again when other rules were loaded. */
public final class TrainingRoom {
    private final Knowledge knowledge;
    private final @Nullable Path ofSite;
    private @Nullable Loaded loaded;

    /**
     * Nothing is read yet.
     *
     * @param ofSite folder of the site's own cases; null if it has none
     */
    public TrainingRoom(Knowledge knowledge, @Nullable Path ofSite) {
        this.knowledge = knowledge;
        this.ofSite = ofSite;
    }

    /** Cases with the rules they are answered by. */
    record Loaded(RuleLibrary rules, CaseLibrary library, Solver solver) {
        /**
         * The case.
         *
         * @throws ResourceNotFoundException if there is none of that id
         */
        TrainingCase named(String id) {
            return library.find(id)
                    .orElseThrow(() -> new ResourceNotFoundException(
                            "There is no training case of this id; ask $training-cases which there are."));
        }
    }

    synchronized Loaded now() {
        RuleLibrary rules = knowledge.rules();
        Loaded before = loaded;
        if (before != null && before.rules().release().equals(rules.release())) {
            return before;
        }
        Loaded fresh = new Loaded(rules, CaseFolder.load(ofSite, knowledge.reader(), rules), new Solver(rules));
        loaded = fresh;
        return fresh;
    }
}
