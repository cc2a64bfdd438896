package org.plainclaim.transport;

import java.util.List;

/** The file of partners has faults; each says the file, the line, the column and how to mend it. */
public final class PartnersFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final List<String> faults;

    PartnersFileException(List<String> faults) {
        super(String.join(System.lineSeparator(), faults));
        this.faults = List.copyOf(faults);
    }

    /** One line for each fault. */
    public List<String> faults() {
        return faults;
    }
}
