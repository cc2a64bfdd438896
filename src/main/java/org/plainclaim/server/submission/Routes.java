package org.plainclaim.server.submission;

import java.io.IOException;
import java.util.Optional;
import org.plainclaim.transport.Channel;
import org.plainclaim.transport.TradingPartner;

/** Which way interchanges go. */
public interface Routes {
    /** The partner that takes claims for a payer. */
    Optional<TradingPartner> ofPayer(String payer);

    /** The partner with an id. */
    Optional<TradingPartner> partner(String id);

    /** Opens the way to a partner. */
    Channel open(TradingPartner partner) throws IOException;
}
