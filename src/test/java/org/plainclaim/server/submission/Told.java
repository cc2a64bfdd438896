package org.plainclaim.server.submission;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what was said of held claims. */
final class Told implements HeldClaims {
    private final List<String> said = new CopyOnWriteArrayList<>();

    @Override
    public void held(LoggedClaim claim, Hold why, String detail) {
        said.add(claim.number() + " " + why + " " + detail);
    }

    @Override
    public void released(LoggedClaim claim) {
        said.add(claim.number() + " released");
    }

    @Override
    public void undeliverable(LoggedInterchange interchange, List<LoggedClaim> claims, String why) {
        said.add(claims.size() + " undeliverable");
    }

    @Override
    public void delivered(LoggedInterchange interchange, List<LoggedClaim> claims) {
        // nothing to do for anybody
    }

    List<String> said() {
        return List.copyOf(said);
    }
}
