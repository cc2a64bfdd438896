package org.plainclaim.x12.acknowledgment;

import java.util.List;
import org.plainclaim.x12.Controls;

/**
 * What is owed for a file that came in.
 *
 * @param readable false if the file has no interchange that an acknowledgment could name
 * @param interchanges TA1: of interchanges that were refused, and of those that asked for one
 * @param groups 999: one for each group, but none for acknowledgments, which are not acknowledged
 */
public record Acknowledgments(
        boolean readable, List<InterchangeAcknowledgment> interchanges, List<FunctionalAcknowledgment> groups) {
    public Acknowledgments {
        interchanges = List.copyOf(interchanges);
        groups = List.copyOf(groups);
    }

    /** True if there is nothing to send. */
    public boolean isEmpty() {
        return interchanges.isEmpty() && groups.isEmpty();
    }

    /** True if nothing of the file was refused. */
    public boolean acceptsAll() {
        return readable
                && interchanges.stream()
                        .allMatch(interchange -> interchange.disposition().taken())
                && groups.stream().allMatch(group -> group.group().disposition() == Disposition.ACCEPTED);
    }

    /** True if this transaction was refused, with its interchange, its group or by itself: nothing of it may be used. */
    public boolean rejects(Controls controls) {
        return !readable
                || interchanges.stream()
                        .anyMatch(interchange -> !interchange.disposition().taken()
                                && interchange.control().equals(controls.interchange()))
                || groups.stream()
                        .anyMatch(group -> group.interchange().equals(controls.interchange())
                                && group.group().group().control().equals(controls.group())
                                && group.rejects(controls.transaction()));
    }
}
