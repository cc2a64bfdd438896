package org.plainclaim.server.profile;

/** A definition, or an expression in it, says something that is not compiled. */
final class UnsupportedDefinitionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedDefinitionException(String message) {
        super(message);
    }
}
