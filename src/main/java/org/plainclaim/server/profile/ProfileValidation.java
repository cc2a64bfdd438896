package org.plainclaim.server.profile;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.conformance.Definitions;

/**
 * Validation against R4 and our profiles: the compiled checks first, the stock validator where they have a doubt.
 *
 * <p>Both are made when first needed, because R4's definitions take seconds to load.
 */
public final class ProfileValidation {
    /** Decimals keep their digits: 190.00 is an amount, and not 1.9E+2. */
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final FhirContext fhir;
    private final Set<String> own;
    private final Lazy<StockValidator> stock;
    private final Lazy<CompiledProfiles> compiled;

    /**
     * Validates.
     *
     * @param definitions the profiles, extensions and code lists that ship
     * @param codes what is known of the codes of other systems
     */
    public ProfileValidation(FhirContext fhir, Definitions definitions, ForeignCodes codes) {
        this.fhir = fhir;
        List<MetadataResource> all = new ArrayList<>(definitions.of(StructureDefinition.class));
        all.addAll(definitions.of(CodeSystem.class));
        all.addAll(definitions.of(ValueSet.class));
        own = definitions.of(StructureDefinition.class).stream()
                .filter(definition -> definition.getKind() == StructureDefinitionKind.RESOURCE)
                .map(StructureDefinition::getUrl)
                .collect(Collectors.toUnmodifiableSet());
        stock = new Lazy<>(() -> new StockValidator(fhir, all, codes));
        compiled = new Lazy<>(() -> new CompiledProfiles(stock.get()));
    }

    /**
     * Everything that the stock validator has to say.
     *
     * @param resource JSON or XML
     * @param profiles further profiles, beside those in {@code meta.profile}
     */
    public OperationOutcome validate(String resource, List<String> profiles) {
        return (OperationOutcome) stock.get().validate(resource, profiles).toOperationOutcome();
    }

    /** The profiles of ours that the resource says it is held to, without their versions. */
    public List<String> claimed(Resource resource) {
        return resource.getMeta().getProfile().stream()
                .map(CanonicalType::getValue)
                .filter(url -> url != null)
                .map(url -> url.replaceFirst("\\|.*", ""))
                .filter(own::contains)
                .distinct()
                .toList();
    }

    /**
     * What the stock validator has against storing the resource under these profiles; null if it has nothing.
     *
     * <p>Other profiles that the resource names are not looked at, nor is the id, which storing may change.
     */
    public @Nullable OperationOutcome objections(Resource resource, List<String> profiles) {
        ObjectNode json = json(fhir.newJsonParser().encodeResourceToString(resource));
        if (compiled.get().judge(json, profiles).answer() == Judgement.Answer.VALID) {
            return null;
        }
        String text = json.toString();
        return stock.get().accepts(text, profiles) ? null : validate(text, profiles);
    }

    private static ObjectNode json(String text) {
        try {
            ObjectNode resource = (ObjectNode) JSON.readTree(text);
            resource.remove("id");
            JsonNode meta = resource.path("meta");
            if (meta instanceof ObjectNode object) {
                object.remove("profile");
                if (object.isEmpty()) {
                    resource.remove("meta");
                }
            }
            return resource;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("HAPI wrote what is not JSON", impossible);
        }
    }
}
