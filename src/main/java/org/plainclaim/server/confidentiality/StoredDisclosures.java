package org.plainclaim.server.confidentiality;

import java.util.UUID;
import org.plainclaim.confidentiality.Disclosures;
import org.plainclaim.confidentiality.MadeDisclosure;
import org.plainclaim.server.store.PracticeSql;

/** Keeps what was told to whom in a table, in the transaction in which it leaves. */
final class StoredDisclosures implements Disclosures {
    private final PracticeSql sql;

    StoredDisclosures(PracticeSql sql) {
        this.sql = sql;
    }

    @Override
    public void made(MadeDisclosure disclosure) {
        sql.update(
                """
                insert into plainclaim_disclosure (id, partition_id, at, patient, contents, recipient, way, purpose, labels,
                  decision, consent, notice, notice_at) values (?, {practice}, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                UUID.randomUUID().toString(),
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
