package org.plainclaim.server.confidentiality;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.plainclaim.confidentiality.Labels;
import org.plainclaim.server.confidentiality.LabelTable.Entry;

/**
 * What the tables say of some references: the one place that decides what is of a program under 42 CFR Part 2.
 *
 * @param labels those that have labels, by reference
 * @param programs those that are programs, or of which a program is known by that name
 */
record Origins(Map<String, Entry> labels, Set<String> programs) {
    /** Asks the tables for both, each once. */
    static Origins of(Labeller.Tables tables, Collection<String> labelled, Collection<String> named) {
        return new Origins(tables.labels().find(labelled), tables.programs().of(named));
    }

    /** True if any of the sources, {@code Type/id} or the name of an identifier, is a program or bears the label of one. */
    boolean partTwo(Collection<String> sources) {
        return sources.stream().anyMatch(source -> programs.contains(source) || bears(source, Labels.PART_TWO));
    }

    /** True if a reference has a label. */
    boolean bears(String reference, String code) {
        Entry entry = labels.get(reference);
        return entry != null && entry.labels().contains(code);
    }
}
