package org.plainclaim.server.operation;

import java.util.function.Supplier;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.rules.RuleLibrary;

/** The derivation over the rules as of now; it is made anew only when the rules are others. */
final class LiveEngine {
    private final Supplier<RuleLibrary> rules;
    private volatile Made made;

    LiveEngine(Supplier<RuleLibrary> rules) {
        this.rules = rules;
        this.made = Made.of(rules.get());
    }

    private record Made(RuleLibrary library, ClaimDerivation engine) {
        static Made of(RuleLibrary library) {
            return new Made(library, new ClaimDerivation(library));
        }
    }

    /** Two may make it at once when the rules change; both make the same. */
    ClaimDerivation get() {
        RuleLibrary now = rules.get();
        Made last = made;
        if (last.library() != now) {
            last = Made.of(now);
            made = last;
        }
        return last.engine();
    }
}
