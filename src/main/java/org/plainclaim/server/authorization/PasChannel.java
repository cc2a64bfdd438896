package org.plainclaim.server.authorization;

import java.util.List;

/** The way to payers who take requests for authorization as Da Vinci PAS. */
@FunctionalInterface
interface PasChannel {
    /**
     * Asks a payer. Asking the same once more is no harm: the request says by its identifier that it is the same.
     *
     * @param payer the ids of the payer
     * @param act what it is asked to do
     * @param bundle the request Bundle as JSON
     */
    PasAnswer ask(List<String> payer, PasAct act, byte[] bundle);
}
