package org.plainclaim.server.submission;

import java.io.IOException;
import java.util.Optional;
import org.plainclaim.transport.Channel;
import org.plainclaim.transport.Channels;
import org.plainclaim.transport.TradingPartner;

/** The ways to the trading partners of the settings. */
record PartnerRoutes(Partners partners) implements Routes {
    @Override
    public Optional<TradingPartner> ofPayer(String payer) {
        return partners.present().partnerFor(payer);
    }

    @Override
    public Optional<TradingPartner> partner(String id) {
        return partners.present().partner(id);
    }

    @Override
    public Channel open(TradingPartner partner) throws IOException {
        return Channels.open(partner);
    }
}
