package org.plainclaim.server.fault;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.plainclaim.server.Awaited;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.FreshServer;

/** An EHR that works in the background with a server to which something happens. */
final class DisturbedEhr implements AutoCloseable {
    private final Ehr ehr = new Ehr();
    private final AtomicReference<List<FhirHttp>> nodes;
    private final FhirHttp http;
    private final CompletableFuture<Void> working;

    private DisturbedEhr(FhirHttp http) {
        this.http = http;
        this.nodes = new AtomicReference<>(List.of(http));
        this.working =
                CompletableFuture.runAsync(() -> ehr.worksWith(nodes::get), task -> new Thread(task, "ehr").start());
    }

    static DisturbedEhr at(FreshServer server) {
        return new DisturbedEhr(server.http());
    }

    /** Waits until more of its sessions were acknowledged. */
    void goesOn() {
        int before = ehr.acknowledged();
        Awaited.until("more sessions", () -> working.isDone() || ehr.acknowledged() > before + 1);
    }

    /** Waits until something is refused for now. */
    void isDisturbed() {
        int before = ehr.disturbed();
        Awaited.until("a refusal", () -> working.isDone() || ehr.disturbed() > before);
    }

    /** Ends its work, and checks that nothing is lost; the answer is how often it was disturbed. */
    int account() {
        nodes.set(List.of());
        working.join();
        ehr.account(http);
        return ehr.disturbed();
    }

    @Override
    public void close() {
        nodes.set(List.of());
    }

    @Override
    public String toString() {
        return ehr.toString();
    }
}
