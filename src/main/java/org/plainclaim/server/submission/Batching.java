package org.plainclaim.server.submission;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.plainclaim.server.submission.Outbox.Batch;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Submission;
import org.plainclaim.transport.TradingPartner;
import org.plainclaim.x12.Interchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns claims that wait into interchanges: claims, number and bytes in one transaction, before anything is sent. */
final class Batching {
    /** The 837 guides recommend no more in one transaction, so that one bad claim does not bring back many. */
    static final int MOST_CLAIMS = 5000;

    private static final Logger LOG = LoggerFactory.getLogger(Batching.class);

    private final Tables tables;
    private final Routes routes;
    private final ClaimFile file;
    private final HeldClaims held;

    Batching(Tables tables, Routes routes, ClaimFile file, HeldClaims held) {
        this.tables = tables;
        this.routes = routes;
        this.file = file;
        this.held = held;
    }

    /** Writes everything that waits; each interchange is a transaction of its own. */
    void writeAll() {
        tables.transactions().executeWithoutResult(status -> routeHeld());
        for (Batch batch : tables.outbox().waiting()) {
            while (Boolean.TRUE.equals(tables.transactions().execute(status -> write(batch)))) {
                LOG.debug("Wrote an interchange for {}", batch.partner());
            }
        }
    }

    /** Claims whose payer had no partner, and has one now. */
    private void routeHeld() {
        for (String payer : tables.outbox().payersWithoutPartner()) {
            Optional<TradingPartner> partner = routes.ofPayer(payer);
            if (partner.isPresent()) {
                tables.outbox().route(payer, partner.get().id()).forEach(held::released);
            }
        }
    }

    private boolean write(Batch batch) {
        List<LoggedClaim> claims = tables.outbox().take(batch, MOST_CLAIMS);
        Optional<TradingPartner> partner = routes.partner(batch.partner());
        if (partner.isEmpty()) {
            claims.forEach(claim -> hold(claim, Hold.NO_PARTNER, ""));
            return !claims.isEmpty();
        }
        if (claims.isEmpty()) {
            return false;
        }
        List<LoggedClaim> writable = claims;
        Interchange envelope = envelope(partner.get());
        byte[] bytes;
        try {
            bytes = bytes(envelope, partner.get(), claims);
        } catch (IllegalArgumentException oneOfThem) {
            writable = writable(envelope, partner.get(), claims);
            if (writable.isEmpty()) {
                return true;
            }
            bytes = bytes(envelope, partner.get(), writable);
        }
        tables.outbox().batch(interchange(envelope, batch), bytes, partner.get().production(), writable);
        return true;
    }

    private byte[] bytes(Interchange envelope, TradingPartner partner, List<LoggedClaim> claims) {
        List<Submission> submissions =
                claims.stream().map(LoggedClaim::submission).toList();
        return file.write(envelope, partner, submissions);
    }

    /** The claims that can be written; the others are held, so that they do not hold up the rest. */
    private List<LoggedClaim> writable(Interchange envelope, TradingPartner partner, List<LoggedClaim> claims) {
        List<LoggedClaim> writable = new ArrayList<>();
        for (LoggedClaim claim : claims) {
            try {
                Objects.requireNonNull(bytes(envelope, partner, List.of(claim)));
                writable.add(claim);
            } catch (IllegalArgumentException refused) {
                hold(claim, Hold.UNWRITABLE, Objects.requireNonNullElse(refused.getMessage(), ""));
            }
        }
        return writable;
    }

    private void hold(LoggedClaim claim, Hold why, String detail) {
        if (tables.outbox().hold(claim.number(), why)) {
            held.held(claim, why, detail);
        }
    }

    private Interchange envelope(TradingPartner partner) {
        return new Interchange(
                partner.sender(),
                partner.receiver(),
                LocalDateTime.ofInstant(tables.clock().instant(), tables.clock().getZone()),
                tables.numbers().nextInterchange(),
                partner.production());
    }

    /** The name is made of nothing but what the envelope says, so that it is the same however often it is sent. */
    private LoggedInterchange interchange(Interchange envelope, Batch batch) {
        String kind = batch.form() == Form.INSTITUTIONAL ? "837I" : "837P";
        String name = String.format(
                Locale.ROOT,
                "%s-%s-%09d.x12",
                kind,
                envelope.at().format(DateTimeFormatter.BASIC_ISO_DATE),
                envelope.control());
        return new LoggedInterchange(
                tables.numbers().nextId(),
                batch.partner(),
                Math.toIntExact(envelope.control()),
                kind,
                name,
                InterchangeState.WRITTEN,
                tables.clock().instant(),
                null);
    }
}
