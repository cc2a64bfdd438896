package org.plainclaim.server.submission;

/** Makes interchanges of the claims that wait and sends them; any number of nodes may do so at the same time. */
public final class Dispatcher {
    private final Batching batching;
    private final Sending sending;

    Dispatcher(Tables tables, Routes routes, ClaimFile file, HeldClaims held) {
        this.batching = new Batching(tables, routes, file, held);
        this.sending = new Sending(tables, routes, held);
    }

    /** One round; the answer is how many interchanges were sent. */
    public int run() {
        batching.writeAll();
        return sending.sendAll();
    }
}
