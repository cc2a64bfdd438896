package org.plainclaim.server.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.ElementDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;

/** The elements of a definition by their ids, and which belong to which. */
final class Snapshot {
    private final Map<String, ElementDefinition> elements = new LinkedHashMap<>();
    private final Map<String, List<ElementDefinition>> children = new LinkedHashMap<>();
    private final Map<String, List<ElementDefinition>> slices = new LinkedHashMap<>();
    private final ElementDefinition root;

    Snapshot(StructureDefinition definition) {
        List<ElementDefinition> all = definition.getSnapshot().getElement();
        if (all.isEmpty()) {
            throw new UnsupportedDefinitionException(definition.getUrl() + " has no snapshot");
        }
        root = all.get(0);
        for (ElementDefinition element : all) {
            String id = element.getId();
            elements.put(id, element);
            int dot = id.lastIndexOf('.');
            int colon = id.indexOf(':', dot + 1);
            if (colon > 0) {
                slices.computeIfAbsent(id.substring(0, colon), key -> new ArrayList<>())
                        .add(element);
            } else if (dot > 0) {
                children.computeIfAbsent(id.substring(0, dot), key -> new ArrayList<>())
                        .add(element);
            }
        }
    }

    ElementDefinition root() {
        return root;
    }

    ElementDefinition element(String id) {
        ElementDefinition found = elements.get(id);
        if (found == null) {
            throw new UnsupportedDefinitionException("no element " + id);
        }
        return found;
    }

    List<ElementDefinition> children(ElementDefinition parent) {
        return children.getOrDefault(parent.getId(), List.of());
    }

    List<ElementDefinition> slices(ElementDefinition list) {
        return slices.getOrDefault(list.getId(), List.of());
    }
}
