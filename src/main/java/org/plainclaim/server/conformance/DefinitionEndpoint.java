package org.plainclaim.server.conformance;

import ca.uhn.fhir.model.api.IQueryParameterOr;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.param.StringOrListParam;
import ca.uhn.fhir.rest.param.StringParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.UriOrListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MetadataResource;
import org.jspecify.annotations.Nullable;

/** Reads and searches the definitions of one kind; they live in memory and can not be changed over HTTP. */
public final class DefinitionEndpoint implements IResourceProvider {
    /** The search parameters that work here, with their types. */
    static final List<String> SEARCH_PARAMETERS = List.of("_id", "url", "name");

    private final Class<? extends MetadataResource> kind;
    private final Supplier<List<? extends MetadataResource>> definitions;

    public DefinitionEndpoint(Class<? extends MetadataResource> kind, Definitions definitions) {
        this(kind, definitions, List::of);
    }

    /**
     * Definitions that ship, and others that are made when they are asked for.
     *
     * @param others what there is at the moment
     */
    public DefinitionEndpoint(
            Class<? extends MetadataResource> kind,
            Definitions definitions,
            Supplier<List<? extends MetadataResource>> others) {
        this.kind = kind;
        List<? extends MetadataResource> shipped = definitions.of(kind);
        this.definitions =
                () -> Stream.concat(shipped.stream(), others.get().stream()).toList();
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return kind;
    }

    /** The definition with this id. */
    @Read
    public IBaseResource read(@IdParam IdType id) {
        return definitions.get().stream()
                .filter(definition -> definition.getIdElement().getIdPart().equals(id.getIdPart()))
                .findFirst()
                .orElseThrow(() -> new ResourceNotFoundException("There is no " + kind.getSimpleName() + " '"
                        + id.getIdPart() + "'; list them with GET " + kind.getSimpleName() + "."));
    }

    /** The definitions that match every parameter given. */
    @Search
    public List<IBaseResource> search(
            @OptionalParam(name = "_id") @Nullable TokenOrListParam id,
            @OptionalParam(name = "url") @Nullable UriOrListParam url,
            @OptionalParam(name = "name") @Nullable StringOrListParam name) {
        refuseMissing(id, url, name);
        Predicate<MetadataResource> wanted = definition -> (id == null || hasId(definition, id))
                && (url == null || hasUrl(definition, url))
                && (name == null || hasName(definition, name));
        return definitions.get().stream()
                .filter(wanted)
                .map(IBaseResource.class::cast)
                .toList();
    }

    /** All three are always there, so nobody needs to ask which definitions lack one. */
    private static void refuseMissing(@Nullable IQueryParameterOr<?>... parameters) {
        for (IQueryParameterOr<?> parameter : parameters) {
            if (parameter != null
                    && parameter.getValuesAsQueryTokens().stream().anyMatch(value -> value.getMissing() != null)) {
                throw new InvalidRequestException(
                        "The modifier :missing is not possible here; _id, url and name are never missing.");
            }
        }
    }

    private static boolean hasId(MetadataResource definition, TokenOrListParam ids) {
        return ids.getValuesAsQueryTokens().stream()
                .anyMatch(id -> definition.getIdElement().getIdPart().equals(id.getValue()));
    }

    private static boolean hasUrl(MetadataResource definition, UriOrListParam urls) {
        return urls.getValuesAsQueryTokens().stream()
                .anyMatch(url -> definition.getUrl().equals(url.getValue()));
    }

    private static boolean hasName(MetadataResource definition, StringOrListParam names) {
        return names.getValuesAsQueryTokens().stream().anyMatch(name -> matches(definition.getName(), name));
    }

    private static boolean matches(@Nullable String name, StringParam wanted) {
        if (name == null) {
            return false;
        }
        if (wanted.isExact()) {
            return name.equals(wanted.getValue());
        }
        String small = name.toLowerCase(Locale.ROOT);
        String start = wanted.getValue().toLowerCase(Locale.ROOT);
        return wanted.isContains() ? small.contains(start) : small.startsWith(start);
    }
}
