package org.plainclaim.server.confidentiality;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.plainclaim.audit.Decision;
import org.plainclaim.audit.Decisions;
import org.plainclaim.confidentiality.Labels;
import org.plainclaim.server.confidentiality.LabelTable.Entry;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes labels off a stored record, and keeps them off when it is labelled again.
 *
 * <p>What may be disclosed does not change with it: that is looked up where the record comes from.
 */
final class Lowering {
    private final DaoRegistry daos;
    private final Labeller.Tables tables;
    private final TagWriter tags;
    private final Decisions decisions;
    private final TransactionTemplate transactions;

    Lowering(
            DaoRegistry daos,
            Labeller.Tables tables,
            TagWriter tags,
            Decisions decisions,
            TransactionTemplate transactions) {
        this.daos = daos;
        this.tables = tables;
        this.tags = tags;
        this.decisions = decisions;
        this.transactions = transactions;
    }

    /** The labels that went; empty if the record does not bear the first of them, or is not there. */
    Set<String> lower(String reference, String label, Set<String> with, String reason) {
        Set<String> gone = transactions.execute(status -> inTransaction(reference, label, with, reason));
        return gone == null ? Set.of() : gone;
    }

    private Set<String> inTransaction(String reference, String label, Set<String> with, String reason) {
        tables.labels().lock(reference);
        Optional<Entry> known = tables.labels().find(reference);
        if (known.isEmpty() || !known.get().labels().contains(label)) {
            return Set.of();
        }
        Entry before = known.get();
        Set<String> gone = new TreeSet<>(before.labels());
        gone.retainAll(with);
        Set<String> left = new TreeSet<>(before.labels());
        left.removeAll(gone);
        Set<String> lowered = new TreeSet<>(before.lowered());
        lowered.addAll(with);
        tags.change(reference, Set.of(), gone);
        tables.labels().put(new Entry(reference, left, before.authors(), lowered));
        if (gone.contains(Labels.PART_TWO)) {
            stored(reference).ifPresent(this::forget);
        }
        decisions.made(new Decision(
                "label-lowered",
                "",
                reference,
                List.of(reference),
                Map.of("labels-removed", String.join(" ", gone), "reason", reason)));
        return gone;
    }

    /** What refers to it by its identifier does not come from a program by that any more. */
    private void forget(Resource resource) {
        LabelKeeper.identifiers(resource).forEach(one -> tables.programs().set(Written.alias(one), false));
    }

    private Optional<Resource> stored(String reference) {
        IdType id = new IdType(reference);
        try {
            return Optional.of(
                    (Resource) daos.getResourceDao(id.getResourceType()).read(id, new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException gone) {
            return Optional.empty();
        }
    }
}
