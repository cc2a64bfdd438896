package org.plainclaim.server.store;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.model.cross.IResourceLookup;
import ca.uhn.fhir.jpa.model.cross.JpaResourceLookup;
import ca.uhn.fhir.jpa.model.dao.JpaPid;
import ca.uhn.fhir.jpa.model.entity.ResourceTable;
import ca.uhn.fhir.jpa.searchparam.extractor.IResourceLinkResolver;
import ca.uhn.fhir.jpa.searchparam.extractor.PathAndRef;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.storage.TransactionDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.jspecify.annotations.Nullable;

/**
 * Resolves references so that resources may arrive in any order.
 *
 * <p>A target that the client names but has not sent yet gets a placeholder; a target of a type that is not stored here
 * is kept as text. A number is an id that only this server gives out, so a missing one is the client's mistake; but one
 * who may not see all of the type is not told which ids there are: every reference is taken then.
 */
final class LenientLinks implements IResourceLinkResolver {
    private static final Set<String> STORED = Set.copyOf(StoredTypes.offeredNames());

    private final IResourceLinkResolver existing;
    private final Placeholders placeholders;
    private final Supplier<ReferenceSight> sight;

    LenientLinks(IResourceLinkResolver existing, Placeholders placeholders, Supplier<ReferenceSight> sight) {
        this.sight = sight;
        this.existing = existing;
        this.placeholders = placeholders;
    }

    @Override
    public @Nullable IResourceLookup<?> findTargetResource(
            RequestPartitionId partition,
            String sourceType,
            PathAndRef link,
            RequestDetails request,
            TransactionDetails transaction) {
        IIdType target = link.getRef().getReferenceElement();
        if (!STORED.contains(target.getResourceType())) {
            return null;
        }
        try {
            return existing.findTargetResource(partition, sourceType, link, request, transaction);
        } catch (InvalidRequestException missing) {
            boolean hidden = request != null && !sight.get().seesAll(request, target.getResourceType());
            if (hidden && placeholders.isToCome(target)) {
                return null;
            }
            JpaResourceLookup found = lookup(
                    hidden
                            ? placeholders.standing(target)
                            : placeholder(target, link.getPath().replaceAll("\\.where\\(.*\\)", "")));
            transaction.addResolvedResourceId(target, found.getPersistentId());
            return found;
        }
    }

    @Override
    public @Nullable IBaseResource loadTargetResource(
            RequestPartitionId partition,
            String sourceType,
            PathAndRef link,
            RequestDetails request,
            TransactionDetails transaction) {
        return existing.loadTargetResource(partition, sourceType, link, request, transaction);
    }

    @Override
    public void validateTypeOrThrowException(Class<? extends IBaseResource> type) {
        // a reference to a type that is not stored here is kept, so every type is good
    }

    private ResourceTable placeholder(IIdType target, String path) {
        String name = target.getResourceType() + "/" + target.getIdPart();
        Optional<ResourceTable> row = placeholders.row(target.getResourceType(), target.getIdPart());
        if (row.isPresent() && !Placeholders.isPlaceholder(row.get())) {
            throw new UnprocessableEntityException(path + " refers to " + name
                    + ", which was deleted; send it again with PUT " + name + " or correct the reference.");
        }
        if (target.getIdPart().matches("\\.{1,2}")) {
            throw new UnprocessableEntityException(
                    path + " refers to " + name + ", an id that no URL can carry; correct the reference.");
        }
        if (row.isEmpty() && target.isIdPartValidLong()) {
            throw new UnprocessableEntityException(
                    path + " refers to " + name + ", which does not exist; create it first, or correct the reference.");
        }
        return row.orElseGet(() -> placeholders.create(target.getResourceType(), target.getIdPart()));
    }

    private static JpaResourceLookup lookup(ResourceTable row) {
        JpaPid pid = row.getPersistentId();
        return new JpaResourceLookup(row.getResourceType(), row.getFhirId(), pid, null, row.getPartitionId());
    }
}
