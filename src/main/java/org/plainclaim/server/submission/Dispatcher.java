package org.plainclaim.server.submission;

/** Makes interchanges of the claims that wait and sends them; any number of nodes may do so at the same time. */
public final class Dispatcher {
    private final Batching batching;
    private final Sending sending;

    Dispatcher(Tables tables, Routes routes, ClaimFile file, HeldClaims held) {
        this(new Batching(tables, routes, file, held), new Sending(tables, routes, held));
    }

    private Dispatcher(Batching batching, Sending sending) {
        this.batching = batching;
        this.sending = sending;
    }

    /** The same with somebody who looks at claims once more when they leave. */
    Dispatcher checking(LeavingCheck check) {
        return new Dispatcher(batching.checking(check), sending.checking(check));
    }

    /** One round; the answer is how many interchanges were sent. */
    public int run() {
        batching.writeAll();
        return sending.sendAll();
    }
}
