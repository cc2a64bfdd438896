package org.plainclaim.server.confidentiality;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.instance.model.api.IBaseBundle;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.plainclaim.confidentiality.Labels;
import org.plainclaim.server.confidentiality.LabelTable.Entry;

/**
 * Labels whatever is stored, in the transaction that stores it; a sender may add labels and take none away.
 *
 * <p>What depends on a consent, or on whether an organization is a program, is asked for again when that changes.
 */
@Interceptor
public final class LabelKeeper {
    private final Labeller labeller;
    private final LabelTable labels;
    private final ProgramTable programs;
    private final RelabelQueue queue;
    private final Raising raising;

    LabelKeeper(Labeller labeller, Labeller.Tables tables, RelabelQueue queue, Raising raising) {
        this.labeller = labeller;
        this.labels = tables.labels();
        this.programs = tables.programs();
        this.queue = queue;
        this.raising = raising;
    }

    /** Before anything of a transaction is stored. */
    @Hook(Pointcut.STORAGE_TRANSACTION_PROCESSING)
    public void transaction(IBaseBundle bundle) {
        if (bundle instanceof Bundle entries) {
            new BundleLabels(labeller).label(entries);
        }
    }

    /** A new resource. */
    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_CREATED, order = -100)
    public void created(IBaseResource resource) {
        label((Resource) resource, Set.of());
    }

    /** A new version: it has the labels of the one before it; there is none where others only referred to it so far. */
    @Hook(value = Pointcut.STORAGE_PRESTORAGE_RESOURCE_UPDATED, order = -100)
    public void updated(@Nullable IBaseResource former, IBaseResource resource) {
        label((Resource) resource, former == null ? Set.of() : SecurityMeta.codes(former));
    }

    /** It is stored. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_CREATED)
    public void wasCreated(IBaseResource resource) {
        remember((Resource) resource);
    }

    /** A new version is stored. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_UPDATED)
    public void wasUpdated(IBaseResource former, IBaseResource resource) {
        remember((Resource) resource);
    }

    /** A consent that is gone permits nothing. */
    @Hook(Pointcut.STORAGE_PRECOMMIT_RESOURCE_DELETED)
    public void wasDeleted(IBaseResource resource) {
        if (resource instanceof Consent consent) {
            Written.patient(consent).ifPresent(queue::add);
        }
    }

    private void label(Resource resource, Set<String> former) {
        Set<String> codes = new TreeSet<>(former);
        codes.addAll(SecurityMeta.codes(resource));
        if (LabelledTypes.has(resource.fhirType())) {
            Written written = Written.in(resource);
            boolean partTwo = codes.contains(Labels.PART_TWO) || labeller.partTwo(written);
            codes.addAll(labeller.labels(resource, written, partTwo).codes());
        }
        Optional<Entry> known = known(resource);
        known.ifPresent(entry -> codes.addAll(entry.labels()));
        known.ifPresent(entry -> codes.removeAll(entry.lowered()));
        SecurityMeta.add(resource, codes);
    }

    /** What was said of it before it came, by a record of the session, or of a version before this one. */
    private Optional<Entry> known(Resource resource) {
        boolean named = resource.getIdElement().hasIdPart() && LabelledTypes.has(resource.fhirType());
        return named ? labels.find(reference(resource)) : Optional.empty();
    }

    private void remember(Resource resource) {
        if (resource instanceof Consent consent) {
            Written.patient(consent).ifPresent(patient -> consented(consent, patient));
        } else if (resource instanceof Organization organization) {
            boolean program = labeller.program(organization);
            organization.getIdentifier().forEach(one -> programs.set(Written.alias(one), program));
            if (programs.set(reference(organization), program)) {
                queue.add(reference(organization));
            }
        }
        Set<String> codes = SecurityMeta.codes(resource);
        if (raising.matters(codes)) {
            Set<String> lowered = known(resource).map(Entry::lowered).orElse(Set.of());
            labels.put(new Entry(
                    reference(resource),
                    codes,
                    codes.contains(Labels.PSYCHOTHERAPY) ? Written.authors(resource) : Set.of(),
                    lowered));
            if (codes.contains(Labels.PART_TWO)) {
                identifiers(resource).forEach(one -> programs.set(Written.alias(one), true));
            }
            raising.encounterOf(resource, codes);
        }
    }

    private void consented(Consent consent, String patient) {
        queue.add(patient);
        if (labeller.restricts(consent)) {
            programs.set(ClaimDisclosures.selfPay(patient), true);
        }
    }

    private static String reference(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    static List<Identifier> identifiers(Resource resource) {
        Property property = resource.getNamedProperty("identifier");
        Collection<Base> values = property == null ? List.of() : property.getValues();
        return values.stream()
                .filter(Identifier.class::isInstance)
                .map(Identifier.class::cast)
                .toList();
    }
}
