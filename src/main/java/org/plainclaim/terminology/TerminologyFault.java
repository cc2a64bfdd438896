package org.plainclaim.terminology;

import java.util.List;

/** Every fault of a terminology folder, each as {@code file:line: column: what is wrong}. */
public final class TerminologyFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TerminologyFault(List<String> faults) {
        super("The terminology folder has " + faults.size() + " fault(s):\n" + String.join("\n", faults));
    }
}
