package org.plainclaim.server.answers;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plainclaim.server.search.Sightline;
import org.plainclaim.server.store.PracticeSql;

/** What payers refused, each with the edits that should have caught it. */
final class DenialTable {
    private final PracticeSql sql;

    DenialTable(PracticeSql sql) {
        this.sql = sql;
    }

    /**
     * Something that a payer refused.
     *
     * @param id always the same for the same statement of a payer
     * @param day day of the payment or of the notice
     * @param payer number of the payer
     * @param payerName name of the payer
     * @param claim reference of our Claim
     * @param response reference of the ClaimResponse
     * @param answer {@code adjustment} (835) or {@code status} (277CA)
     * @param group group of the adjustment, or category of the status
     * @param reason reason or status code
     * @param remarks remark codes or the entity, apart by spaces
     * @param procedure code of the line; empty if it is about the claim
     * @param amount dollars refused
     * @param edits edits that should have caught it; {@code rule-gap} if there is none
     */
    record Refused(
            String id,
            LocalDate day,
            String payer,
            String payerName,
            String claim,
            String response,
            String answer,
            String group,
            String reason,
            String remarks,
            String procedure,
            BigDecimal amount,
            List<String> edits) {
        Refused {
            edits = List.copyOf(edits);
        }
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    /** Keeps one; what was kept before under its id is gone. */
    void put(Refused refused) {
        sql.update("delete from plainclaim_denial_edit where partition_id = {practice} and denial = ?", refused.id());
        sql.update("delete from plainclaim_denial where partition_id = {practice} and id = ?", refused.id());
        sql.update(
                "insert into plainclaim_denial values ({practice}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                refused.id(),
                Date.valueOf(refused.day()),
                cut(refused.payer(), 100),
                cut(refused.payerName(), 200),
                refused.claim(),
                refused.response(),
                refused.answer(),
                cut(refused.group(), 10),
                cut(refused.reason(), 10),
                cut(refused.remarks(), 200),
                cut(refused.procedure(), 20),
                refused.amount());
        refused.edits()
                .forEach(edit ->
                        sql.update("insert into plainclaim_denial_edit values ({practice}, ?, ?)", refused.id(), edit));
    }

    /**
     * Denials that have something in common.
     *
     * @param of the edit or the reason; empty for all
     * @param count how many
     * @param amount dollars refused
     */
    record Sum(String of, int count, BigDecimal amount) {}

    /** All that is asked for, together. */
    Sum sum(DenialsInput input, Sightline seen) {
        return sums(
                        new Among(input, seen),
                        "select '' as label, count(*) as many, coalesce(sum(d.amount), 0) as dollars",
                        "",
                        "")
                .get(0);
    }

    /** By edit, the most dollars first; a denial that several edits might have caught counts for each. */
    List<Sum> byEdit(DenialsInput input, Sightline seen) {
        return sums(
                new Among(input, seen),
                "select e.edit as label, count(*) as many, sum(d.amount) as dollars",
                " join plainclaim_denial_edit e on e.partition_id = {practice} and e.denial = d.id",
                " group by e.edit order by dollars desc, label");
    }

    /** By reason, the most dollars first. */
    List<Sum> byReason(DenialsInput input, Sightline seen) {
        return sums(
                new Among(input, seen),
                "select d.reason as label, count(*) as many, sum(d.amount) as dollars",
                "",
                " group by d.reason order by dollars desc, label");
    }

    private record Among(DenialsInput input, Sightline seen) {}

    private List<Sum> sums(Among among, String select, String join, String group) {
        return sql.query(
                select + " from plainclaim_denial d" + join + where(among.input(), among.seen()) + group,
                (row, number) -> new Sum(
                        row.getString("label"),
                        row.getInt("many"),
                        org.plainclaim.submission.Money.of(row.getBigDecimal("dollars"))),
                values(among.input()));
    }

    /** One page, the latest first. */
    List<Refused> list(DenialsInput input, Sightline seen) {
        return sql.query(
                "select d.* from plainclaim_denial d" + where(input, seen) + " order by d.said_on desc, d.id limit "
                        + input.count() + " offset " + input.offset(),
                (row, number) -> new Refused(
                        row.getString("id"),
                        row.getDate("said_on").toLocalDate(),
                        row.getString("payer"),
                        row.getString("payer_name"),
                        row.getString("claim"),
                        row.getString("response"),
                        row.getString("answer"),
                        row.getString("cas_group"),
                        row.getString("reason"),
                        row.getString("remarks"),
                        row.getString("procedure_code"),
                        row.getBigDecimal("amount"),
                        edits(row.getString("id"))),
                values(input));
    }

    private List<String> edits(String denial) {
        return sql.queryForList(
                "select edit from plainclaim_denial_edit"
                        + " where partition_id = {practice} and denial = ? order by edit",
                String.class,
                denial);
    }

    private static String where(DenialsInput input, Sightline seen) {
        return " where d.partition_id = {practice} and d.said_on between ? and ?" + seen.claims("d.claim")
                + (input.payer().isEmpty() ? "" : " and d.payer = ?")
                + (input.reason().isEmpty() ? "" : " and d.reason = ?")
                + (input.rule().isEmpty()
                        ? ""
                        : " and exists (select 1 from plainclaim_denial_edit r where r.partition_id = {practice}"
                                + " and r.denial = d.id and r.edit = ?)");
    }

    private static Object[] values(DenialsInput input) {
        List<Object> values = new ArrayList<>(List.of(Date.valueOf(input.from()), Date.valueOf(input.to())));
        for (String text : List.of(input.payer(), input.reason(), input.rule())) {
            if (!text.isEmpty()) {
                values.add(text);
            }
        }
        return values.toArray();
    }
}
