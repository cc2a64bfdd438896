package org.plainclaim.server.access;

import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.plainclaim.access.Asked;
import org.plainclaim.access.Caller;
import org.plainclaim.access.Decision;

/** Holds one entry of a bundle to what the same request would be held to on its own. */
public final class EntryGate {
    private final Gate gate;
    private final SearchGate searches;
    private final Instances instances;

    EntryGate(Gate gate, SearchGate searches, Instances instances) {
        this.gate = gate;
        this.searches = searches;
        this.instances = instances;
    }

    /**
     * An entry, as it was understood.
     *
     * @param asked what it asks
     * @param id the id that it names, or empty
     * @param query criteria of a search or of a conditional interaction, or empty
     * @param resource what it brings, if it does
     */
    public record Entry(Asked asked, String id, String query, @Nullable IBaseResource resource) {}

    /**
     * Looks at an entry before any is done.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException with 403 or 404 if it may not be done
     */
    public void require(Caller caller, Entry entry) {
        if (caller.isOurs()) {
            return;
        }
        Asked asked = entry.asked();
        Decision decision = gate.require(caller, asked);
        if (!entry.id().isEmpty()) {
            instances.requireReached(caller, decision, new IdType(asked.type(), entry.id()));
            if (asked.isOperation()
                    && (entry.resource() != null || !entry.query().isEmpty())) {
                Instances.requireEverything(asked, decision);
            }
        } else if (asked.action().equals("search-type")) {
            searches.requireSearch(caller, asked, decision, Queries.parse(entry.query()));
        } else if (!entry.query().isEmpty() && !asked.isOperation()) {
            searches.requireCondition(caller, asked.type(), Queries.parse(entry.query()));
        } else if (!asked.action().equals("create")) {
            Instances.requireEverything(asked, decision);
        }
        if (entry.resource() != null) {
            searches.requireReferences(caller, entry.resource());
        }
    }
}
