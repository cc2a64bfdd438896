package org.plainclaim.access;

/**
 * What a caller asks to do, as the policy sees it.
 *
 * @param type the resource type; empty for the whole server
 * @param action the code of an interaction, an operation with its dollar sign, or the name of another end point
 */
public record Asked(String type, String action) {
    /** An interaction with a type. */
    public static Asked to(Interaction interaction, String type) {
        return new Asked(type, interaction.code());
    }

    /** An operation on a type, or on the server if the type is empty. */
    public static Asked operation(String name, String type) {
        return new Asked(type, name.startsWith("$") ? name : "$" + name);
    }

    /** An end point beside the FHIR server, such as {@code metrics}. */
    public static Asked endpoint(String name) {
        return new Asked("", name);
    }

    /** Whether it is no plain interaction. */
    public boolean isOperation() {
        return Interaction.of(action).isEmpty();
    }

    @Override
    public String toString() {
        return type.isEmpty() ? action : type + " " + action;
    }
}
