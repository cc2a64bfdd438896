package org.plainclaim.access;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a token grants: the scopes about resources, and what they are bound to.
 *
 * @param granted the scopes; each adds to the others
 * @param launch what the application was launched for
 */
public record Scopes(List<Scope> granted, Launch launch) {
    /**
     * The context of a launch.
     *
     * @param patient the id of the patient that {@code patient/} scopes are about
     * @param fhirUser the person who signed in, such as {@code Practitioner/7}
     */
    public record Launch(Optional<String> patient, Optional<String> fhirUser) {
        /** A client that was not launched for anybody. */
        public static final Launch NONE = new Launch(Optional.empty(), Optional.empty());
    }

    public Scopes {
        granted = List.copyOf(granted);
    }

    /** The scopes of a token's {@code scope} claim; what is no scope about resources is left out. */
    public static Scopes parse(String text, Launch launch) {
        List<Scope> granted = Arrays.stream(text.strip().split("\\s+"))
                .map(Scope::parse)
                .flatMap(Optional::stream)
                // without a patient there is nothing that such a scope could be about
                .filter(scope -> scope.context() != Scope.Context.PATIENT
                        || launch.patient().isPresent())
                .distinct()
                .toList();
        return new Scopes(granted, launch);
    }

    /** Everything: for the server's own chores and for trying out. */
    public static Scopes all() {
        return parse("system/*.cruds", Launch.NONE);
    }

    /** Nothing. */
    public static Scopes none() {
        return new Scopes(List.of(), Launch.NONE);
    }

    /** The scopes that let do this with some resources at least of the type. */
    public List<Scope> granting(String resourceType, Permission permission) {
        return granted.stream()
                .filter(scope -> scope.grants(resourceType, permission))
                .toList();
    }

    /** Whether some scope lets do this with some resources at least of the type. */
    public boolean grants(String resourceType, Permission permission) {
        return granted.stream().anyMatch(scope -> scope.grants(resourceType, permission));
    }

    /** As they are written in a token. */
    @Override
    public String toString() {
        return granted.stream().map(Scope::toString).collect(Collectors.joining(" "));
    }
}
