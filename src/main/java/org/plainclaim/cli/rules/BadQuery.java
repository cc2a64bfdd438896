package org.plainclaim.cli.rules;

/** A question that the rule book can not be asked; the message says what to ask instead. */
final class BadQuery extends Exception {
    private static final long serialVersionUID = 1L;

    BadQuery(String message) {
        super(message);
    }
}
