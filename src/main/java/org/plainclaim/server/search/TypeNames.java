package org.plainclaim.server.search;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Enumerations.FHIRAllTypes;
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

    private static final Set<String> RESOURCES = Stream.concat(
                    Stream.of("Resource", "DomainResource"),
                    Arrays.stream(ResourceType.values()).map(ResourceType::name))
            .collect(Collectors.toUnmodifiableSet());

    private final FhirContext fhir;
    private final Map<String, StructureDefinition> types = new LinkedHashMap<>();

    TypeNames(FhirContext fhir) {
        this.fhir = fhir;
        for (FHIRAllTypes type : FHIRAllTypes.values()) {
            if (type != FHIRAllTypes.NULL) {
                add(type.toCode());
            }
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
        if (!url.startsWith(PREFIX) || url.length() == PREFIX.length()) {
            return null;
        }
        String name = url.substring(PREFIX.length());
        // R4's own composite parameters write DateTime for dateTime
        String primitive = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        return types.getOrDefault(name, types.get(primitive));
    }

    @Override
    public <T extends IBaseResource> @Nullable T fetchResource(@Nullable Class<T> kind, String url) {
        return kind == StructureDefinition.class ? kind.cast(fetchStructureDefinition(url)) : null;
    }

    private void add(String name) {
        StructureDefinition type = new StructureDefinition();
        type.setUrl(PREFIX + name).setName(name).setType(name).setKind(kind(name));
        type.setDerivation(TypeDerivationRule.SPECIALIZATION);
        String base = base(name);
        if (!base.isEmpty()) {
            type.setBaseDefinition(PREFIX + base);
        }
        types.put(name, type);
    }

    private static StructureDefinitionKind kind(String name) {
        if (RESOURCES.contains(name)) {
            return StructureDefinitionKind.RESOURCE;
        }
        return Character.isLowerCase(name.charAt(0))
                ? StructureDefinitionKind.PRIMITIVETYPE
                : StructureDefinitionKind.COMPLEXTYPE;
    }

    private static String base(String name) {
        return switch (name) {
            case "Element", "Resource" -> "";
            case "DomainResource", "Bundle", "Binary", "Parameters" -> "Resource";
            case "code", "id", "markdown" -> "string";
            case "url", "uuid", "oid", "canonical" -> "uri";
            case "positiveInt", "unsignedInt" -> "integer";
            case "Age", "Count", "Distance", "Duration", "MoneyQuantity", "SimpleQuantity" -> "Quantity";
            case "Timing", "Dosage" -> "BackboneElement";
            default -> RESOURCES.contains(name) ? "DomainResource" : "Element";
        };
    }
}
