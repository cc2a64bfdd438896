package org.plainclaim.server.desk.page;

import java.util.Set;
import org.plainclaim.access.Role;

/**
 * Who looks.
 *
 * @param name as the issuer names the person
 * @param roles what the person does in the practice
 * @param practitioner {@code Practitioner/id} of the person, where the account names one; else empty
 * @param token the access token; empty while the server is tried out
 */
public record Person(String name, Set<Role> roles, String practitioner, String token) {
    public Person {
        roles = Set.copyOf(roles);
    }

    /** Whether the person does this in the practice. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "Person" + roles;
    }
}
