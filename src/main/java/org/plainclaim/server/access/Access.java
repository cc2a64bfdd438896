package org.plainclaim.server.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** How this server knows who asks: by an issuer of tokens, or not at all, to try it out. */
public final class Access {
    private static final String TRIED_OUT =
            "TRYING OUT, WITHOUT ACCESS CONTROL: whoever reaches this address may read and change everything. Do not"
                    + " store anything about real people. Set PLAINCLAIM_ISSUER to ask for tokens.";
    private static final String GUARDED = "Every request needs a token of the issuer that"
            + " .well-known/smart-configuration names; roles and SMART scopes say what it may do.";

    private final Optional<Issuer> issuer;

    private Access(Optional<Issuer> issuer) {
        this.issuer = issuer;
    }

    static Access triedOut() {
        return new Access(Optional.empty());
    }

    static Access of(Issuer issuer) {
        return new Access(Optional.of(issuer));
    }

    /** What SMART applications ask first; empty if there is no issuer. */
    public Optional<JsonNode> smartConfiguration() {
        return issuer.map(known -> SmartConfiguration.of(known.settings(), known.description()));
    }

    Optional<Issuer> issuer() {
        return issuer;
    }

    /** Whether nobody is asked who he is. */
    public boolean isTriedOut() {
        return issuer.isEmpty();
    }

    /** What people have to know about it. */
    public String words() {
        return isTriedOut() ? TRIED_OUT : GUARDED;
    }
}
