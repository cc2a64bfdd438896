package org.plainclaim.audit;

import java.util.List;

/**
 * Who did it, in words that stay readable whatever becomes of roles and purposes.
 *
 * @param subject the user or service; {@code system} for the program itself
 * @param client the application that asked for it
 * @param roles what it acted as
 * @param practice the practice; empty where there is only one
 * @param purpose code of PurposeOfUse; empty if none was said
 * @param address network address the request came from; empty for the program itself
 */
public record Agent(
        String subject, String client, List<String> roles, String practice, String purpose, String address) {
    /** The program itself. */
    public static final Agent SYSTEM = new Agent("system", "plainclaim", List.of(), "", "", "");

    public Agent {
        roles = List.copyOf(roles);
    }
}
