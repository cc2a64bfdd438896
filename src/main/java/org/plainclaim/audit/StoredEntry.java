package org.plainclaim.audit;

/**
 * An entry as it was found, with what lies beside it for searching.
 *
 * @param chain the chain it is filed under
 * @param sequence the number it is filed under
 * @param text the text
 * @param hash the hash that is filed with it
 * @param beside the columns
 */
public record StoredEntry(String chain, long sequence, String text, String hash, Beside beside) {
    /**
     * What is said twice, so that it can be searched for.
     *
     * @param time when, in milliseconds
     * @param interaction its word
     * @param patient reference of the patient
     * @param subject who
     * @param focus reference of the resource
     * @param practice number of the practice; empty where there is only one
     */
    public record Beside(long time, String interaction, String patient, String subject, String focus, String practice) {
        /** What has to lie beside an entry. */
        public static Beside of(Entry entry) {
            return new Beside(
                    entry.time().toEpochMilli(),
                    entry.interaction().word(),
                    entry.patient(),
                    entry.agent().subject(),
                    entry.focus(),
                    entry.agent().practice());
        }
    }

    /** An entry as it is to be stored. */
    public static StoredEntry of(SealedEntry sealed) {
        return new StoredEntry(
                sealed.chain(), sealed.sequence(), sealed.text(), sealed.hash(), Beside.of(sealed.entry()));
    }
}
