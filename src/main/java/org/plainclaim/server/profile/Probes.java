package org.plainclaim.server.profile;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.IValidationSupport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionBindingComponent;
import org.hl7.fhir.r4.model.Enumerations;
import org.hl7.fhir.r4.model.Enumerations.BindingStrength;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;

/**
 * The smallest resources with which the stock validator can be asked about one coded value.
 *
 * <p>For each type and binding there is an extension whose value has that type and that binding.
 */
final class Probes implements IValidationSupport {
    private static final String BASE = "https://plainclaim.org/fhir/StructureDefinition/probe-";

    private final FhirContext fhir;
    private final Map<String, String> urls = new ConcurrentHashMap<>();
    private final Map<String, StructureDefinition> definitions = new ConcurrentHashMap<>();

    Probes(FhirContext fhir) {
        this.fhir = fhir;
    }

    @Override
    public FhirContext getFhirContext() {
        return fhir;
    }

    @Override
    public @Nullable IBaseResource fetchStructureDefinition(String url) {
        return definitions.get(url);
    }

    /** The URL of the probe for this type and the binding of this element. */
    String register(String type, ElementDefinition element) {
        ElementDefinitionBindingComponent binding = element.getBinding();
        boolean bound = element.hasBinding() && binding.getStrength() != BindingStrength.EXAMPLE;
        String key = type + (bound ? " " + binding.getStrength().toCode() + " " + binding.getValueSet() : "");
        return urls.computeIfAbsent(key, any -> {
            String url = BASE + (urls.size() + 1) + "-" + type;
            definitions.put(url, definition(url, type, bound ? binding.copy() : null));
            return url;
        });
    }

    static ObjectNode resource(String probe, JsonNode value) {
        String type = probe.substring(probe.lastIndexOf('-') + 1);
        ObjectNode resource = JsonNodeFactory.instance.objectNode().put("resourceType", "Basic");
        resource.putObject("code").put("text", "probe");
        ObjectNode extension = resource.putArray("extension").addObject().put("url", probe);
        extension.set("value" + Character.toUpperCase(type.charAt(0)) + type.substring(1), value);
        return resource;
    }

    private static StructureDefinition definition(
            String url, String type, @Nullable ElementDefinitionBindingComponent binding) {
        StructureDefinition made = new StructureDefinition();
        made.setUrl(url).setName("Probe").setStatus(Enumerations.PublicationStatus.ACTIVE);
        made.setId(url.substring(url.lastIndexOf('/') + 1));
        made.setFhirVersion(Enumerations.FHIRVersion._4_0_1);
        made.setKind(StructureDefinition.StructureDefinitionKind.COMPLEXTYPE).setAbstract(false);
        made.setType("Extension").setBaseDefinition(Library.R4 + "Extension");
        made.setDerivation(StructureDefinition.TypeDerivationRule.CONSTRAINT);
        made.addContext()
                .setType(StructureDefinition.ExtensionContextType.ELEMENT)
                .setExpression("Basic");
        made.getDifferential().addElement().setPath("Extension").setId("Extension");
        made.getDifferential()
                .addElement()
                .setPath("Extension.url")
                .setFixed(new UriType(url))
                .setId("Extension.url");
        ElementDefinition value = made.getDifferential()
                .addElement()
                .setPath("Extension.value[x]")
                .setMin(1);
        value.setId("Extension.value[x]");
        value.addType().setCode(type);
        if (binding != null) {
            value.setBinding(binding);
        }
        return made;
    }
}
