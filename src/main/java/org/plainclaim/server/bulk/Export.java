package org.plainclaim.server.bulk;

import java.time.Instant;
import java.util.List;

/**
 * An export: which rows its files are made of.
 *
 * @param id its id, which nobody can guess
 * @param owner who asked for it, and nobody else gets it
 * @param made when it was asked for: what was stored later is not in it
 * @param request the address by which it was asked for
 * @param since nothing that was stored before is in it; the epoch for everything
 * @param patients ids of the patients whose records are in it; none for all
 * @param leftOut types that the owner may not read all of
 * @param files its files in order
 */
record Export(
        String id,
        String owner,
        Instant made,
        String request,
        Instant since,
        List<String> patients,
        List<String> leftOut,
        List<File> files) {
    Export {
        patients = List.copyOf(patients);
        leftOut = List.copyOf(leftOut);
        files = List.copyOf(files);
    }

    /**
     * A file: rows of one type.
     *
     * @param number from 1
     * @param type resource type
     * @param after the row before its first
     * @param upTo its last row
     */
    record File(int number, String type, long after, long upTo) {}
}
