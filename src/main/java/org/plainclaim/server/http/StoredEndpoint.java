package org.plainclaim.server.http;

import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.model.DaoMethodOutcome;
import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.Delete;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Patch;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.PatchTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import org.hl7.fhir.instance.model.api.IBaseParameters;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.search.SearchReader;
import org.plainclaim.server.search.ShapingCheck;

/** Read, create, update, patch and delete for one stored type. */
public final class StoredEndpoint<T extends IBaseResource> implements IResourceProvider {
    private final IFhirResourceDao<T> dao;
    private final SearchReader conditions;

    public StoredEndpoint(IFhirResourceDao<T> dao, SearchReader conditions) {
        this.dao = dao;
        this.conditions = conditions;
    }

    @Override
    public Class<T> getResourceType() {
        return dao.getResourceType();
    }

    /** The current version, or the one named. */
    @Read(version = true)
    public IBaseResource read(@IdParam IIdType id, RequestDetails request) {
        ShapingCheck.checkAll(request.getParameters());
        if (id.hasVersionIdPart() && !id.getVersionIdPart().matches("[0-9]{1,18}")) {
            throw new ResourceNotFoundException(id.toUnqualifiedVersionless().getValue() + " has no version '"
                    + id.getVersionIdPart() + "'; its history lists those it has.");
        }
        T found = dao.read(id, request);
        if (found == null) {
            // the caller may not see this version, and so not know that there is one
            throw new ResourceNotFoundException("Resource " + id.toUnqualified().getValue() + " is not known");
        }
        return ReadConditions.answer(found, request);
    }

    /** Creates, unless {@code If-None-Exist} finds one. */
    @Create
    public MethodOutcome create(
            @ResourceParam T resource, @ConditionalUrlParam @Nullable String condition, RequestDetails request) {
        check(condition);
        return condition == null ? dao.create(resource, request) : dao.create(resource, condition, request);
    }

    /** Updates, or creates under the id that the client chose. */
    @Update
    public MethodOutcome update(
            @ResourceParam T resource,
            @IdParam IIdType id,
            @ConditionalUrlParam @Nullable String condition,
            RequestDetails request) {
        check(condition);
        PlainIds.refuseDots(resource.getIdElement().getIdPart());
        boolean plain =
                condition == null || new ConditionalIds(conditions).createsUnder(dao, resource, condition, request);
        DaoMethodOutcome outcome = plain ? dao.update(resource, request) : dao.update(resource, condition, request);
        if ("1".equals(outcome.getId().getVersionIdPart()) && !outcome.isNop()) {
            // it filled a placeholder, which HAPI counts as a change
            outcome.setCreated(true);
        }
        return outcome;
    }

    /** Changes parts of a resource by JSON Patch, XML Patch or FHIRPath Patch. */
    @Patch
    @SuppressWarnings("TooManyParameters")
    public MethodOutcome patch(
            @IdParam @Nullable IIdType id,
            @ConditionalUrlParam @Nullable String condition,
            RequestDetails request,
            @ResourceParam @Nullable String body,
            PatchTypeEnum type,
            @ResourceParam @Nullable IBaseParameters parameters) {
        check(condition);
        if (condition == null && (id == null || !id.hasIdPart())) {
            throw new InvalidRequestException("The URL says neither which resource to patch nor by what to find it; add"
                    + " the id, such as Patient/7, or a condition, such as ?identifier=...");
        }
        if (body == null || body.isBlank()) {
            throw new InvalidRequestException("The body is empty; send the patch.");
        }
        if (type == PatchTypeEnum.XML_PATCH && !body.contains("<diff")) {
            throw new InvalidRequestException("The body is not an XML Patch; its root must be <diff>.");
        }
        return dao.patch(id, condition, type, body, parameters, request);
    }

    /** Deletes one resource; a condition that finds several deletes none. */
    @Delete
    public MethodOutcome delete(
            @IdParam @Nullable IIdType id, @ConditionalUrlParam @Nullable String condition, RequestDetails request) {
        check(condition);
        return condition == null
                ? dao.delete(versioned(id, request.getHeader("If-Match")), request)
                : dao.deleteByUrl(condition, request);
    }

    private void check(@Nullable String condition) {
        if (condition != null) {
            conditions.checkCondition(getResourceType().getSimpleName(), condition);
        }
    }

    /** HAPI looks at If-Match in updates only. */
    private static @Nullable IIdType versioned(@Nullable IIdType id, @Nullable String ifMatch) {
        if (id == null || ifMatch == null) {
            return id;
        }
        String version = ifMatch.replaceAll("^(W/)?\"|\"$", "").strip();
        if (!version.matches("[0-9]{1,18}")) {
            throw new PreconditionFailedException(
                    "If-Match '" + ifMatch + "' names no version of this resource; send the ETag of its last read.");
        }
        return id.withVersion(version);
    }
}
