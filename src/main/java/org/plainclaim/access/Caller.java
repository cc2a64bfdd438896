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
    private static final Caller SYSTEM = everything("plainclaim", Purpose.HOPERAT);
    private static final Caller TRYING_OUT = everything("trying-out", Purpose.TREAT);

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

    /** Whether the caller has the role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }

    private static Caller everything(String name, Purpose purpose) {
        return new Caller(name, name, EnumSet.allOf(Role.class), Optional.empty(), Scopes.all(), purpose);
    }
}
