package org.plainclaim.transport;

import java.io.IOException;

/** A way to ask a partner one thing and have the answer at once (270 and 271, 276 and 277). */
public interface RealTime {
    /**
     * Sends an interchange and waits for the one that answers it. It is not tried again by itself; asking twice does no harm.
     *
     * @throws IOException if there is no answer in time, or it is too large, or says that it is none
     */
    byte[] ask(byte[] inquiry) throws IOException;
}
