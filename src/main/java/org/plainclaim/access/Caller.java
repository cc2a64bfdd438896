package org.plainclaim.access;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who asks.
 *
 * @param subject the user or, without one, the client; as the issuer names it
 * @param client the program that asks, as the issuer names it
 * @param roles what the caller does in the practice
 * @param practice the practice that the caller works for; empty if the issuer names none
 * @param scopes what the token grants
 * @param purpose why the caller asks
 */
public record Caller(
        String subject, String client, Set<Role> roles, Optional<String> practice, Scopes scopes, Purpose purpose) {
    /** What the clients are called that no issuer may name. */
    private static final String OURS = "plainclaim:";

    private static final Caller SYSTEM = everything("server", Purpose.HOPERAT);
    private static final Caller TRYING_OUT = everything("trying-out", Purpose.TREAT);
    private static final Caller NOBODY =
            new Caller("nobody", "", EnumSet.noneOf(Role.class), Optional.empty(), Scopes.none(), Purpose.HOPERAT);

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The server itself, doing a chore that nobody asked for. */
    public static Caller system() {
        return SYSTEM;
    }

    /** Whoever asks a server that was started without an issuer, to try it out. */
    public static Caller tryingOut() {
        return TRYING_OUT;
    }

    /** Who asks for what is open to everybody, such as the capabilities of the server. */
    public static Caller nobody() {
        return NOBODY;
    }

    /** Whether it is the server itself, or a server without an issuer is tried out; no token makes such a caller. */
    public boolean isOurs() {
        return isOurs(client);
    }

    /** Whether a client is called as only this server calls itself. */
    public static boolean isOurs(String client) {
        return client.startsWith(OURS);
    }

    /** Whether the caller has the role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    private static Caller everything(String name, Purpose purpose) {
        return new Caller(name, OURS + name, EnumSet.allOf(Role.class), Optional.empty(), Scopes.all(), purpose);
    }
}
