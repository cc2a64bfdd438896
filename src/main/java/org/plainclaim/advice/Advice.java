package org.plainclaim.advice;

import java.util.List;

/**
 * What would change the answer for a session.
 *
 * @param paths the smallest sets of missing facts, the smallest first; empty if no missing fact would change anything
 * @param never what would have to have happened otherwise, as statements
 */
public record Advice(List<Path> paths, List<Step> never) {
    public Advice {
        paths = List.copyOf(paths);
        never = List.copyOf(never);
    }
}
