package org.plainclaim.transport;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom interchanges are sent to: a payer, or a clearinghouse for several payers.
 *
 * @param id our name for it: lower-case words joined by {@code -}
 * @param payers ids of the payers that are reached through it
 * @param address where files go: {@code folder:<path>}, {@code sftp://host:port/path}, {@code https://...}, or {@code
 *     simulator:<path>} for the built-in payer
 * @param realTime where single inquiries go by HTTPS; null if it takes none
 * @param sender ISA06 and GS02: how the partner knows us
 * @param receiver ISA08 and GS03: how we know the partner
 * @param submitter name of the submitter (loop 1000A)
 * @param phone telephone of the submitter, digits only
 * @param production false while trying out (ISA15)
 * @param user name to log in with; empty if none
 * @param secret file that holds the password, token or private key; null if none is needed
 * @param knownHosts file of the host keys that are trusted by SFTP; null if there is no SFTP
 * @param journal folder that remembers what was put by SFTP; null if there is no SFTP
 * @param answersTo ISA08 and GS03 of what it sends, where that is not {@code sender}
 * @param askAfterDays days after which it is asked for the status of a claim without an answer; 0 to ask never
 */
public record TradingPartner(
        String id,
        List<String> payers,
        URI address,
        @Nullable URI realTime,
        String sender,
        String receiver,
        String submitter,
        String phone,
        boolean production,
        String user,
        @Nullable Path secret,
        @Nullable Path knownHosts,
        @Nullable Path journal,
        List<String> answersTo,
        int askAfterDays) {
    public TradingPartner {
        payers = List.copyOf(payers);
        answersTo = List.copyOf(answersTo);
    }

    /** All ids by which it may name us. */
    public List<String> ourIds() {
        return Stream.concat(Stream.of(sender), answersTo.stream()).toList();
    }

    /** One that is not reached by SFTP, and is not asked about claims. */
    public TradingPartner(
            String id,
            List<String> payers,
            URI address,
            @Nullable URI realTime,
            String sender,
            String receiver,
            String submitter,
            String phone,
            boolean production,
            String user,
            @Nullable Path secret) {
        this(
                id,
                payers,
                address,
                realTime,
                sender,
                receiver,
                submitter,
                phone,
                production,
                user,
                secret,
                null,
                null,
                List.of(),
                0);
    }
}
