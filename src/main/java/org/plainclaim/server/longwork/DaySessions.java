package org.plainclaim.server.longwork;

import ca.uhn.fhir.interceptor.model.RequestPartitionId;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.entity.BaseResourceIndexedSearchParam;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.server.store.Question;

/** Makes the finished sessions that begin on some days the parts of long work, by one statement. */
final class DaySessions {
    /** Those of one patient stand together, so that they are read and kept together. */
    private static final String ADD =
            "insert into plainclaim_long_work_item (partition_id, work, number, item, outcome,"
                    + " rule, reason) select {practice}, cast(? as varchar(40)), row_number() over (order by"
                    + " l.TARGET_RESOURCE_ID, r.RES_ID), r.FHIR_ID, 'open', '', '' from HFJ_SPIDX_DATE d join HFJ_RESOURCE r on"
                    + " r.RES_ID = d.RES_ID and r.PARTITION_ID = {practice} join HFJ_SPIDX_TOKEN s on s.RES_ID = r.RES_ID and"
                    + " s.PARTITION_ID = {practice} and s.HASH_SYS_AND_VALUE = ? left join HFJ_RES_LINK l on l.SRC_RESOURCE_ID ="
                    + " r.RES_ID and l.SRC_PATH = 'Encounter.subject' and l.PARTITION_ID = {practice} where d.PARTITION_ID ="
                    + " {practice} and d.HASH_IDENTITY = ? and d.SP_VALUE_LOW >= ? and d.SP_VALUE_LOW < ? and r.RES_TYPE ="
                    + " 'Encounter' and r.RES_DELETED_AT is null";

    private static final long FINISHED =
            Question.hash("Encounter", "status", "http://hl7.org/fhir/encounter-status", "finished");
    private static final long DATE = BaseResourceIndexedSearchParam.calculateHashIdentity(
            new PartitionSettings(), (RequestPartitionId) null, "Encounter", "date");

    private final PracticeSql sql;
    private final ZoneId zone;

    DaySessions(PracticeSql sql, ZoneId zone) {
        this.sql = sql;
        this.zone = zone;
    }

    /** Adds them; the answer is how many. */
    int add(String work, Days days) {
        return sql.update(
                ADD,
                work,
                FINISHED,
                DATE,
                start(days.first()),
                start(days.last().plusDays(1)));
    }

    private Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(zone).toInstant());
    }
}
