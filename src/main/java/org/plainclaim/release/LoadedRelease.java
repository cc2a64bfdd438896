package org.plainclaim.release;

import java.time.LocalDate;

/**
 * One load, as the manifest keeps it.
 *
 * @param kind what was loaded
 * @param name what the release is called
 * @param effective first date of service it holds for
 * @param data digest of the checked edition, the name of its file
 * @param source digest of what was read
 * @param file name of the file that was read
 * @param loadedOn the day it was loaded
 * @param rows how many codes, pairs or limits it has
 */
public record LoadedRelease(
        ReleaseKind kind,
        String name,
        LocalDate effective,
        String data,
        String source,
        String file,
        LocalDate loadedOn,
        int rows) {
    private static final int CELLS = 8;

    /** As a line of the manifest. */
    String line() {
        return String.join(
                "\t",
                kind.id(),
                plain(name),
                effective.toString(),
                data,
                source,
                plain(file),
                loadedOn.toString(),
                String.valueOf(rows));
    }

    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    /**
     * A line of the manifest.
     *
     * @throws IllegalArgumentException if it is none
     */
    static LoadedRelease of(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != CELLS) {
            throw new IllegalArgumentException("not a line of a manifest");
        }
        ReleaseKind kind = ReleaseKind.of(cells[0])
                .orElseThrow(() -> new IllegalArgumentException("'" + cells[0] + "' is no kind of release"));
        return new LoadedRelease(
                kind,
                cells[1],
                LocalDate.parse(cells[2]),
                cells[3],
                cells[4],
                cells[5],
                LocalDate.parse(cells[6]),
                Integer.parseInt(cells[7]));
    }
}
