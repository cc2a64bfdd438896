package org.plainclaim.transport;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** All partners that interchanges are exchanged with. */
public final class TradingPartners {
    private final List<TradingPartner> partners;

    TradingPartners(List<TradingPartner> partners) {
        this.partners = List.copyOf(partners);
    }

    /** Nobody: nothing can be sent. */
    public static TradingPartners none() {
        return new TradingPartners(List.of());
    }

    /**
     * Reads the file of partners; its columns are in the page on trading partners.
     *
     * @throws PartnersFileException if anything is wrong with it; says all that is
     */
    public static TradingPartners read(Path file) {
        return new PartnersFile(file).read();
    }

    /** Everybody, in the order of the file. */
    public List<TradingPartner> all() {
        return partners;
    }

    /** The partner of an id. */
    public Optional<TradingPartner> partner(String id) {
        return partners.stream().filter(partner -> partner.id().equals(id)).findFirst();
    }

    /** Through whom a payer is reached. */
    public Optional<TradingPartner> partnerFor(String payerId) {
        return partners.stream()
                .filter(partner -> partner.payers().contains(payerId))
                .findFirst();
    }
}
