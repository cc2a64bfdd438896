package org.plainclaim.server;

import java.net.URI;
import java.util.UUID;

/** A server of one test, over an empty database. */
public record FreshServer(PlainclaimServer server) implements AutoCloseable {
    /** Over H2 in memory. */
    public static FreshServer overH2() {
        return over("jdbc:h2:mem:" + UUID.randomUUID());
    }

    /** Over a database of the test. */
    public static FreshServer over(String url) {
        return new FreshServer(PlainclaimServer.start(RunningServer.settings(url)));
    }

    /** A client for it. */
    public FhirHttp http() {
        return new FhirHttp(server.baseUri());
    }

    /** Its FHIR base. */
    public URI base() {
        return server.baseUri();
    }

    @Override
    public void close() {
        server.close();
    }
}
