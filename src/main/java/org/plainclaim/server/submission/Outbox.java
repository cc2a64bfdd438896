package org.plainclaim.server.submission;

import java.time.Clock;
import java.util.List;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Heading;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where claims wait until an interchange takes them; reads and writes in the transaction of its caller. */
final class Outbox {
    private final JdbcTemplate sql;
    private final Clock clock;

    Outbox(JdbcTemplate sql, Clock clock) {
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

    /** Puts a claim in. A second one of the same version of the Claim is refused by the database. */
    void put(NewClaim claim) {
        Heading heading = claim.submission().heading();
        sql.update(
                """
                insert into plainclaim_submission (claim_number, claim, claim_version, response, patient, payer, partner,
                  form, frequency, original, state, hold, payer_number, content, created_at, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?)""",
                heading.id(),
                claim.claim(),
                claim.version(),
                claim.response(),
                claim.patient(),
                claim.submission().cover().payer().id(),
                claim.partner(),
                heading.form().name(),
                heading.frequency().code(),
                claim.original(),
                (claim.hold().isEmpty() ? ClaimState.READY : ClaimState.HELD).name(),
                claim.hold(),
                SubmissionText.of(claim.submission()),
                clock.millis(),
                clock.millis());
    }

    /** What is waiting, the longest waiting first. */
    List<Batch> waiting() {
        return sql.query(
                "select partner, form from plainclaim_submission where state = 'READY' group by partner, form"
                        + " order by min(created_at)",
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
    boolean hold(String number, String reason) {
        return sql.update(
                        "update plainclaim_submission set state = 'HELD', hold = ?, changed_at = ?"
                                + " where claim_number = ? and state in ('READY', 'HELD')",
                        reason,
                        clock.millis(),
                        number)
                > 0;
    }
}
