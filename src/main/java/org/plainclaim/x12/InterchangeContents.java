package org.plainclaim.x12;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/**
 * What is in an interchange, as far as its envelope tells: enough to know who sent it and what reads it.
 *
 * <p>The file is looked through for its control segments alone; whether the rest makes sense is not known.
 *
 * @param sender ISA06
 * @param receiver ISA08
 * @param control ISA13
 * @param acknowledge whether a TA1 is asked for (ISA14)
 * @param production false for a file to try out (ISA15)
 * @param kinds what it holds, each kind once
 * @param whole whether its end (IEA) was found
 */
public record InterchangeContents(
        String sender,
        String receiver,
        String control,
        boolean acknowledge,
        boolean production,
        Set<TransactionKind> kinds,
        boolean whole) {
    public InterchangeContents {
        kinds = Set.copyOf(kinds);
    }

    /**
     * The interchanges of a file, the first thousand of them; none if it is no X12.
     *
     * @throws IOException if the stream fails
     */
    public static List<InterchangeContents> of(InputStream file) throws IOException {
        return new ControlScan(file).interchanges();
    }
}
