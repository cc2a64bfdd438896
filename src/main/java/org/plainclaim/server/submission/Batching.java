package org.plainclaim.server.submission;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plainclaim.server.submission.Outbox.Batch;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Submission;
import org.plainclaim.transport.TradingPartner;
import org.plainclaim.x12.Interchange;
import org.plainclaim.x12.claim.ClaimFault;
import org.plainclaim.x12.claim.ClaimInterchangeWriter;
import org.plainclaim.x12.claim.Written;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns claims that wait into interchanges: claims, number and bytes in one transaction, before anything is sent. */
final class Batching {
    /** One transaction in each interchange, so that a refused one does not bring back the claims of others. */
    static final int MOST_CLAIMS = ClaimInterchangeWriter.CLAIMS_IN_A_TRANSACTION;

    private static final Logger LOG = LoggerFactory.getLogger(Batching.class);

    private final Tables tables;
    private final Routes routes;
    private final ClaimFile file;
    private final HeldClaims held;
    private final LeavingCheck check;

    Batching(Tables tables, Routes routes, ClaimFile file, HeldClaims held) {
        this(new Parts(tables, routes, file, held), LeavingCheck.NONE);
    }

    private Batching(Parts parts, LeavingCheck check) {
        this.tables = parts.tables();
        this.routes = parts.routes();
        this.file = parts.file();
        this.held = parts.held();
        this.check = check;
    }

    private record Parts(Tables tables, Routes routes, ClaimFile file, HeldClaims held) {}

    Batching checking(LeavingCheck other) {
        return new Batching(new Parts(tables, routes, file, held), other);
    }

    /** Writes everything that waits; each interchange is a transaction of its own. */
    void writeAll() {
        tables.transactions().executeWithoutResult(status -> routeHeld());
        tables.transactions().executeWithoutResult(status -> permitHeld());
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

    /** Claims that were not permitted to leave, and are now. */
    private void permitHeld() {
        for (LoggedClaim claim : tables.outbox().held(Hold.NOT_PERMITTED, MOST_CLAIMS)) {
            if (check.objection(claim).isEmpty() && tables.log().move(claim.number(), ClaimState.READY) == Move.DONE) {
                held.released(claim);
            }
        }
    }

    /** Holds those that may not leave any more; the answer is the others. */
    private List<LoggedClaim> permitted(List<LoggedClaim> claims) {
        List<LoggedClaim> permitted = new ArrayList<>();
        for (LoggedClaim claim : claims) {
            check.objection(claim)
                    .ifPresentOrElse(why -> hold(claim, Hold.NOT_PERMITTED, why), () -> permitted.add(claim));
        }
        return permitted;
    }

    private boolean write(Batch batch) {
        List<LoggedClaim> taken = tables.outbox().take(batch, MOST_CLAIMS);
        List<LoggedClaim> claims = permitted(taken);
        Optional<TradingPartner> partner = routes.partner(batch.partner());
        if (partner.isEmpty()) {
            claims.forEach(claim -> hold(claim, Hold.NO_PARTNER, ""));
            return !taken.isEmpty();
        }
        return claims.isEmpty() ? !taken.isEmpty() : write(batch, partner.get(), claims);
    }

    /** Of a claim that lacks something nothing is written; it is held, so that it does not hold up the rest. */
    private boolean write(Batch batch, TradingPartner partner, List<LoggedClaim> claims) {
        Interchange envelope = tables.envelope(partner);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Written written = written(bytes, envelope, partner, claims);
        if (!written.faults().isEmpty()) {
            LOG.error("Nothing can be sent to {}: {}", partner.id(), text(written.faults()));
            return false;
        }
        List<LoggedClaim> sent = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Written.Outcome outcome = written.outcomes().get(i);
            if (outcome.written()) {
                sent.add(claims.get(i));
            } else {
                hold(claims.get(i), Hold.UNWRITABLE, text(outcome.faults()));
            }
        }
        if (!sent.isEmpty()) {
            tables.outbox().batch(interchange(envelope, batch), bytes.toByteArray(), partner.production(), sent);
        }
        return true;
    }

    private Written written(
            ByteArrayOutputStream bytes, Interchange envelope, TradingPartner partner, List<LoggedClaim> claims) {
        List<Submission> submissions = claims.stream().map(check::leaving).toList();
        try {
            return file.write(bytes, envelope, partner, submissions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(List<ClaimFault> faults) {
        return String.join("; ", faults.stream().map(ClaimFault::text).toList());
    }

    private void hold(LoggedClaim claim, Hold why, String detail) {
        if (tables.outbox().hold(claim.number(), why)) {
            held.held(claim, why, detail);
        }
    }

    /** The name is made of nothing but what the envelope says, so that it is the same however often it is sent. */
    static String name(String kind, Interchange envelope) {
        return String.format(
                Locale.ROOT,
                "%s-%s-%09d.x12",
                kind,
                envelope.at().format(DateTimeFormatter.BASIC_ISO_DATE),
                envelope.control());
    }

    private LoggedInterchange interchange(Interchange envelope, Batch batch) {
        String kind = batch.form() == Form.INSTITUTIONAL ? "837I" : "837P";
        return new LoggedInterchange(
                tables.numbers().nextId(),
                batch.partner(),
                Math.toIntExact(envelope.control()),
                kind,
                name(kind, envelope),
                InterchangeState.WRITTEN,
                tables.clock().instant(),
                null);
    }
}
