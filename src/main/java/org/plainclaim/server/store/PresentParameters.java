package org.plainclaim.server.store;

import ca.uhn.fhir.jpa.model.entity.ResourceTable;
import ca.uhn.fhir.jpa.model.entity.SearchParamPresentEntity;
import ca.uhn.fhir.jpa.sp.ISearchParamPresenceSvc;
import ca.uhn.fhir.jpa.util.AddRemoveCount;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which search parameters a resource has a value for, what {@code :missing} asks.
 *
 * <p>HAPI saves each row as if it might be there already, because a part of its key, the practice, is known: it asks the database for every
 * one. The rows of a resource that has none yet are simply new.
 */
final class PresentParameters implements ISearchParamPresenceSvc {
    private final ISearchParamPresenceSvc changing;
    private final EntityManager entities;

    /**
     * Takes what is new on itself.
     *
     * @param changing for a resource that has rows
     */
    PresentParameters(ISearchParamPresenceSvc changing, EntityManager entities) {
        this.changing = changing;
        this.entities = entities;
    }

    @Override
    public AddRemoveCount updatePresence(ResourceTable resource, Collection<SearchParamPresentEntity> rows) {
        if (!resource.getSearchParamPresents().isEmpty()) {
            return changing.updatePresence(resource, rows);
        }
        Map<Long, SearchParamPresentEntity> distinct = new LinkedHashMap<>();
        for (SearchParamPresentEntity row : rows) {
            row.setResource(resource);
            row.calculateHashes();
            distinct.put(row.getHashPresence(), row);
        }
        distinct.values().forEach(entities::persist);
        AddRemoveCount counts = new AddRemoveCount();
        counts.addToAddCount(distinct.size());
        return counts;
    }
}
