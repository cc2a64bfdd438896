package org.plainclaim.server.confidentiality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;
import org.plainclaim.confidentiality.Labels;

/** Labels the entries of a transaction before any of them is stored, when they still refer to each other by name. */
final class BundleLabels {
    private final Labeller labeller;
    private final Set<String> partTwo = new HashSet<>();
    private final Map<String, Encounter> encounters = new HashMap<>();

    BundleLabels(Labeller labeller) {
        this.labeller = labeller;
    }

    /** An entry that gets labels. */
    private record Part(Set<String> names, Resource resource, Written written) {}

    void label(Bundle bundle) {
        List<Part> parts = new ArrayList<>();
        for (BundleEntryComponent entry : bundle.getEntry()) {
            Resource resource = entry.getResource();
            if (resource == null) {
                continue;
            }
            Set<String> names = names(entry);
            if (resource instanceof Organization organization && labeller.program(organization)) {
                partTwo.addAll(names);
            }
            if (resource instanceof Encounter encounter) {
                names.forEach(name -> encounters.put(name, encounter));
            }
            if (LabelledTypes.has(resource.fhirType())) {
                parts.add(new Part(names, resource, Written.in(resource)));
            }
        }
        follow(parts);
        parts.forEach(this::label);
    }

    private static Set<String> names(BundleEntryComponent entry) {
        Set<String> names = new HashSet<>();
        Resource resource = entry.getResource();
        if (entry.hasFullUrl()) {
            names.add(entry.getFullUrl());
        }
        if (resource.getIdElement().hasIdPart()) {
            names.add(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
        }
        if (entry.getRequest().hasUrl()) {
            names.add(entry.getRequest().getUrl());
        }
        return names;
    }

    private static Set<String> references(Encounter encounter) {
        return encounter.getIdElement().hasIdPart()
                ? Set.of("Encounter/" + encounter.getIdElement().getIdPart())
                : Set.of();
    }

    /** What refers to something of a program is of the program, and so on until nothing more is. */
    private void follow(List<Part> parts) {
        parts.stream().filter(part -> labeller.partTwo(part.written())).forEach(part -> partTwo.addAll(part.names()));
        boolean more = !partTwo.isEmpty();
        while (more) {
            more = false;
            for (Part part : parts) {
                boolean comes = part.written().sources().stream().anyMatch(partTwo::contains);
                more |= comes && partTwo.addAll(part.names());
            }
        }
    }

    private void label(Part part) {
        boolean ofProgram = part.names().stream().anyMatch(partTwo::contains);
        Labels labels = labeller.labels(part.resource(), part.written(), ofProgram);
        SecurityMeta.add(part.resource(), labeller.kept(part.names(), labels.codes()));
        if (Spreading.spreads(labels)) {
            Written.encounter(part.resource())
                    .map(encounters::get)
                    .ifPresent(encounter ->
                            SecurityMeta.add(encounter, labeller.kept(references(encounter), labels.codes())));
        }
    }
}
