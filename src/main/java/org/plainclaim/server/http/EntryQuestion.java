package org.plainclaim.server.http;

import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.plainclaim.access.Asked;
import org.plainclaim.access.Interaction;
import org.plainclaim.server.access.EntryGate;

/** What an entry of a bundle asks, in the words of the policy. */
final class EntryQuestion {
    private EntryQuestion() {}

    static EntryGate.Entry of(BundleEntryComponent entry) {
        EntryAddress address = EntryAddress.of(entry.getRequest());
        HTTPVerb method = entry.getRequest().getMethod();
        Asked asked = address.isOperation() && !address.id().equals("_search")
                ? operation(address)
                : Asked.to(interaction(method, address), typeOf(address));
        String query = method == HTTPVerb.POST && entry.getRequest().hasIfNoneExist()
                ? criteria(entry.getRequest().getIfNoneExist())
                : address.query();
        return new EntryGate.Entry(asked, named(address) ? address.id() : "", query, entry.getResource());
    }

    private static Asked operation(EntryAddress address) {
        if (address.type().startsWith("$")) {
            return Asked.operation(address.type(), "");
        }
        return Asked.operation(address.id().startsWith("$") ? address.id() : address.rest(), address.type());
    }

    /** At the base there is only the history. */
    private static String typeOf(EntryAddress address) {
        return address.type().equals("_history") ? "" : address.type();
    }

    private static boolean named(EntryAddress address) {
        return !address.id().isEmpty()
                && !address.id().startsWith("_")
                && !address.id().startsWith("$");
    }

    private static Interaction interaction(HTTPVerb method, EntryAddress address) {
        return switch (method) {
            case POST -> address.id().equals("_search") ? Interaction.SEARCH : Interaction.CREATE;
            case PUT -> Interaction.UPDATE;
            case PATCH -> Interaction.PATCH;
            case DELETE -> Interaction.DELETE;
            default -> reading(address);
        };
    }

    private static Interaction reading(EntryAddress address) {
        if (address.type().equals("_history")) {
            return Interaction.HISTORY_SYSTEM;
        }
        if (address.id().equals("_history")) {
            return Interaction.HISTORY_TYPE;
        }
        if (!named(address)) {
            return Interaction.SEARCH;
        }
        if (address.rest().startsWith("_history/")) {
            return Interaction.VREAD;
        }
        return address.rest().startsWith("_history") ? Interaction.HISTORY_INSTANCE : Interaction.READ;
    }

    private static String criteria(String condition) {
        return condition.substring(condition.indexOf('?') + 1);
    }
}
