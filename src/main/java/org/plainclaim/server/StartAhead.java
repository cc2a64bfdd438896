package org.plainclaim.server;

import ca.uhn.fhir.context.FhirContext;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.plainclaim.server.conformance.Definitions;
import org.plainclaim.server.operation.Knowledge;
import org.plainclaim.server.store.StoreConfiguration;
import org.plainclaim.terminology.TerminologyFolder;

/**
 * What a start reads that needs no store: HAPI's model of FHIR with its search parameters, our definitions and the rules. A thread
 * reads it in this order while the store is opened beside it; who asks for a thing waits for that thing.
 */
final class StartAhead {
    private final FutureTask<FhirContext> fhir = new FutureTask<>(StartAhead::model);
    private final FutureTask<Definitions> definitions = new FutureTask<>(() -> Definitions.load(done(fhir)));
    private final FutureTask<Knowledge> knowledge;

    private StartAhead(Callable<Knowledge> rules) {
        this.knowledge = new FutureTask<>(rules);
    }

    /** Begins to read. */
    static StartAhead of(ServerSettings settings) {
        StartAhead ahead = new StartAhead(() -> Knowledge.load(TerminologyFolder.shipped(), settings.releases()));
        Thread reader = new Thread(ahead::read, "start");
        reader.setDaemon(true);
        reader.start();
        return ahead;
    }

    /**
     * Our profiles, operations and other definitions.
     *
     * @throws IllegalStateException if one is not what its file's name promises
     */
    Definitions definitions() {
        return done(definitions);
    }

    /**
     * The rules, and what reads notes.
     *
     * @throws RuntimeException what reading them met
     */
    Knowledge knowledge() {
        return done(knowledge);
    }

    private void read() {
        fhir.run();
        definitions.run();
        knowledge.run();
    }

    /** Its validation support keeps the search parameters, so that the registry of them finds them read. */
    private static FhirContext model() {
        FhirContext fhir = StoreConfiguration.fhirContext();
        fhir.getValidationSupport().fetchAllSearchParameters();
        return fhir;
    }

    private static <T> T done(FutureTask<T> task) {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException same) {
                throw same;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the server was starting", interrupted);
        }
    }
}
