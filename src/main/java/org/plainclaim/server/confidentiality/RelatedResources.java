package org.plainclaim.server.confidentiality;

import java.util.List;
import org.plainclaim.server.store.CurrentVersions;
import org.plainclaim.server.store.CurrentVersions.Current;

/** Finds what refers to a patient or an organization, in the order it was stored. */
final class RelatedResources {
    private final CurrentVersions store;

    RelatedResources(CurrentVersions store) {
        this.store = store;
    }

    /** Those after a row, of the types that get labels. */
    List<Current> after(String reference, long row, int most) {
        return store.referring(reference, LabelledTypes.all(), row, most);
    }
}
