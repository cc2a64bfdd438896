package org.plainclaim.transport;

/** Is told where a transfer stands, so that a test can end the program at each of these instants. */
interface Steps {
    Steps NONE = step -> {};

    void reached(String step);
}
