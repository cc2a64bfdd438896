package org.plainclaim.codes;

import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** The code systems that ship with the program. */
final class ShippedCodes {
    static final CodeStore STORE = RuleLoader.load(TerminologyFolder.shipped()).codes();

    private ShippedCodes() {}

    static DatedCodeSystem system(String id) {
        return STORE.system(id).orElseThrow();
    }
}
