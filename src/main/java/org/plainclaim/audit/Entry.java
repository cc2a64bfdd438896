package org.plainclaim.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that was done or refused.
 *
 * @param time when
 * @param interaction what kind of thing
 * @param name name of the operation or of the decision; empty for the others
 * @param agent who did it
 * @param status HTTP status of the answer; 0 where there is none
 * @param patient reference of the patient it is about; empty if it is about none or several
 * @param focus plain reference of the resource that it is about; empty if it is about none in particular
 * @param resources versioned references of what was given out, read, written or decided on
 * @param query names of parameters, with the values that say nothing of a person; empty if there are none
 * @param details what else is known, such as the release of a decision
 */
public record Entry(
        Instant time,
        Interaction interaction,
        String name,
        Agent agent,
        int status,
        String patient,
        String focus,
        List<String> resources,
        String query,
        SortedMap<String, String> details) {

    public Entry {
        resources = List.copyOf(resources);
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    /** Something that the program concluded about a resource. */
    public static Entry decision(Instant time, Agent agent, Decision decision) {
        return new Entry(
                time,
                decision.recipient() ? Interaction.DISCLOSURE : Interaction.DECISION,
                decision.name(),
                agent,
                0,
                decision.patient(),
                decision.focus(),
                decision.resources(),
                "",
                new TreeMap<>(decision.details()));
    }

    /** True if what was asked for was refused or failed. */
    public boolean refused() {
        return status >= 400;
    }

    /** A detail; empty if it is not known. */
    public String detail(String key) {
        return details.getOrDefault(key, "");
    }
}
