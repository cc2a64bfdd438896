package org.plainclaim.server.submission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Frequency;

/** Rows of the log as records. */
final class LogRows {
    static final String CLAIM =
            "select claim_number, claim, claim_version, cover_order, response, patient, payer, partner, form,"
                    + " frequency, original, state, hold, payer_number, interchange, created_at, content from"
                    + " plainclaim_submission where partition_id = {practice} and ";

    static final String INTERCHANGE =
            "select id, partner, control, kind, name, state, written_at, sent_at from plainclaim_interchange"
                    + " where partition_id = {practice} and ";

    private LogRows() {}

    static LoggedClaim claim(ResultSet row, int number) throws SQLException {
        return new LoggedClaim(
                row.getString("claim_number"),
                row.getString("claim"),
                row.getLong("claim_version"),
                row.getInt("cover_order"),
                row.getString("response"),
                row.getString("patient"),
                row.getString("payer"),
                row.getString("partner"),
                Form.valueOf(row.getString("form")),
                frequency(row.getString("frequency")),
                row.getString("original"),
                ClaimState.valueOf(row.getString("state")),
                hold(row.getString("hold")),
                row.getString("payer_number"),
                number(row, "interchange"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                SubmissionText.read(row.getString("content")));
    }

    static LoggedInterchange interchange(ResultSet row, int number) throws SQLException {
        Long sent = number(row, "sent_at");
        return new LoggedInterchange(
                row.getLong("id"),
                row.getString("partner"),
                row.getInt("control"),
                row.getString("kind"),
                row.getString("name"),
                InterchangeState.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("written_at")),
                sent == null ? null : Instant.ofEpochMilli(sent));
    }

    private static @Nullable Hold hold(String name) {
        return name.isEmpty() ? null : Hold.valueOf(name);
    }

    private static Frequency frequency(String code) {
        return Arrays.stream(Frequency.values())
                .filter(frequency -> frequency.code().equals(code))
                .findFirst()
                .orElse(Frequency.ORIGINAL);
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }
}
