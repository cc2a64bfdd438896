package org.plainclaim.server.answers;

import java.util.List;
import java.util.Optional;
import org.plainclaim.server.submission.Partners;
import org.plainclaim.transport.TradingPartner;

/**
 * Whether a file is for the practice at work: the receivers that its envelopes name (ISA08, GS03) are held against the ids by
 * which the practice's trading partners know it.
 */
final class Addressee {
    private final Partners partners;

    Addressee(Partners partners) {
        this.partners = partners;
    }

    /**
     * Why the file is not taken here, in a sentence with nothing out of the file; empty if it is.
     *
     * @param partner id of the trading partner; one that is not known, or none, stands for any
     * @param file what the file names
     */
    Optional<String> objection(String partner, FirstReading file) {
        if (partners.mayBeUnwritten()) {
            return Optional.empty();
        }
        List<TradingPartner> candidates = partners.present()
                .partner(partner)
                .map(List::of)
                .orElseGet(() -> partners.present().all());
        return file.named().stream()
                .filter(named -> candidates.stream().noneMatch(one -> isOurs(named, one)))
                .findFirst()
                .map(Addressee::sentence);
    }

    private boolean isOurs(FirstReading.Named named, TradingPartner partner) {
        return partner.ourIds().stream().anyMatch(id -> id.equalsIgnoreCase(named.receiver()))
                && (!partners.isShared(named.receiver()) || partner.receiver().equalsIgnoreCase(named.sender()));
    }

    private static String sentence(FirstReading.Named named) {
        return (named.segment().equals("ISA") ? "The interchange (ISA08)" : "A group (GS03)")
                + " is not addressed to this practice by any id under which its trading partner knows it.";
    }
}
