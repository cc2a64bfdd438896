package org.plainclaim.server.confidentiality;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.plainclaim.confidentiality.Content;
import org.plainclaim.confidentiality.Content.Kind;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.fhir.Systems;

/** What a resource says that labels depend on, wherever in it that stands: its codes, and what it refers to. */
final class Written {
    /** Types whose labels go over to what refers to them. */
    private static final Set<String> SOURCES =
            Set.of("Organization", "Encounter", "Claim", "ClaimResponse", "ExplanationOfBenefit");

    private final String reference;
    private final List<Content.Code> codes = new ArrayList<>();
    private final Set<String> references = new LinkedHashSet<>();

    private Written(String reference) {
        this.reference = reference;
    }

    static Written in(Resource resource) {
        Written written =
                new Written(resource.fhirType() + "/" + resource.getIdElement().getIdPart());
        written.visit(resource);
        return written;
    }

    List<Content.Code> codes() {
        return codes;
    }

    /** References to what it comes from, as {@code Type/id} where they are literal, else as they are written. */
    Set<String> sources() {
        return references;
    }

    private void visit(Base element) {
        for (Property property : element.children()) {
            if (property.hasValues()) {
                for (Base value : property.getValues()) {
                    take(property.getName(), value);
                }
            }
        }
    }

    private void take(String name, Base value) {
        if (value instanceof PrimitiveType || value instanceof Meta || value instanceof Narrative) {
            return;
        }
        if (value instanceof Coding coding) {
            code(coding);
        } else if (value instanceof Reference target) {
            source(target).ifPresent(references::add);
        } else if (!name.equals("identifier")) {
            visit(value);
        }
    }

    private void code(Coding coding) {
        String code = coding.getCode();
        kind(String.valueOf(coding.getSystem())).filter(kind -> code != null).ifPresent(kind -> {
            Evidence evidence = new Evidence(reference, "code", code);
            codes.add(new Content.Code(kind, Fact.of(code, evidence)));
        });
    }

    private static Optional<Kind> kind(String system) {
        if (system.equals(Systems.ICD10CM)) {
            return Optional.of(Kind.DIAGNOSIS);
        }
        if (system.equals(Systems.LOINC)) {
            return Optional.of(Kind.QUESTION);
        }
        return Systems.procedureCodes(system) ? Optional.of(Kind.PROCEDURE) : Optional.empty();
    }

    private static Optional<String> source(Reference target) {
        String text = target.getReference();
        if (text == null && target.hasIdentifier()) {
            return Optional.of(alias(target.getIdentifier()));
        }
        if (text == null || text.startsWith("#")) {
            return Optional.empty();
        }
        IdType id = new IdType(text);
        boolean literal = id.hasIdPart() && SOURCES.contains(String.valueOf(id.getResourceType()));
        if (literal) {
            return Optional.of(id.getResourceType() + "/" + id.getIdPart());
        }
        return text.startsWith("urn:") || text.contains("?") ? Optional.of(text) : Optional.empty();
    }

    /** The name of whatever bears an identifier. */
    static String alias(Identifier identifier) {
        return "identifier:" + identifier.getSystem() + "|" + identifier.getValue();
    }

    /** References of who wrote a resource. */
    static Set<String> authors(Resource resource) {
        Set<String> authors = new LinkedHashSet<>();
        for (String element : new String[] {"author", "performer", "recorder"}) {
            Property property = resource.getNamedProperty(element);
            if (property != null && property.hasValues()) {
                for (Base value : property.getValues()) {
                    if (value instanceof Reference reference && reference.getReference() != null) {
                        authors.add(reference.getReference());
                    }
                }
            }
        }
        return authors;
    }

    /** The patient that a resource is about, as {@code Patient/id}; empty if it names none of ours. */
    static Optional<String> patient(Resource resource) {
        for (String element : new String[] {"subject", "patient"}) {
            Property property = resource.getNamedProperty(element);
            if (property != null
                    && property.hasValues()
                    && property.getValues().get(0) instanceof Reference reference
                    && reference.getReference() != null) {
                IdType id = new IdType(reference.getReference());
                if ("Patient".equals(id.getResourceType())) {
                    return Optional.of("Patient/" + id.getIdPart());
                }
            }
        }
        return Optional.empty();
    }

    /** The encounter that a resource belongs to, by its plain reference; empty if it names none. */
    static Optional<String> encounter(Resource resource) {
        for (String element : new String[] {"encounter", "context"}) {
            Property property = resource.getNamedProperty(element);
            if (property != null && property.hasValues()) {
                Base value = property.getValues().get(0);
                if (value instanceof Reference reference && reference.hasReference()) {
                    return Optional.of(reference.getReference());
                }
                if (value instanceof org.hl7.fhir.r4.model.DocumentReference.DocumentReferenceContextComponent context
                        && context.hasEncounter()) {
                    return Optional.ofNullable(context.getEncounterFirstRep().getReference());
                }
            }
        }
        return Optional.empty();
    }
}
