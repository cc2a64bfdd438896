package org.plainclaim.server.answers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.submission.Money;
import org.plainclaim.x12.remittance.RemittanceKey;

/** Payments, how far each is posted, and what each of their claims was paid. */
final class Ledger {
    private final PracticeSql sql;

    Ledger(PracticeSql sql) {
        this.sql = sql;
    }

    /**
     * A payment that came in.
     *
     * @param key our key of it
     * @param digest the file it is posted from
     * @param done how many of its claims are posted
     * @param closed true once all are, with the reconciliation
     * @param claims how many claims it has; 0 until it is closed
     * @param paid what they were paid together
     */
    record Entry(String key, String digest, int done, boolean closed, int claims, BigDecimal paid) {}

    /**
     * What one claim of a payment was paid.
     *
     * @param position its place in the transaction, from 0
     * @param submitted CLM01 as the payer repeats it
     * @param claim reference of our Claim; null if there is none
     * @param response reference of the ClaimResponse; null if there is none
     * @param outcome what it came to
     * @param charge what was charged
     * @param paid the payment
     */
    record Paid(
            int position,
            String submitted,
            @Nullable String claim,
            @Nullable String response,
            String outcome,
            BigDecimal charge,
            BigDecimal paid) {}

    /** The key of a payment: the same money has the same one, whatever file it comes in. */
    static String key(RemittanceKey key) {
        return AnswerFiles.digest(key.payment());
    }

    Optional<Entry> find(String payment) {
        return entries("where partition_id = {practice} and payment = ?", payment);
    }

    /** The same, and nobody else changes it until this transaction ends. */
    Optional<Entry> lock(String payment) {
        return entries("where partition_id = {practice} and payment = ? for update", payment);
    }

    private Optional<Entry> entries(String where, String payment) {
        return sql
                .query(
                        "select payment, digest, done, closed, claims, paid from plainclaim_payment " + where,
                        (row, number) -> new Entry(
                                row.getString("payment"),
                                row.getString("digest"),
                                row.getInt("done"),
                                row.getBoolean("closed"),
                                row.getInt("claims"),
                                Money.of(row.getBigDecimal("paid"))),
                        payment)
                .stream()
                .findFirst();
    }

    /** A payment of which nothing is posted yet. */
    void open(String payment, String transmission, String digest) {
        sql.update(
                "insert into plainclaim_payment values ({practice}, ?, ?, ?, 0, false, 0, 0)",
                payment,
                AnswerFiles.digest(transmission),
                digest);
    }

    /** True if a file with the same control numbers brought other money before. */
    boolean numbersUsed(String payment, String transmission) {
        Integer others = sql.queryForObject(
                "select count(*) from plainclaim_payment"
                        + " where partition_id = {practice} and transmission = ? and payment <> ?",
                Integer.class,
                AnswerFiles.digest(transmission),
                payment);
        return others != null && others > 0;
    }

    void done(String payment, int done) {
        sql.update(
                "update plainclaim_payment set done = ?" + " where partition_id = {practice} and payment = ?",
                done,
                payment);
    }

    void close(String payment, int claims, BigDecimal paid) {
        sql.update(
                "update plainclaim_payment set closed = true, claims = ?, paid = ?"
                        + " where partition_id = {practice} and payment = ?",
                claims,
                paid,
                payment);
    }

    void add(String payment, Paid paid) {
        sql.update(
                "insert into plainclaim_paid values ({practice}, ?, ?, ?, ?, ?, ?, ?, ?)",
                payment,
                paid.position(),
                paid.submitted(),
                paid.claim(),
                paid.response(),
                paid.outcome(),
                paid.charge(),
                paid.paid());
    }

    /** A claim that nobody knew is known now. */
    void match(String payment, Paid paid) {
        sql.update(
                "update plainclaim_paid set claim = ?, response = ?, outcome = ?"
                        + " where partition_id = {practice} and payment = ? and position = ?",
                paid.claim(),
                paid.response(),
                paid.outcome(),
                payment,
                paid.position());
    }

    /** The claims of a payment, in their order. */
    List<Paid> of(String payment) {
        return sql.query(
                "select * from plainclaim_paid where partition_id = {practice} and payment = ? order by position",
                (row, number) -> new Paid(
                        row.getInt("position"),
                        row.getString("submitted"),
                        row.getString("claim"),
                        row.getString("response"),
                        row.getString("outcome"),
                        Money.of(row.getBigDecimal("charge")),
                        Money.of(row.getBigDecimal("paid"))),
                payment);
    }

    /**
     * All charges that payments answered for a claim, but for one place of one payment; less than nothing if an answer
     * was taken back before it came.
     */
    BigDecimal answered(String claim, String payment, int position) {
        BigDecimal sum = sql.queryForObject(
                "select coalesce(sum(charge), 0) from plainclaim_paid"
                        + " where partition_id = {practice} and claim = ? and outcome not in"
                        + " ('PENDING', 'FORWARDED') and not (payment = ? and position = ?)",
                BigDecimal.class,
                claim,
                payment,
                position);
        return sum == null ? Money.ZERO : Money.of(sum);
    }
}
