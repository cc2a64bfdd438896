package org.plainclaim.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The way to one trading partner and back. */
public interface Channel extends AutoCloseable {
    /**
     * Puts a file at the partner. The partner sees it whole or not at all; the same name with the same bytes again changes
     * nothing, so that a caller who does not know whether it arrived puts it again.
     *
     * @throws RefusedFileException if this file can never be put: its name, its size, or other bytes of the same name
     * @throws IOException if it is not certain that the file is there
     */
    void put(String name, byte[] file) throws IOException;

    /** Names of the partner's files that are whole and were not taken yet, in a stable order. */
    List<String> waiting() throws IOException;

    /** Files of the partner that wait but are not handed out, and why; somebody has to look at them. */
    default List<RefusedFile> refused() throws IOException {
        return List.of();
    }

    /** One of them. */
    InputStream open(String name) throws IOException;

    /** Says that a file was taken over for good; it is not handed out again, also after a crash of either side. */
    void taken(String name) throws IOException;

    @Override
    void close() throws IOException;
}
