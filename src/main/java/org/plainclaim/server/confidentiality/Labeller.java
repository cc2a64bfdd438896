package org.plainclaim.server.confidentiality;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.Composition;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Resource;
import org.plainclaim.confidentiality.Content;
import org.plainclaim.confidentiality.Content.Kind;
import org.plainclaim.confidentiality.Labels;
import org.plainclaim.confidentiality.PatientConsent;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;
import org.plainclaim.fhir.NoteProtection;
import org.plainclaim.fhir.confidentiality.ProgramReader;

/** Says which labels a resource gets: by what it says, by what it refers to, and by the consents of its patient. */
final class Labeller {
    private final FhirContext fhir;
    private final Rules rules;
    private final Readers readers;
    private final Tables tables;
    private final Clock clock;

    /**
     * What reads FHIR.
     *
     * @param notes tells notes that are kept apart
     * @param programs tells programs
     */
    record Readers(NoteProtection notes, ProgramReader programs) {}

    /** Where labels, programs and consents are found. */
    record Tables(LabelTable labels, ProgramTable programs, StoredConsents consents) {
        /** True if any of the sources is of a program under 42 CFR Part 2. */
        boolean partTwo(Set<String> sources) {
            return !sources.isEmpty() && Origins.of(this, sources, sources).partTwo(sources);
        }
    }

    Labeller(FhirContext fhir, Rules rules, Readers readers, Tables tables, Clock clock) {
        this.fhir = fhir;
        this.rules = rules;
        this.readers = readers;
        this.tables = tables;
        this.clock = clock;
    }

    /** The same at another time. */
    Labeller at(Clock time) {
        return new Labeller(fhir, rules, readers, tables, time);
    }

    /** The consents of a patient that are about disclosures. */
    List<PatientConsent> consents(String patient) {
        return tables.consents().of(patient);
    }

    /** True if what a resource refers to, as the store knows it, is of a program under 42 CFR Part 2. */
    boolean partTwo(Written written) {
        return tables.partTwo(written.sources());
    }

    /** The labels of a resource. */
    Labels labels(Resource resource, Written written, boolean partTwo) {
        List<Content.Code> codes = new ArrayList<>(written.codes());
        note(resource).ifPresent(codes::add);
        Evidence source = Evidence.missing(resource.fhirType(), "meta.security");
        Content content = new Content(codes, Fact.of(partTwo, source));
        Labels labels = rules.now().labelling().labels(content, LocalDate.now(clock));
        return labels.partTwo() && !consented(resource)
                ? labels.and(new Labels("", Set.of(), Set.of(), Set.of(Labels.NO_CONSENT)))
                : labels;
    }

    /** Those of some labels that nobody took off what one of these names is the reference of. */
    Set<String> kept(Set<String> names, Collection<String> codes) {
        Set<String> kept = new TreeSet<>(codes);
        if (!kept.isEmpty()) {
            tables.labels().find(names).values().forEach(entry -> kept.removeAll(entry.lowered()));
        }
        return kept;
    }

    /** What an organization says of itself. */
    boolean program(Organization organization) {
        return readers.programs()
                .kind(json(organization))
                .map(kind -> rules.now().labelling().program(kind, LocalDate.now(clock)))
                .orElse(false);
    }

    /** True if the patient has given some consent that is in force. */
    boolean consented(Resource resource) {
        return Written.patient(resource)
                .map(patient -> rules.now()
                        .disclosures()
                        .anyConsent(PatientConsent.PART_TWO, tables.consents().of(patient), LocalDate.now(clock)))
                .orElse(false);
    }

    /** True if a consent restricts what payers are told. */
    boolean restricts(Consent consent) {
        return tables.consents().reader().kinds(json(consent)).contains(PatientConsent.SELF_PAY);
    }

    private Optional<Content.Code> note(Resource resource) {
        if (!(resource instanceof Composition || resource instanceof DocumentReference || notelike(resource))) {
            return Optional.empty();
        }
        String reference = resource.fhirType() + "/" + resource.getIdElement().getIdPart();
        return readers.notes()
                .of(new org.plainclaim.fhir.Resource(reference, resource.fhirType(), json(resource)))
                .map(found -> new Content.Code(Kind.NOTE, new Fact<>(found.kind(), List.of(found.evidence()))));
    }

    /** Whatever bears the label of such a note is one, of whatever type it is. */
    private static boolean notelike(Resource resource) {
        Set<String> codes = new TreeSet<>(SecurityMeta.codes(resource));
        return codes.contains(Labels.PSYCHOTHERAPY) || codes.contains("HIPAAPsyNotes");
    }

    private com.fasterxml.jackson.databind.JsonNode json(Resource resource) {
        try {
            return Json.parse(fhir.newJsonParser().encodeResourceToString(resource));
        } catch (BadInput impossible) {
            throw new IllegalStateException("a resource is not JSON", impossible);
        }
    }
}
