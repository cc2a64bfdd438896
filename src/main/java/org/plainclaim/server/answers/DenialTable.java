package org.plainclaim.server.answers;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** What payers refused, each with the edits that should have caught it. */
final class DenialTable {
    private final JdbcTemplate sql;

    DenialTable(JdbcTemplate sql) {
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
        sql.update("delete from plainclaim_denial_edit where denial = ?", refused.id());
        sql.update("delete from plainclaim_denial where id = ?", refused.id());
        sql.update(
                "insert into plainclaim_denial values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
                .forEach(edit -> sql.update("insert into plainclaim_denial_edit values (?, ?)", refused.id(), edit));
    }
}
