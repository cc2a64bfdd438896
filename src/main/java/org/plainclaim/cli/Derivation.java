package org.plainclaim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.DocumentationReader;
import org.plainclaim.fhir.InputProblem;
import org.plainclaim.fhir.Json;
import org.plainclaim.fhir.ReadingOptions;
import org.plainclaim.server.operation.Knowledge;

/** Derives one session after another and remembers the worst that happened. */
final class Derivation {
    private static final int HELD = 1;
    private static final int BAD_INPUT = 2;

    private final DocumentationReader reader;
    private final ClaimDerivation engine;
    private final ReadingOptions options;
    private final Verdicts verdicts;
    private final PrintWriter complaints;
    private int exitCode;

    Derivation(Knowledge knowledge, ReadingOptions options, Verdicts verdicts, PrintWriter complaints) {
        this.reader = knowledge.reader();
        this.engine = new ClaimDerivation(knowledge.rules());
        this.options = options;
        this.verdicts = verdicts;
        this.complaints = complaints;
    }

    /** Derives one document; the place names it in complaints, with its line where it is one of many. */
    void derive(Place place, String text) {
        try {
            JsonNode document = Json.parse(text);
            ClaimOutcome outcome = engine.derive(reader.read(document, options));
            verdicts.derived(place.toString(), outcome);
            exitCode = Math.max(exitCode, outcome.ready() || outcome.billedElsewhere() ? 0 : HELD);
        } catch (BadInput e) {
            verdicts.unreadable(e);
            for (InputProblem problem : e.problems()) {
                complain(place.plus(e.line()) + ": " + problem.message() + " " + problem.fix());
            }
        }
    }

    /** Reports input that could not even be opened. */
    void complain(String complaint) {
        complaints.println(complaint);
        exitCode = BAD_INPUT;
    }

    int exitCode() {
        return exitCode;
    }

    /**
     * Where a session is.
     *
     * @param file name of the file
     * @param line its line in a file of many; 0 if it is the whole file
     */
    record Place(String file, int line) {
        /** The line of a fault inside the session. */
        String plus(int inside) {
            return file + ":" + (line == 0 ? inside : line);
        }

        @Override
        public String toString() {
            return line == 0 ? file : file + ":" + line;
        }
    }
}
