package org.plainclaim.documentation;

import org.plainclaim.explanation.Finding;

/** How one kind of requirement is looked at. */
@FunctionalInterface
interface Check {
    Finding on(Inspection inspection);
}
