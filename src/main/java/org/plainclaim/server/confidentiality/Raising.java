package org.plainclaim.server.confidentiality;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.plainclaim.confidentiality.Labels;
import org.plainclaim.server.confidentiality.LabelTable.Entry;

/** Raises the labels of a stored session to those of what is stored for it later. */
final class Raising {
    /** Labels that hide something from somebody, or that a disclosure asks for; only they need a row. */
    private final Set<String> matters;

    private final LabelTable labels;
    private final TagWriter tags;

    Raising(Rules rules, LabelTable labels, TagWriter tags) {
        this.matters = new TreeSet<>(rules.now().reading().labels());
        this.labels = labels;
        this.tags = tags;
    }

    boolean matters(Set<String> codes) {
        return !Collections.disjoint(matters, codes);
    }

    void encounterOf(Resource resource, Set<String> codes) {
        boolean spreads = codes.contains("R") && !codes.contains(Labels.PSYCHOTHERAPY);
        if (spreads && LabelledTypes.has(resource.fhirType())) {
            Written.encounter(resource)
                    .map(IdType::new)
                    .filter(id -> id.hasIdPart() && "Encounter".equals(id.getResourceType()))
                    .ifPresent(id -> raise("Encounter/" + id.getIdPart(), codes));
        }
    }

    private void raise(String encounter, Set<String> codes) {
        labels.lock(encounter);
        Set<String> there = labels.find(encounter).map(Entry::labels).orElse(Set.of());
        Set<String> lowered = labels.find(encounter).map(Entry::lowered).orElse(Set.of());
        Set<String> missing = new TreeSet<>(codes);
        missing.removeAll(there);
        missing.removeAll(lowered);
        if (!missing.isEmpty()) {
            tags.change(encounter, missing, Set.of());
            Set<String> all = new TreeSet<>(there);
            all.addAll(missing);
            labels.put(new Entry(encounter, all, Set.of(), lowered));
        }
    }
}
