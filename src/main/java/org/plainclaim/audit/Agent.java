package org.plainclaim.audit;

import java.util.List;
import org.plainclaim.access.Caller;
import org.plainclaim.access.Role;

/**
 * Who did it, in words that stay readable whatever becomes of roles and purposes.
 *
 * @param subject the user or service; {@code server} for the program itself
 * @param client the application that asked for it
 * @param roles what it acted as
 * @param practice number of the practice's partition; empty where there is only one practice
 * @param purpose code of PurposeOfUse; empty if none was said
 * @param address network address the request came from; empty for the program itself
 */
public record Agent(
        String subject, String client, List<String> roles, String practice, String purpose, String address) {
    private static final int LONGEST = 200;

    /** The program itself. */
    public static final Agent SYSTEM = of(Caller.system(), "");

    public Agent {
        roles = List.copyOf(roles);
    }

    /** The same, working for a practice. */
    public Agent in(String other) {
        return new Agent(subject, client, roles, other, purpose, address);
    }

    /** A caller, at a network address. */
    public static Agent of(Caller caller, String address) {
        return new Agent(
                cut(caller.subject()),
                cut(caller.client()),
                caller.roles().stream().sorted().map(Role::code).toList(),
                "",
                caller.purpose().name(),
                address);
    }

    /** No name of an issuer is that long; one that is must not keep anything from being written down. */
    private static String cut(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }
}
