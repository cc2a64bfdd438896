package org.plainclaim.server.confidentiality;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.model.entity.BaseHasResource;
import ca.uhn.fhir.jpa.model.entity.BaseTag;
import ca.uhn.fhir.jpa.model.entity.ResourceHistoryTable;
import ca.uhn.fhir.jpa.model.entity.ResourceTable;
import ca.uhn.fhir.jpa.model.entity.TagDefinition;
import ca.uhn.fhir.jpa.model.entity.TagTypeEnum;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.confidentiality.LabelSystems;

/**
 * Changes the labels of a stored resource without making a new version of it.
 *
 * <p>HAPI's own operation for that tells everybody that the resource changed, and a claim that changed does not leave.
 */
final class TagWriter {
    private final DaoRegistry daos;
    private final EntityManager entities;

    TagWriter(DaoRegistry daos, EntityManager entities) {
        this.daos = daos;
        this.entities = entities;
    }

    /** Adds and takes away; in the transaction of the caller. */
    void change(String reference, Set<String> added, Set<String> removed) {
        IdType id = new IdType(reference);
        ResourceTable row = row(id);
        if (row == null) {
            return;
        }
        change(row, added, removed);
        List<ResourceHistoryTable> versions = entities.createQuery(
                        "select h from ResourceHistoryTable h where h.myResourcePid = :row and h.myResourceVersion ="
                                + " :version",
                        ResourceHistoryTable.class)
                .setParameter("row", row.getResourceId().toFk())
                .setParameter("version", row.getVersion())
                .getResultList();
        versions.forEach(version -> change(version, added, removed));
    }

    /** One that is only referred to, or was deleted, has no labels; it gets them when it comes. */
    private @Nullable ResourceTable row(IdType id) {
        try {
            return (ResourceTable)
                    (Object) daos.getResourceDao(id.getResourceType()).readEntity(id, new SystemRequestDetails());
        } catch (ResourceNotFoundException | ResourceGoneException none) {
            return null;
        }
    }

    private void change(BaseHasResource<?> row, Set<String> added, Set<String> removed) {
        for (BaseTag tag : List.copyOf(row.getTags())) {
            TagDefinition label = tag.getTag();
            if (label.getTagType() == TagTypeEnum.SECURITY_LABEL
                    && removed.contains(label.getCode())
                    && LabelSystems.known(String.valueOf(label.getSystem()))) {
                row.getTags().remove(tag);
                entities.remove(tag);
            }
        }
        for (String code : added) {
            boolean there = row.getTags().stream()
                    .anyMatch(tag -> tag.getTag().getTagType() == TagTypeEnum.SECURITY_LABEL
                            && code.equals(tag.getTag().getCode()));
            if (!there) {
                BaseTag tag = row.addTag(definition(code));
                entities.persist(tag);
            }
        }
        row.setHasTags(!row.getTags().isEmpty());
        entities.merge(row);
    }

    private TagDefinition definition(String code) {
        String system = LabelSystems.of(code);
        List<TagDefinition> found = entities.createQuery(
                        "select t from TagDefinition t where t.myTagType = :type and t.mySystem = :system and t.myCode"
                                + " = :code and t.myVersion is null and t.myUserSelected is null",
                        TagDefinition.class)
                .setParameter("type", TagTypeEnum.SECURITY_LABEL)
                .setParameter("system", system)
                .setParameter("code", code)
                .setMaxResults(1)
                .getResultList();
        if (!found.isEmpty()) {
            return found.get(0);
        }
        TagDefinition made = new TagDefinition(TagTypeEnum.SECURITY_LABEL, system, code, null);
        entities.persist(made);
        return made;
    }
}
