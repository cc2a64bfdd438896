package org.plainclaim.server.submission;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.plainclaim.transport.Channel;
import org.plainclaim.transport.RefusedFileException;
import org.plainclaim.transport.TradingPartner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts written interchanges at their partners.
 *
 * <p>The row of an interchange is locked while its file is on the way, so that two nodes do not send it at once. Whoever
 * stops between putting the file and saying so puts it again: same name, same bytes, nothing changes at the partner.
 */
final class Sending {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    /** What a partner refuses it refuses again, until somebody changed something. */
    private static final Duration REST = Duration.ofHours(1);

    private final Tables tables;
    private final Routes routes;
    private final HeldClaims held;
    private final LeavingCheck check;
    private final Map<Long, Instant> refused = new ConcurrentHashMap<>();

    Sending(Tables tables, Routes routes, HeldClaims held) {
        this(tables, routes, held, LeavingCheck.NONE);
    }

    private Sending(Tables tables, Routes routes, HeldClaims held, LeavingCheck check) {
        this.tables = tables;
        this.routes = routes;
        this.held = held;
        this.check = check;
    }

    Sending checking(LeavingCheck other) {
        return new Sending(tables, routes, held, other);
    }

    /** Sends what is written, in order; a partner that can not be reached does not keep the others waiting. */
    int sendAll() {
        int sent = 0;
        for (String partner : tables.outbox().partnersToSendTo()) {
            sent += routes.partner(partner).map(this::sendTo).orElseGet(() -> {
                LOG.warn("Interchanges for {} wait: it is not among the trading partners any more", partner);
                return 0;
            });
        }
        return sent;
    }

    private int sendTo(TradingPartner partner) {
        int sent = 0;
        List<Long> written = tables.outbox().written(partner.id());
        try (Channel channel = routes.open(partner)) {
            for (long id : written) {
                if (Boolean.TRUE.equals(tables.transactions().execute(status -> mayLeave(id)))) {
                    sent += Boolean.TRUE.equals(tables.transactions().execute(status -> send(channel, id))) ? 1 : 0;
                }
            }
        } catch (IOException unreachable) {
            LOG.warn(
                    "{} can not be reached, its interchanges are sent later: {}",
                    partner.id(),
                    unreachable.getClass().getSimpleName());
        }
        return sent;
    }

    /**
     * Looks at the claims once more right before they leave. That it was tried is kept first, in a transaction of its own:
     * what was never tried can be taken apart, so that the claims that may leave do so in another interchange.
     */
    private boolean mayLeave(long id) {
        Optional<LoggedInterchange> locked =
                rests(id) ? Optional.empty() : tables.outbox().lockWritten(id);
        if (locked.isEmpty()) {
            return false;
        }
        LoggedInterchange interchange = locked.get();
        List<LoggedClaim> claims = tables.log().claimsIn(interchange);
        if (claims.stream().allMatch(claim -> check.objection(claim).isEmpty())) {
            tables.outbox().attempted(interchange);
            return true;
        }
        if (!tables.outbox().takeApart(interchange)) {
            refuse(interchange, "a claim in it may not be disclosed any more, and it is not sure that it has not left");
        }
        return false;
    }

    private boolean rests(long id) {
        Instant until = refused.get(id);
        return until != null && tables.clock().instant().isBefore(until);
    }

    private boolean send(Channel channel, long id) {
        if (rests(id)) {
            return false;
        }
        Optional<LoggedInterchange> locked = tables.outbox().lockWritten(id);
        if (locked.isEmpty()) {
            return false;
        }
        LoggedInterchange interchange = locked.get();
        try {
            channel.put(interchange.name(), tables.log().content(interchange));
        } catch (RefusedFileException never) {
            refuse(interchange, String.valueOf(never.getMessage()));
            return false;
        } catch (IOException uncertain) {
            LOG.warn(
                    "{} may not be at {}, it is sent again later: {}",
                    interchange.name(),
                    interchange.partner(),
                    uncertain.getClass().getSimpleName());
            return false;
        }
        tables.log().move(interchange, InterchangeState.SENT);
        tables.outbox().sent(interchange);
        check.left(interchange, tables.log().claimsIn(interchange));
        refused.remove(id);
        held.delivered(interchange, tables.log().claimsIn(interchange));
        return true;
    }

    private void refuse(LoggedInterchange interchange, String why) {
        Instant before = refused.put(interchange.id(), tables.clock().instant().plus(REST));
        if (before == null) {
            LOG.warn("{} is refused by {}: {}", interchange.name(), interchange.partner(), why);
        }
        held.undeliverable(interchange, tables.log().claimsIn(interchange), why);
    }
}
