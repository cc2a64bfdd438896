package org.plainclaim.server.store;

import java.util.Set;

/** The base URLs under which this server is reached; an absolute reference that begins with one is a local one. */
public record OwnAddresses(Set<String> urls) {
    public OwnAddresses {
        urls = Set.copyOf(urls);
    }
}
