package org.plainclaim.access;

import java.util.List;

/**
 * Which resources of a type the scopes of a caller reach.
 *
 * @param everything whether all of them
 * @param scopes else those that match one of these
 */
public record Reach(boolean everything, List<Scope> scopes) {
    private static final Reach EVERYTHING = new Reach(true, List.of());
    private static final Reach NOTHING = new Reach(false, List.of());

    public Reach {
        scopes = List.copyOf(scopes);
    }

    /** All resources of the type. */
    public static Reach all() {
        return EVERYTHING;
    }

    /** No resource at all. */
    public static Reach none() {
        return NOTHING;
    }

    /** What the scopes let do with resources of the type. */
    public static Reach of(Scopes scopes, String type, Permission permission) {
        List<Scope> granting = scopes.granting(type, permission);
        if (granting.isEmpty()) {
            return NOTHING;
        }
        return granting.stream().allMatch(Scope::isNarrow) ? new Reach(false, granting) : EVERYTHING;
    }

    /** Whether there is no resource that it reaches. */
    public boolean isNothing() {
        return !everything && scopes.isEmpty();
    }
}
