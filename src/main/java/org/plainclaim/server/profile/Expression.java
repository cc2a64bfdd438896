package org.plainclaim.server.profile;

import java.util.List;

/** A compiled FHIRPath expression. */
@FunctionalInterface
interface Expression {
    /** What the expression gives for these items; never null. */
    List<Item> of(Scope scope, List<Item> focus);
}
