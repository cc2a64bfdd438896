package org.plainclaim.transport;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Opens the way to a partner by the scheme of its address. */
public final class Channels {
    private Channels() {}

    /**
     * The way to a partner; to be closed after use.
     *
     * @throws IOException if the partner's secret can not be read
     */
    public static Channel open(TradingPartner partner) throws IOException {
        String scheme = String.valueOf(partner.address().getScheme());
        Clock clock = Clock.systemUTC();
        return switch (scheme) {
            case "folder" -> new FolderChannel(folder(partner), Limits.USUAL, clock, Steps.NONE);
            case "simulator" -> new FolderChannel(folder(partner), Limits.USUAL.atOnce(), clock, Steps.NONE);
            default -> throw new IOException(partner.id() + ": no way to an address that begins with " + scheme);
        };
    }

    /** The folder of an address such as {@code folder:/var/payer} or {@code simulator:payer}. */
    public static Path folder(TradingPartner partner) {
        return Path.of(partner.address().getSchemeSpecificPart());
    }
}
