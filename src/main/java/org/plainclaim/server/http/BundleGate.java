package org.plainclaim.server.http;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.plainclaim.access.Caller;
import org.plainclaim.server.access.EntryGate;

/** Holds each entry against the policy: one that may not be done stops a transaction, and is left out of a batch. */
final class BundleGate {
    private final EntryGate gate;

    BundleGate(EntryGate gate) {
        this.gate = gate;
    }

    /**
     * What is left to be done.
     *
     * @param bundle the entries that may be done
     * @param refused the answers to the others, by their places
     */
    record Judged(Bundle bundle, Map<Integer, BundleEntryComponent> refused) {
        /** The answers to all entries in the order in which they were sent. */
        Bundle whole(Bundle answer) {
            List<BundleEntryComponent> all = new ArrayList<>(answer.getEntry());
            refused.forEach(all::add);
            answer.setEntry(all);
            return answer;
        }
    }

    /** Looks at every entry. */
    Judged judge(Caller caller, Bundle sent) {
        Map<Integer, BundleEntryComponent> refused = new TreeMap<>();
        for (int i = 0; i < sent.getEntry().size(); i++) {
            BundleEntryComponent entry = sent.getEntry().get(i);
            try {
                gate.require(caller, EntryQuestion.of(entry));
            } catch (BaseServerResponseException refusal) {
                if (sent.getType() != BundleType.BATCH) {
                    throw BaseServerResponseException.newInstance(
                            refusal.getStatusCode(), "Bundle.entry[" + i + "]: " + refusal.getMessage());
                }
                refused.put(i, answer(refusal));
            }
        }
        return refused.isEmpty() ? new Judged(sent, refused) : new Judged(without(sent, refused), refused);
    }

    private static Bundle without(Bundle sent, Map<Integer, BundleEntryComponent> refused) {
        Bundle left = new Bundle().setType(sent.getType());
        for (int i = 0; i < sent.getEntry().size(); i++) {
            if (!refused.containsKey(i)) {
                left.addEntry(sent.getEntry().get(i));
            }
        }
        return left;
    }

    private static BundleEntryComponent answer(BaseServerResponseException refusal) {
        int status = refusal.getStatusCode();
        BundleEntryComponent entry = new BundleEntryComponent();
        entry.getResponse()
                .setStatus(status + (status == 404 ? " Not Found" : " Forbidden"))
                .setOutcome(Refusal.of(status, IssueCodes.forStatus(status), PlainWords.of(refusal.getMessage()))
                        .outcome());
        return entry;
    }
}
