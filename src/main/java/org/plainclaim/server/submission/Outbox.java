package org.plainclaim.server.submission;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Heading;

/** Where claims wait until an interchange takes them; reads and writes in the transaction of its caller. */
final class Outbox {
    private final PracticeSql sql;
    private final Clock clock;

    Outbox(PracticeSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What goes into one interchange.
     *
     * @param partner id of the trading partner
     * @param form professional or institutional
     */
    record Batch(String partner, Form form) {}

    /** Puts a claim in. A second one of the same attempt for the same version and coverage is refused by the database. */
    void put(NewClaim claim) {
        Heading heading = claim.submission().heading();
        sql.update(
                """
                insert into plainclaim_submission (partition_id, claim_number, claim, claim_version, cover_order, attempt, response, patient,
                  payer, partner, form, frequency, original, state, hold, payer_number, next_payer, content, created_at,
                  changed_at)
                values ({practice}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 'NONE', ?, ?, ?)""",
                heading.id(),
                claim.claim(),
                claim.version(),
                claim.submission().cover().order(),
                claim.attempt(),
                claim.response(),
                claim.patient(),
                claim.submission().cover().payer().id(),
                claim.partner(),
                heading.form().name(),
                heading.frequency().code(),
                claim.original(),
                (claim.hold() == null ? ClaimState.READY : ClaimState.HELD).name(),
                claim.hold() == null ? "" : claim.hold().name(),
                SubmissionText.of(claim.submission()),
                clock.millis(),
                clock.millis());
    }

    /** Puts a held claim in again, as it is now, under the number that it has. */
    void renew(String number, NewClaim claim) {
        sql.update(
                "update plainclaim_submission set state = ?, hold = ?, partner = ?, payer = ?, content = ?, changed_at"
                        + " = ? where partition_id = {practice} and claim_number = ? and state = 'HELD'",
                (claim.hold() == null ? ClaimState.READY : ClaimState.HELD).name(),
                claim.hold() == null ? "" : claim.hold().name(),
                claim.partner(),
                claim.submission().cover().payer().id(),
                SubmissionText.of(Heads.numbered(claim.submission(), number)),
                clock.millis(),
                number);
    }

    /** What is waiting, the longest waiting first. */
    List<Batch> waiting() {
        return sql.query(
                "select partner, form from plainclaim_submission where partition_id = {practice} and state = 'READY'"
                        + " group by partner, form order by min(created_at)",
                (row, number) -> new Batch(row.getString("partner"), Form.valueOf(row.getString("form"))));
    }

    /** Takes claims out that no other node takes at the same time; they are locked until the transaction ends. */
    List<LoggedClaim> take(Batch batch, int most) {
        return sql.query(
                LogRows.CLAIM
                        + "state = 'READY' and partner = ? and form = ? order by created_at, claim_number limit ?"
                        + " for update skip locked",
                LogRows::claim,
                batch.partner(),
                batch.form().name(),
                most);
    }

    /** Holds a claim that waits; nothing happens to one that does not wait. */
    boolean hold(String number, Hold why) {
        return sql.update(
                        "update plainclaim_submission set state = 'HELD', hold = ?, changed_at = ? where partition_id"
                                + " = {practice} and claim_number = ? and state in ('READY', 'HELD')",
                        why.name(),
                        clock.millis(),
                        number)
                > 0;
    }

    /** Claims that are held for a reason, the longest waiting first; nobody else takes them until the transaction ends. */
    List<LoggedClaim> held(Hold why, int most) {
        return sql.query(
                LogRows.CLAIM + "state = 'HELD' and hold = ? order by changed_at, claim_number limit ? for update skip"
                        + " locked",
                LogRows::claim,
                why.name(),
                most);
    }

    /**
     * Takes apart an interchange of which no byte has left: its claims wait again.
     *
     * @return false if sending it was tried before, so that the partner may have it
     */
    boolean takeApart(LoggedInterchange interchange) {
        int taken = sql.update(
                "update plainclaim_interchange set state = 'WITHDRAWN' where partition_id = {practice} and id = ? and"
                        + " state = 'WRITTEN' and attempted_at is null",
                interchange.id());
        if (taken > 0) {
            sql.update(
                    "update plainclaim_submission set state = 'READY', interchange = null, changed_at = ? where"
                            + " partition_id = {practice} and interchange = ? and state = 'BATCHED'",
                    clock.millis(),
                    interchange.id());
        }
        return taken > 0;
    }

    /** Says that from here on the partner may have an interchange. */
    void attempted(LoggedInterchange interchange) {
        sql.update(
                "update plainclaim_interchange set attempted_at = ? where partition_id = {practice} and id = ? and"
                        + " attempted_at is null",
                clock.millis(),
                interchange.id());
    }

    /** Numbers of the versions of a Claim that are about to leave. */
    List<String> ready(String claim) {
        return sql.queryForList(
                "select claim_number from plainclaim_submission where partition_id = {practice} and claim = ? and"
                        + " state = 'READY'",
                String.class,
                claim);
    }

    /** Payers of claims that are held because they have no partner. */
    List<String> payersWithoutPartner() {
        return sql.queryForList(
                "select distinct payer from plainclaim_submission where partition_id = {practice} and state = 'HELD'"
                        + " and hold = 'NO_PARTNER'",
                String.class);
    }

    /** Lets the claims of a payer go to a partner; the answer is those that were held for it. */
    List<LoggedClaim> route(String payer, String partner) {
        List<LoggedClaim> held = sql.query(
                LogRows.CLAIM + "state = 'HELD' and hold = 'NO_PARTNER' and payer = ? for update skip locked",
                LogRows::claim,
                payer);
        sql.batchUpdate(
                "update plainclaim_submission set state = 'READY', hold = '', partner = ?, changed_at = ?"
                        + " where partition_id = {practice} and claim_number = ?",
                held.stream()
                        .map(claim -> new Object[] {partner, clock.millis(), claim.number()})
                        .toList());
        return held;
    }

    /** Keeps an interchange that is to be sent. */
    void keep(LoggedInterchange interchange, byte[] content, boolean production) {
        sql.update(
                """
                insert into plainclaim_interchange (partition_id, id, partner, control, kind, production, name, content, state, written_at)
                values ({practice}, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                interchange.id(),
                interchange.partner(),
                interchange.control(),
                interchange.kind(),
                production,
                interchange.name(),
                content,
                interchange.state().name(),
                interchange.written().toEpochMilli());
    }

    /** Keeps an interchange with its claims, which were taken out in the same transaction. */
    void batch(LoggedInterchange interchange, byte[] content, boolean production, List<LoggedClaim> claims) {
        keep(interchange, content, production);
        int[] changed = sql.batchUpdate(
                "update plainclaim_submission set state = 'BATCHED', interchange = ?, changed_at = ?"
                        + " where partition_id = {practice} and claim_number = ? and state = 'READY'",
                claims.stream()
                        .map(claim -> new Object[] {interchange.id(), clock.millis(), claim.number()})
                        .toList());
        if (Arrays.stream(changed).anyMatch(rows -> rows != 1)) {
            throw new IllegalStateException("a claim that was taken out of the outbox is not there any more");
        }
    }

    /** Partners with interchanges that they do not have. */
    List<String> partnersToSendTo() {
        return sql.queryForList(
                "select distinct partner from plainclaim_interchange where partition_id = {practice} and state ="
                        + " 'WRITTEN' order by partner",
                String.class);
    }

    /** Interchanges that a partner does not have, in order. */
    List<Long> written(String partner) {
        return sql.queryForList(
                "select id from plainclaim_interchange where partition_id = {practice} and state = 'WRITTEN' and"
                        + " partner = ? order by id",
                Long.class,
                partner);
    }

    /** One of them, which no other node sends until the transaction ends; empty if another one does or did. */
    Optional<LoggedInterchange> lockWritten(long id) {
        return sql
                .query(
                        LogRows.INTERCHANGE + "id = ? and state = 'WRITTEN' for update skip locked",
                        LogRows::interchange,
                        id)
                .stream()
                .findFirst();
    }

    /** The claims of an interchange are at the partner; those with an answer stay as they are. */
    void sent(LoggedInterchange interchange) {
        sql.update(
                "update plainclaim_submission set state = 'SENT', changed_at = ? where partition_id = {practice} and"
                        + " interchange = ? and state = 'BATCHED'",
                clock.millis(),
                interchange.id());
    }
}
