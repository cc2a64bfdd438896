package org.plainclaim.server.submission;

import java.time.Clock;
import javax.sql.DataSource;
import org.plainclaim.server.RunningServer;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.submission.Submission;

/** Claims that have left, written into the log of a running server. */
public final class Gone {
    private Gone() {}

    /** A submission of a stored Claim that is at the partner. */
    public static void to(RunningServer server, Submission submission, String claim, String response, String patient) {
        PracticeSql sql = PracticeSql.only(server.part(DataSource.class));
        new Outbox(sql, Clock.systemUTC())
                .put(new NewClaim(claim, 1, 1, response, patient, "partner", "", null, submission));
        sql.update(
                "update plainclaim_submission set state = 'SENT'"
                        + " where partition_id = {practice} and claim_number = ?",
                submission.heading().id());
    }

    /** Writes down that submissions left in an interchange. */
    public static void in(RunningServer server, long control, byte[] content, String... numbers) {
        PracticeSql sql = PracticeSql.only(server.part(DataSource.class));
        sql.update(
                "insert into plainclaim_interchange (partition_id, id, partner, control, kind, production, name,"
                        + " content, state, written_at) values ({practice}, ?, 'partner', ?, '837P', false, ?, ?, 'SENT',"
                        + " 0)",
                control + 1_000_000_000L,
                (int) control,
                "f" + control,
                content);
        for (String number : numbers) {
            sql.update(
                    "update plainclaim_submission set interchange = ?"
                            + " where partition_id = {practice} and claim_number = ?",
                    control + 1_000_000_000L,
                    number);
        }
    }

    /** The state of a submission. */
    public static ClaimState state(RunningServer server, String number) {
        return server.part(SubmissionLog.class).claim(number).orElseThrow().state();
    }

    /** The payer's number of a submission. */
    public static String payerNumber(RunningServer server, String number) {
        return server.part(SubmissionLog.class).claim(number).orElseThrow().payerNumber();
    }
}
