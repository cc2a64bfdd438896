package org.plainclaim.server.desk.page;

import java.util.Set;
import org.plainclaim.access.Role;

/**
 * A place in the bar that is on every page.
 *
 * @param key of its words: {@code tab.<key>}
 * @param order its place among the others, from the left
 * @param roles whose work it is; others do not see it
 */
public record Tab(String key, int order, Set<Role> roles) {
    public Tab {
        roles = Set.copyOf(roles);
    }
}
