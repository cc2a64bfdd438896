package org.plainclaim.server.profile;

import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.context.support.ValidationSupportContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;

/** The shapes of definitions, each compiled when it is first met. */
final class Library {
    static final String R4 = "http://hl7.org/fhir/StructureDefinition/";

    private final IValidationSupport support;
    private final Probes probes;
    private final Map<String, Shape> shapes = new ConcurrentHashMap<>();
    private final Map<String, Rule> rules = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Set<String> resources = new HashSet<>();

    Library(IValidationSupport support, Probes probes) {
        this.support = support;
        this.probes = probes;
        List<StructureDefinition> all = Objects.requireNonNull(support.fetchAllStructureDefinitions());
        for (StructureDefinition definition : all) {
            known.add(definition.getUrl());
            if (definition.getKind() == StructureDefinition.StructureDefinitionKind.RESOURCE) {
                resources.add(definition.getType());
            }
        }
    }

    /** Whether a definition of this URL is known, compiled or not. */
    boolean knows(String url) {
        return known.contains(url);
    }

    boolean isResource(String type) {
        return resources.contains(type);
    }

    Shape type(String code) {
        return shape(R4 + code);
    }

    /**
     * The shape of a definition.
     *
     * @throws Doubt if the definition says what is not compiled
     */
    Shape shape(String url) {
        Shape found = shapes.get(url);
        return found != null ? found : compile(url);
    }

    private synchronized Shape compile(String url) {
        Shape made = shapes.get(url);
        if (made == null) {
            try {
                made = new ShapeCompiler(this, definition(url)).compile();
            } catch (UnsupportedDefinitionException unsupported) {
                throw Doubt.uncovered(String.valueOf(unsupported.getMessage()));
            }
            shapes.put(url, made);
        }
        return made;
    }

    /** Compiled once, however often an element repeats it. */
    synchronized Rule rule(String key, String expression) {
        return rules.computeIfAbsent(key + " " + expression, any -> Rule.of(key, expression));
    }

    String probe(String type, ElementDefinition element) {
        return probes.register(type, element);
    }

    private StructureDefinition definition(String url) {
        if (!(support.fetchStructureDefinition(url) instanceof StructureDefinition definition)) {
            throw new UnsupportedDefinitionException("no definition " + url);
        }
        if (definition.hasSnapshot()) {
            return definition;
        }
        return (StructureDefinition) Objects.requireNonNull(
                support.generateSnapshot(new ValidationSupportContext(support), definition.copy(), url, "", ""));
    }
}
