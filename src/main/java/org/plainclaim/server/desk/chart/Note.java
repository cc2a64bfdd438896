package org.plainclaim.server.desk.chart;

import java.util.List;

/**
 * A note as it is shown.
 *
 * @param reference {@code Type/id}
 * @param status signed or unsigned
 * @param by who signed, or who wrote
 * @param when of the signature, or of the note
 */
record Note(String reference, String title, String status, String by, String when, List<Section> sections) {
    Note {
        sections = List.copyOf(sections);
    }

    /**
     * A part of the note.
     *
     * @param anchor its id on the page
     * @param supports checks that stand on it
     * @param pieces its text, in order
     */
    record Section(String title, String anchor, List<Support> supports, List<Piece> pieces) {
        Section {
            supports = List.copyOf(supports);
            pieces = List.copyOf(pieces);
        }
    }

    /** A check that stands on a part. */
    record Support(int number, String badge, String message) {}

    /**
     * Some characters.
     *
     * @param number the check that stands on them; 0 if none does
     * @param message what it says
     */
    record Piece(String text, int number, String message) {}
}
