package org.plainclaim.server.submission;

import java.io.IOException;
import java.util.Optional;
import org.plainclaim.transport.Channel;
import org.plainclaim.transport.Channels;
import org.plainclaim.transport.TradingPartner;
import org.plainclaim.transport.TradingPartners;

/** The ways to the trading partners of the settings. */
record PartnerRoutes(TradingPartners partners) implements Routes {
    @Override
    public Optional<TradingPartner> ofPayer(String payer) {
        return partners.partnerFor(payer);
    }

    @Override
    public Optional<TradingPartner> partner(String id) {
        return partners.partner(id);
    }

    @Override
    public Channel open(TradingPartner partner) throws IOException {
        return Channels.open(partner);
    }
}
