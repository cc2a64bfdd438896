package org.plainclaim.server.authorization;

/** What a payer is asked to do. */
enum PasAct {
    /** To decide on a request, or on a change of one. */
    SUBMIT("Claim/$submit"),
    /** To say what became of a request. */
    INQUIRE("Claim/$inquire");

    private final String operation;

    PasAct(String operation) {
        this.operation = operation;
    }

    String operation() {
        return operation;
    }
}
