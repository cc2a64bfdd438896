package org.plainclaim.release;

import java.io.IOException;

/** The rows of a published table, one at a time. */
interface TableRows extends AutoCloseable {
    /** Goes to the next row; false if there is none. */
    boolean next() throws IOException;

    /** A cell of the row, trimmed; empty if it has none there. */
    String at(int column);

    /** How many cells the row has. */
    int width();

    /** The line of the file, or the row of the sheet. */
    long line();

    /** False if the file ends in the middle of a row. */
    boolean whole();

    @Override
    void close() throws IOException;
}
