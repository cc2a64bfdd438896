package org.plainclaim.server.search;

import java.util.Collection;
import java.util.Set;

/** What somebody sees: operations that count or list records of many patients ask it of each row. */
public interface Sightline {
    /** Sees everything, as the server itself does. */
    Sightline ALL = new Sightline() {
        @Override
        public Set<String> hidden(Collection<String> references) {
            return Set.of();
        }

        @Override
        public String claims(String column) {
            return "";
        }
    };

    /** Of some references, {@code Type/id}, those that are as if they were not there. */
    Set<String> hidden(Collection<String> references);

    /**
     * What to add to a condition of SQL, so that rows of claims that are hidden are not counted; empty if none is.
     *
     * @param column the column with the reference of the claim, such as {@code d.claim}
     */
    String claims(String column);
}
