package org.plainclaim.transport;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

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
            case "sftp" -> new SftpChannel(
                    SftpAccess.of(partner),
                    SftpAccess.needed(partner, partner.journal(), "journal"),
                    Limits.USUAL,
                    Steps.NONE);
            case "https", "http" -> HttpsChannel.of(partner);
            default -> throw new IOException(partner.id() + ": no way to an address that begins with " + scheme);
        };
    }

    /** The way for single inquiries that are answered at once; empty if the partner takes none. */
    public static Optional<RealTime> realTime(TradingPartner partner) throws IOException {
        return partner.realTime() == null ? Optional.empty() : Optional.of(HttpsRealTime.of(partner));
    }

    /** The folder of an address such as {@code folder:/var/payer} or {@code simulator:payer}. */
    public static Path folder(TradingPartner partner) {
        return Path.of(partner.address().getSchemeSpecificPart());
    }
}
