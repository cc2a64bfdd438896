package org.plainclaim.server.store;

import ca.uhn.fhir.jpa.cache.IResourceTypeCacheSvc;
import ca.uhn.fhir.jpa.model.entity.ResourceTable;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hl7.fhir.instance.model.api.IIdType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rows that stand for resources which others refer to before they arrive.
 *
 * <p>A placeholder is a resource row marked deleted, with version 0 and no versions. So reads, searches and conditions
 * pass it by, references to it can be searched and followed once it is filled, and the PUT that brings the resource
 * makes it version 1.
 */
public final class Placeholders {
    private static final String INSERT =
            """
            insert into HFJ_RESOURCE (RES_ID, PARTITION_ID, RES_TYPE, RES_TYPE_ID, FHIR_ID, RES_VER, RES_VERSION,
              RES_DELETED_AT, RES_PUBLISHED, RES_UPDATED, HAS_TAGS, SP_HAS_LINKS, SP_COORDS_PRESENT, SP_DATE_PRESENT,
              SP_NUMBER_PRESENT, SP_QUANTITY_NRML_PRESENT, SP_QUANTITY_PRESENT, SP_STRING_PRESENT, SP_TOKEN_PRESENT,
              SP_URI_PRESENT)
            values (:pid, :partition, :type, :typeId, :id, 0, 'R4', :now, :now, :now,
              false, false, false, false, false, false, false, false, false, false)""";

    private static final String ROW = "select r from ResourceTable r where r.myPartitionIdValue = :partition"
            + " and r.myResourceType = :type and r.myFhirId = :id";

    private static final String NEWEST = "select max(r.myPid.myId) from ResourceTable r";

    private final Practices practices;
    private final IResourceTypeCacheSvc types;
    private final EntityManager entities;
    private final TransactionTemplate transaction;

    Placeholders(
            Practices practices,
            IResourceTypeCacheSvc types,
            EntityManager entities,
            PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
        this.practices = practices;
        this.types = types;
        this.entities = entities;
    }

    /** Whether this id was referred to but never stored. */
    public boolean stands(String type, String id) {
        Boolean stands = transaction.execute(
                status -> row(type, id).map(Placeholders::isPlaceholder).orElse(false));
        return Boolean.TRUE.equals(stands);
    }

    /** The row of this id: resource, deleted resource or placeholder. */
    Optional<ResourceTable> row(String type, String id) {
        return entities.createQuery(ROW, ResourceTable.class)
                .setParameter("partition", practices.present())
                .setParameter("type", type)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    static boolean isPlaceholder(ResourceTable row) {
        return row.isDeleted() && row.getVersion() == 0;
    }

    /** The row of this id, whatever it is, or a new placeholder. */
    ResourceTable standing(IIdType target) {
        String type = target.getResourceType();
        return row(type, target.getIdPart()).orElseGet(() -> create(type, target.getIdPart()));
    }

    /** Whether it is a number that this server may still give to a resource to come. */
    boolean isToCome(IIdType target) {
        if (!target.isIdPartValidLong()) {
            return false;
        }
        Long newest = entities.createQuery(NEWEST, Long.class).getSingleResult();
        return newest == null || target.getIdPartAsLong() > newest;
    }

    /** Makes the row in the transaction that refers to it. */
    ResourceTable create(String type, String id) {
        Timestamp now = Timestamp.from(Instant.now());
        entities.createNativeQuery(INSERT)
                .setParameter("pid", nextPid())
                .setParameter("partition", practices.present())
                .setParameter("type", type)
                .setParameter("typeId", types.getResourceTypeId(type))
                .setParameter("id", id)
                .setParameter("now", now)
                .executeUpdate();
        return row(type, id).orElseThrow();
    }

    private long nextPid() {
        Session session = entities.unwrap(Session.class);
        String nextValue = session.getSessionFactory()
                .unwrap(SessionFactoryImplementor.class)
                .getJdbcServices()
                .getDialect()
                .getSequenceSupport()
                .getSequenceNextValString("SEQ_RESOURCE_ID");
        return ((Number) entities.createNativeQuery(nextValue).getSingleResult()).longValue();
    }
}
