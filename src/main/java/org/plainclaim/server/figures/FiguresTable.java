package org.plainclaim.server.figures;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.plainclaim.server.figures.CodeShare.Billed;
import org.plainclaim.server.figures.FirstPass.Fate;
import org.plainclaim.server.figures.Waits.Claims;
import org.plainclaim.server.search.Sightline;
import org.plainclaim.server.store.PracticeSql;

/** The statements behind the figures; the database counts, so that a hundred thousand claims are a few hundred rows. */
final class FiguresTable {
    private static final long DAY_MILLIS = 86_400_000L;

    /** A claim that left, and was not sent before: one of frequency 1 that no earlier one of the same Claim precedes. */
    private static final String FIRST = "s.partition_id = {practice} and s.frequency = '1' and s.cover_order = 1"
            + " and s.state not in ('HELD', 'READY', 'WITHDRAWN') and not exists (select 1 from plainclaim_submission e"
            + " where e.partition_id = {practice} and e.claim = s.claim and e.cover_order = s.cover_order"
            + " and e.created_at < s.created_at and e.state not in ('HELD', 'READY', 'WITHDRAWN'))";

    private static final String REFUSED = "exists (select 1 from plainclaim_denial d where d.partition_id = {practice}"
            + " and d.response = s.response and d.answer <> 'adjustment')";

    /** By a remittance for just this submission, not for one that replaced it. */
    private static final String DENIED = "exists (select 1 from plainclaim_paid p join plainclaim_denial d on"
            + " d.partition_id = {practice} and d.response = p.response and d.answer = 'adjustment' where p.partition_id ="
            + " {practice} and p.claim = s.claim and p.submitted = s.claim_number)";

    private static final String LEFT = "(coalesce(i.sent_at, i.written_at) + ?) / " + DAY_MILLIS;

    private final PracticeSql sql;
    private final Clock clock;

    FiguresTable(PracticeSql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Milliseconds that the clocks of the practice are ahead of UTC today, also taken for the days before. */
    private long shift() {
        return 1000L * clock.getZone().getRules().getOffset(clock.instant()).getTotalSeconds();
    }

    /** What became of the claims that left in a time. */
    List<Fate> fates(LocalDate from, LocalDate to, Sightline seen) {
        return sql.query(
                "select x.left_on, x.state, x.refused, x.denied, count(*) as many from (select " + LEFT
                        + " as left_on, s.state,"
                        + " case when " + REFUSED + " then 1 else 0 end as refused,"
                        + " case when " + DENIED + " then 1 else 0 end as denied"
                        + " from plainclaim_submission s join plainclaim_interchange i on i.partition_id = {practice}"
                        + " and i.id = s.interchange where " + FIRST + seen.claims("s.claim")
                        + ") x where x.left_on between ? and ?"
                        + " group by x.left_on, x.state, x.refused, x.denied",
                (row, number) -> new Fate(
                        month(row.getLong("left_on")),
                        row.getString("state"),
                        row.getInt("refused") == 1,
                        row.getInt("denied") == 1,
                        row.getInt("many")),
                shift(),
                from.toEpochDay(),
                to.toEpochDay());
    }

    /** How long the claims took whose last service was in a time. */
    List<Claims> waits(LocalDate from, LocalDate to, Sightline seen) {
        return sql.query(
                "select x.served, x.left_on, x.paid, count(*) as many from (select b.served, " + LEFT + " as left_on,"
                        + " a.said_on as paid from plainclaim_submission s"
                        + " join plainclaim_interchange i on i.partition_id = {practice} and i.id = s.interchange"
                        + " join (select claim, max(serviced_on) as served from plainclaim_billed where partition_id ="
                        + " {practice} and serviced_on between ? and ? group by claim) b on b.claim = s.claim"
                        + " left join plainclaim_answered a on a.partition_id = {practice} and a.submission ="
                        + " s.claim_number and a.phase = 3 where " + FIRST
                        + seen.claims("s.claim") + ") x group by x.served, x.left_on, x.paid",
                (row, number) -> {
                    LocalDate served = row.getDate("served").toLocalDate();
                    Date paid = row.getDate("paid");
                    return new Claims(
                            YearMonth.from(served),
                            row.getLong("left_on") - served.toEpochDay(),
                            paid == null ? null : paid.toLocalDate().toEpochDay() - served.toEpochDay(),
                            row.getInt("many"));
                },
                shift(),
                Date.valueOf(from),
                Date.valueOf(to));
    }

    /** Numbers of claims that are held or wait to leave, or that were refused and not sent again; the oldest first. */
    List<String> waiting(int most, Sightline seen) {
        return sql.queryForList(
                "select s.claim_number from plainclaim_submission s where s.partition_id = {practice} and s.state in"
                        + " ('HELD', 'READY', 'REJECTED') and not exists (select 1 from plainclaim_submission e where"
                        + " e.partition_id = {practice} and e.claim = s.claim and e.created_at > s.created_at and e.state"
                        + " <> 'WITHDRAWN')" + seen.claims("s.claim") + " order by s.created_at fetch first " + most
                        + " rows only",
                String.class);
    }

    /** Claims since a day that nobody submitted, those with the earliest service first. */
    List<String> unsubmitted(LocalDate since, int most, Sightline seen) {
        return sql.queryForList(
                "select b.claim from plainclaim_billed b left join plainclaim_submission s on s.partition_id ="
                        + " {practice} and s.claim = b.claim and s.state <> 'WITHDRAWN' where b.partition_id = {practice}"
                        + " and b.serviced_on >= ? and s.claim is null" + seen.claims("b.claim")
                        + " group by b.claim order by max(b.serviced_on),"
                        + " b.claim fetch first " + most + " rows only",
                String.class,
                Date.valueOf(since));
    }

    /** How often each clinician billed each code in a time. */
    List<Billed> billed(LocalDate from, LocalDate to, Sightline seen) {
        return sql.query(
                "select clinician, code, count(*) as many from plainclaim_billed where partition_id = {practice} and"
                        + " serviced_on between ? and ? and clinician <> ''" + seen.claims("claim")
                        + " group by clinician, code",
                (row, number) -> new Billed(row.getString("clinician"), row.getString("code"), row.getInt("many")),
                Date.valueOf(from),
                Date.valueOf(to));
    }

    private static YearMonth month(long day) {
        return YearMonth.from(LocalDate.ofEpochDay(day));
    }
}
