package org.plainclaim.server.submission;

import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.x12.remittance.SentClaim;
import org.plainclaim.x12.remittance.SentClaims;

/**
 * What was submitted, and where it is; reads and writes in the transaction of its caller.
 *
 * <p>A state changes only from one that allows it, whoever asks and however often: two nodes that apply the same answer
 * change it once.
 */
public final class SubmissionLog implements SentClaims {
    private final PracticeSql sql;
    private final Clock clock;

    SubmissionLog(PracticeSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The claim that we gave a number (CLM01). */
    public Optional<LoggedClaim> claim(String number) {
        return claims("claim_number = ?", number).stream().findFirst();
    }

    /** The claims that the payer gave a control number (ICN, REF*1K, CLP07). */
    public List<LoggedClaim> claimsOfPayerNumber(String payerNumber) {
        return payerNumber.isEmpty() ? List.of() : claims("payer_number = ?", payerNumber);
    }

    /** Every submitted version of a Claim, and every attempt with it, the latest first. */
    public List<LoggedClaim> claimsOf(String claimReference) {
        return claims("claim = ? order by claim_version desc, attempt desc", claimReference);
    }

    /** The claims of an interchange. */
    public List<LoggedClaim> claimsIn(LoggedInterchange interchange) {
        return claims("interchange = ? order by claim_number", interchange.id());
    }

    @Override
    public List<SentClaim> withId(String id) {
        return sent(claim(id).stream().toList());
    }

    @Override
    public List<SentClaim> withPayerControlNumber(String number) {
        return sent(claimsOfPayerNumber(number));
    }

    private static List<SentClaim> sent(List<LoggedClaim> claims) {
        return claims.stream()
                .filter(claim -> claim.state().gone())
                .map(LoggedClaim::sent)
                .toList();
    }

    /** The latest interchange that went to a partner under a control number (ISA13, GS06). */
    public Optional<LoggedInterchange> interchange(String partner, int control) {
        return interchanges("control = ? and partner = ? order by id desc", control, partner).stream()
                .findFirst();
    }

    /** The interchange with an id of the log. */
    public Optional<LoggedInterchange> interchange(long id) {
        return interchanges("id = ?", id).stream().findFirst();
    }

    /** The interchange that a claim stands in. */
    public Optional<LoggedInterchange> interchangeOf(LoggedClaim claim) {
        return Optional.ofNullable(claim.interchange()).flatMap(this::interchange);
    }

    /** Brings a claim into a state. */
    public Move move(String number, ClaimState to) {
        int moved = sql.update(
                "update plainclaim_submission set state = ?, hold = '', changed_at = ?"
                        + ""
                        + " where partition_id = {practice} and claim_number = ? and state in (" + names(to.from())
                        + ")",
                to.name(),
                clock.millis(),
                number);
        if (moved > 0) {
            return Move.DONE;
        }
        return claim(number)
                .map(claim -> to.isBehind(claim.state()) ? Move.ALREADY : Move.REFUSED)
                .orElse(Move.UNKNOWN);
    }

    /** Brings an interchange into a state; its claims have theirs. */
    public Move move(LoggedInterchange interchange, InterchangeState to) {
        String time = to == InterchangeState.SENT ? "sent_at" : "answered_at";
        int moved = sql.update(
                "update plainclaim_interchange set state = ?, " + time + " = ?"
                        + " where partition_id = {practice} and id = ? and state in ("
                        + names(to.from()) + ")",
                to.name(),
                clock.millis(),
                interchange.id());
        if (moved > 0) {
            return Move.DONE;
        }
        return interchange(interchange.id())
                .map(found -> to.isBehind(found.state()) ? Move.ALREADY : Move.REFUSED)
                .orElse(Move.UNKNOWN);
    }

    /** Says whether the payer that comes after the one of a claim has to be thought of. */
    public void nextPayer(String number, NextPayer state) {
        sql.update(
                "update plainclaim_submission set next_payer = ?"
                        + " where partition_id = {practice} and claim_number = ?",
                state.name(),
                number);
    }

    /** Claims whose payer decided, and whose next payer was not thought of yet. */
    public List<LoggedClaim> nextPayerDue(int most) {
        return claims("next_payer = 'DUE' order by changed_at limit ?", most);
    }

    /** Keeps the number that the payer gave a claim; a replacement or void needs it. The latest one counts. */
    public void keepPayerNumber(String number, String payerNumber) {
        sql.update(
                "update plainclaim_submission set payer_number = ?, changed_at = ?"
                        + " where partition_id = {practice} and claim_number = ?"
                        + " and payer_number <> ?",
                payerNumber,
                clock.millis(),
                number,
                payerNumber);
    }

    /** The bytes of an interchange as they were written. */
    public byte[] content(LoggedInterchange interchange) {
        byte[] content = sql.queryForObject(
                "select content from plainclaim_interchange" + " where partition_id = {practice} and id = ?",
                byte[].class,
                interchange.id());
        return content == null ? new byte[0] : content;
    }

    List<LoggedClaim> claims(String condition, Object... values) {
        return sql.query(LogRows.CLAIM + condition, LogRows::claim, values);
    }

    List<LoggedInterchange> interchanges(String condition, Object... values) {
        return sql.query(LogRows.INTERCHANGE + condition, LogRows::interchange, values);
    }

    private static String names(Set<? extends Enum<?>> states) {
        return states.isEmpty()
                ? "null"
                : "'" + String.join("', '", states.stream().map(Enum::name).toList()) + "'";
    }

    static String marks(Collection<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }
}
