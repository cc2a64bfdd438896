package org.plainclaim.codes;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a value set takes of which systems.
 *
 * @param included at least one
 * @param excluded taken away again
 */
public record CodeSelection(List<CodeGroup> included, List<CodeGroup> excluded) {
    public CodeSelection {
        included = List.copyOf(included);
        excluded = List.copyOf(excluded);
    }

    /** True if a code of a system is selected. */
    public boolean has(String system, DatedCode code) {
        return any(included, system, code) && !any(excluded, system, code);
    }

    /** The systems of what is included, each once, in the order of the groups. */
    public Stream<String> systems() {
        return included.stream().map(CodeGroup::system).distinct();
    }

    private static boolean any(List<CodeGroup> groups, String system, DatedCode code) {
        return groups.stream().anyMatch(group -> group.system().equals(system) && group.has(code));
    }
}
