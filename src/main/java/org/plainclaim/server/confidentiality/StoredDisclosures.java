package org.plainclaim.server.confidentiality;

import java.util.UUID;
import org.plainclaim.confidentiality.Disclosures;
import org.plainclaim.confidentiality.MadeDisclosure;
import org.plainclaim.server.store.Practices;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keeps what was told to whom in a table, in the transaction in which it leaves. */
final class StoredDisclosures implements Disclosures {
    private final JdbcTemplate sql;
    private final Practices practices;

    StoredDisclosures(JdbcTemplate sql, Practices practices) {
        this.sql = sql;
        this.practices = practices;
    }

    @Override
    public void made(MadeDisclosure disclosure) {
        sql.update(
                """
                insert into plainclaim_disclosure (id, practice, at, patient, contents, recipient, way, purpose, labels,
                  decision, consent, notice, notice_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                UUID.randomUUID().toString(),
                practices.present(),
                disclosure.at().toEpochMilli(),
                disclosure.patient(),
                String.join(" ", disclosure.contents()),
                disclosure.recipient(),
                disclosure.way(),
                disclosure.purpose(),
                String.join(" ", disclosure.labels()),
                disclosure.decision(),
                disclosure.consent() == null ? "" : disclosure.consent(),
                disclosure.notice(),
                disclosure.noticeAt());
    }
}
