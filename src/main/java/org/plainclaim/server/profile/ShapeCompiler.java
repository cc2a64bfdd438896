package org.plainclaim.server.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.ElementDefinition.ConstraintSeverity;
import org.hl7.fhir.r4.model.ElementDefinition.ElementDefinitionConstraintComponent;
import org.hl7.fhir.r4.model.ElementDefinition.TypeRefComponent;
import org.hl7.fhir.r4.model.Enumerations.BindingStrength;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionContextComponent;
import org.jspecify.annotations.Nullable;

/** Compiles one StructureDefinition; what it can not express is refused, so that nothing is lost without a word. */
final class ShapeCompiler {
    /** Rules that {@link Walk} and {@link SimpleValues} hold in their own words. */
    private static final Set<String> HELD_BY_HAND =
            Set.of("ele-1", "dom-2", "dom-3", "dom-4", "dom-5", "ref-1", "txt-1", "txt-2");

    private static final Set<String> CODED =
            Set.of("CodeableConcept", "Coding", "Quantity", "Duration", "Age", "Count", "Distance");
    private static final String SYSTEM = "http://hl7.org/fhirpath/System.";
    private static final String FHIR_TYPE = Library.R4 + "structuredefinition-fhir-type";

    private final Library library;
    private final StructureDefinition definition;
    private final Snapshot snapshot;

    ShapeCompiler(Library library, StructureDefinition definition) {
        this.library = library;
        this.definition = definition;
        this.snapshot = new Snapshot(definition);
    }

    Shape compile() {
        Set<String> contexts = new HashSet<>();
        for (StructureDefinitionContextComponent context : definition.getContext()) {
            boolean element = "element".equals(context.getType().toCode());
            contexts.add(element ? context.getExpression() : "?");
        }
        if (definition.hasContextInvariant()) {
            throw new UnsupportedDefinitionException(definition.getUrl() + " has a context invariant");
        }
        ElementDefinition root = snapshot.root();
        return new Shape(root.getPath(), contexts, slots(root), rules(root));
    }

    private Shape inline(ElementDefinition element, String type) {
        List<Rule> rules =
                type.endsWith("Element") ? List.of() : library.type(type).rules();
        return new Shape(element.getPath(), Set.of(), slots(element), rules);
    }

    private Map<String, List<Property>> slots(ElementDefinition parent) {
        Map<String, List<Property>> slots = new LinkedHashMap<>();
        for (ElementDefinition child : snapshot.children(parent)) {
            String name = child.getPath().substring(child.getPath().lastIndexOf('.') + 1);
            String step = name.endsWith("[x]") ? name.substring(0, name.length() - 3) : name;
            slots.put(step, forms(child, step, name.endsWith("[x]")));
        }
        return slots;
    }

    private List<Property> forms(ElementDefinition element, String step, boolean choice) {
        Slot slot = slot(element, step);
        if (element.hasContentReference()) {
            String id = element.getContentReference().replaceFirst("^[^#]*#", "");
            return List.of(new Property(step, "BackboneElement", slot, backbone(id), Set.of(), null));
        }
        List<Property> forms = new ArrayList<>();
        for (TypeRefComponent type : element.getType()) {
            String code = code(type);
            String name = choice ? step + Character.toUpperCase(code.charAt(0)) + code.substring(1) : step;
            forms.add(new Property(name, code, slot, shape(element, type), targets(type), probe(code, element)));
        }
        return forms;
    }

    private Supplier<Shape> backbone(String id) {
        return new Lazy<>(() -> inline(snapshot.element(id), "BackboneElement"));
    }

    private Slot slot(ElementDefinition element, String step) {
        boolean extensions = step.equals("extension");
        List<Slice> slices = new ArrayList<>();
        for (ElementDefinition slice : snapshot.slices(element)) {
            if (!extensions) {
                throw new UnsupportedDefinitionException("a slice of " + element.getId());
            }
            slices.add(slice(slice));
        }
        if (element.hasPattern() || element.hasMinValue() || element.hasMaxValue() || element.hasMaxLength()) {
            throw new UnsupportedDefinitionException("a pattern or a limit at " + element.getId());
        }
        if (extensions && element.getSlicing().getRules() == ElementDefinition.SlicingRules.CLOSED) {
            throw new UnsupportedDefinitionException("closed slicing at " + element.getId());
        }
        boolean list = !element.getBase().getMax().matches("[01]");
        int min =
                Math.max(element.getMin(), slices.stream().mapToInt(Slice::min).sum());
        return new Slot(element.getPath(), min, max(element), list, fixed(element), rules(element), slices);
    }

    private Slice slice(ElementDefinition element) {
        List<CanonicalType> profiles = element.getTypeFirstRep().getProfile();
        boolean inline = !snapshot.children(element).isEmpty();
        if (inline == !profiles.isEmpty() || profiles.size() > 1) {
            throw new UnsupportedDefinitionException("the slice " + element.getId());
        }
        if (!inline) {
            return new Slice(profiles.get(0).getValue(), element.getMin(), max(element), rules(element), null);
        }
        String url = fixed(snapshot.element(element.getId() + ".url"));
        if (url == null) {
            throw new UnsupportedDefinitionException("a slice without a fixed url: " + element.getId());
        }
        return new Slice(
                url, element.getMin(), max(element), rules(element), new Lazy<>(() -> inline(element, "Extension")));
    }

    private @Nullable Supplier<Shape> shape(ElementDefinition element, TypeRefComponent type) {
        String code = code(type);
        if (Character.isLowerCase(code.charAt(0)) || code.equals("Resource")) {
            return null;
        }
        if (!snapshot.children(element).isEmpty()) {
            if (type.hasProfile()) {
                throw new UnsupportedDefinitionException("a profile of a type that is constrained: " + element.getId());
            }
            return new Lazy<>(() -> inline(element, code));
        }
        if (type.getProfile().size() > 1) {
            throw new UnsupportedDefinitionException("two profiles of one type: " + element.getId());
        }
        String url = type.hasProfile() ? type.getProfile().get(0).getValue() : Library.R4 + code;
        return new Lazy<>(() -> library.shape(url));
    }

    private static Set<String> targets(TypeRefComponent type) {
        Set<String> targets = new HashSet<>();
        for (CanonicalType target : type.getTargetProfile()) {
            if (!target.getValue().startsWith(Library.R4)) {
                throw new UnsupportedDefinitionException("a reference to the profile " + target.getValue());
            }
            targets.add(target.getValue().substring(Library.R4.length()));
        }
        return targets.contains("Resource") ? Set.of() : targets;
    }

    private @Nullable String probe(String type, ElementDefinition element) {
        boolean bound = element.hasBinding() && element.getBinding().getStrength() != BindingStrength.EXAMPLE;
        // a coding of a concept is judged with its concept, where one known code is enough
        boolean coded = CODED.contains(type)
                && !"CodeableConcept.coding".equals(element.getBase().getPath());
        return coded || (bound && !type.equals("BackboneElement")) ? library.probe(type, element) : null;
    }

    private List<Rule> rules(ElementDefinition element) {
        List<Rule> rules = new ArrayList<>();
        for (ElementDefinitionConstraintComponent constraint : element.getConstraint()) {
            if (constraint.getSeverity() == ConstraintSeverity.ERROR && !HELD_BY_HAND.contains(constraint.getKey())) {
                rules.add(library.rule(constraint.getKey(), String.valueOf(constraint.getExpression())));
            }
        }
        return rules;
    }

    private static @Nullable String fixed(ElementDefinition element) {
        if (element.hasFixed() && !element.getFixed().isPrimitive()) {
            throw new UnsupportedDefinitionException("a fixed object at " + element.getId());
        }
        return element.hasFixed() ? element.getFixed().primitiveValue() : null;
    }

    private static int max(ElementDefinition element) {
        return element.getMax().equals("*") ? Integer.MAX_VALUE : Integer.parseInt(element.getMax());
    }

    /** The FHIR type, where FHIR's own definitions name a type of FHIRPath. */
    private static String code(TypeRefComponent type) {
        if (!type.getCode().startsWith(SYSTEM)) {
            return type.getCode();
        }
        return type.hasExtension(FHIR_TYPE)
                ? type.getExtensionByUrl(FHIR_TYPE).getValue().primitiveValue()
                : "string";
    }
}
