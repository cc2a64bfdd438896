package org.plainclaim.release;

import java.util.List;

/** A release that is not loaded, with every reason; what was loaded before is untouched. */
public final class LoadRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final List<String> faults;

    public LoadRefused(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    public LoadRefused(String fault) {
        this(List.of(fault));
    }

    /** One a line: {@code file:line: what is wrong}. */
    public List<String> faults() {
        return faults;
    }
}
