package org.plainclaim.attachment;

import java.util.List;

/** What became of an attachment: its text, or why there is none. */
public sealed interface Extraction permits Extraction.Text, Extraction.Refused {

    /**
     * The text of an attachment.
     *
     * @param text paragraphs and rows as lines, without markup, never blank
     * @param sections the sections that the format itself marks, in the order of the text
     * @param asDeclared false if the bytes were not of the stated charset, so that another was taken
     */
    record Text(String text, List<Section> sections, boolean asDeclared) implements Extraction {
        public Text {
            sections = List.copyOf(sections);
        }
    }

    /**
     * A coded section of a C-CDA document.
     *
     * @param system the code's system as it is written there, an OID
     * @param code the code, such as a LOINC code
     * @param from place of its first character in the text
     */
    record Section(String system, String code, int from) {}

    /**
     * There is no text.
     *
     * @param reason why
     */
    record Refused(Reason reason) implements Extraction {}
}
