package org.plainclaim.release;

/** Told how far the reading of files is. */
public interface Progress {
    /** Nobody wants to know. */
    Progress NONE = (done, total) -> {};

    /** So many bytes of the files are read. */
    void at(long done, long total);
}
