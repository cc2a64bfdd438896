package org.plainclaim.server.search;

import ca.uhn.fhir.context.BaseRuntimeElementDefinition;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.ResourceType;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;
import org.jspecify.annotations.Nullable;

/**
 * The names, kinds and bases of R4's types as bare StructureDefinitions.
 *
 * <p>The FHIRPath of search parameters needs no more; the full definitions take seconds to load.
 */
final class TypeNames implements IValidationSupport {
    private static final String PREFIX = "http://hl7.org/fhir/StructureDefinition/";

    private final FhirContext fhir;
    private final Map<String, StructureDefinition> types = new LinkedHashMap<>();

    TypeNames(FhirContext fhir) {
        this.fhir = fhir;
        add("Element", StructureDefinitionKind.COMPLEXTYPE, null);
        add("BackboneElement", StructureDefinitionKind.COMPLEXTYPE, "Element");
        add("Resource", StructureDefinitionKind.RESOURCE, null);
        add("DomainResource", StructureDefinitionKind.RESOURCE, "Resource");
        for (BaseRuntimeElementDefinition<?> element : fhir.getElementDefinitions()) {
            add(element);
        }
        for (ResourceType type : ResourceType.values()) {
            boolean plain =
                    type == ResourceType.Bundle || type == ResourceType.Binary || type == ResourceType.Parameters;
            add(type.name(), StructureDefinitionKind.RESOURCE, plain ? "Resource" : "DomainResource");
        }
    }

    @Override
    public FhirContext getFhirContext() {
        return fhir;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T extends IBaseResource> List<T> fetchAllStructureDefinitions() {
        return (List<T>) List.copyOf(types.values());
    }

    @Override
    public @Nullable IBaseResource fetchStructureDefinition(String url) {
        return url.startsWith(PREFIX) ? types.get(url.substring(PREFIX.length())) : null;
    }

    @Override
    public <T extends IBaseResource> @Nullable T fetchResource(@Nullable Class<T> kind, String url) {
        return kind == StructureDefinition.class ? kind.cast(fetchStructureDefinition(url)) : null;
    }

    private void add(BaseRuntimeElementDefinition<?> element) {
        switch (element.getChildType()) {
            case PRIMITIVE_DATATYPE, ID_DATATYPE, PRIMITIVE_XHTML, PRIMITIVE_XHTML_HL7ORG -> add(
                    element.getName(), StructureDefinitionKind.PRIMITIVETYPE, base(element));
            case COMPOSITE_DATATYPE -> add(element.getName(), StructureDefinitionKind.COMPLEXTYPE, base(element));
            default -> {
                // backbone elements have no definition of their own
            }
        }
    }

    private String base(BaseRuntimeElementDefinition<?> element) {
        BaseRuntimeElementDefinition<?> parent = null;
        Class<?> superclass = element.getImplementingClass().getSuperclass();
        for (BaseRuntimeElementDefinition<?> candidate : fhir.getElementDefinitions()) {
            if (candidate.getImplementingClass() == superclass) {
                parent = candidate;
            }
        }
        return parent == null ? "Element" : parent.getName();
    }

    private void add(String name, StructureDefinitionKind kind, @Nullable String base) {
        StructureDefinition type = new StructureDefinition();
        type.setUrl(PREFIX + name).setName(name).setType(name).setKind(kind);
        type.setDerivation(TypeDerivationRule.SPECIALIZATION);
        if (base != null) {
            type.setBaseDefinition(PREFIX + base);
        }
        types.put(name, type);
    }
}
