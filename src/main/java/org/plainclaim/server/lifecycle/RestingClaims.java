package org.plainclaim.server.lifecycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.plainclaim.server.store.PracticeSql;
import org.plainclaim.server.submission.LoggedClaim;
import org.plainclaim.server.submission.SubmissionLog;

/** Which claims that were sent rest on a resource: refer to it, answer it, or were derived from it. */
final class RestingClaims {
    private static final String OUT = "select t.FHIR_ID from HFJ_RES_LINK l join HFJ_RESOURCE t on"
            + " t.RES_ID = l.TARGET_RESOURCE_ID and t.PARTITION_ID = {practice} join HFJ_RESOURCE r on"
            + " r.RES_ID = l.SRC_RESOURCE_ID and r.PARTITION_ID = {practice} where l.PARTITION_ID = {practice}"
            + " and r.RES_TYPE = ? and r.FHIR_ID = ? and t.RES_TYPE = 'Claim'";
    private static final String IN = "select s.FHIR_ID from HFJ_RES_LINK l join HFJ_RESOURCE s on"
            + " s.RES_ID = l.SRC_RESOURCE_ID and s.PARTITION_ID = {practice} join HFJ_RESOURCE r on"
            + " r.RES_ID = l.TARGET_RESOURCE_ID and r.PARTITION_ID = {practice} where l.PARTITION_ID = {practice}"
            + " and r.RES_TYPE = ? and r.FHIR_ID = ? and s.RES_TYPE = 'Claim'";
    private static final String DERIVED = "select c.FHIR_ID from HFJ_RES_LINK l join HFJ_RESOURCE r on"
            + " r.RES_ID = l.TARGET_RESOURCE_ID and r.PARTITION_ID = {practice} join HFJ_RES_LINK m on"
            + " m.SRC_RESOURCE_ID = l.SRC_RESOURCE_ID and m.PARTITION_ID = {practice} join HFJ_RESOURCE c on"
            + " c.RES_ID = m.TARGET_RESOURCE_ID and c.PARTITION_ID = {practice} where l.PARTITION_ID = {practice}"
            + " and r.RES_TYPE = ? and r.FHIR_ID = ? and l.SRC_PATH = 'Provenance.entity.what'"
            + " and m.SRC_PATH = 'Provenance.target' and c.RES_TYPE = 'Claim'";

    private final PracticeSql sql;
    private final SubmissionLog log;

    RestingClaims(PracticeSql sql, SubmissionLog log) {
        this.sql = sql;
        this.log = log;
    }

    /** What was sent of these claims. */
    List<LoggedClaim> of(String type, String id) {
        TreeSet<String> claims = new TreeSet<>();
        if (type.equals("Claim")) {
            claims.add(id);
        }
        for (String query : List.of(OUT, IN, DERIVED)) {
            claims.addAll(sql.queryForList(query, String.class, type, id));
        }
        List<LoggedClaim> sent = new ArrayList<>();
        claims.forEach(claim -> log.claimsOf("Claim/" + claim).stream()
                .filter(logged -> logged.state().gone())
                .forEach(sent::add));
        return sent;
    }

    /** The last date of service of what was sent. */
    static LocalDate service(LoggedClaim claim) {
        LocalDate to = claim.submission().to();
        return to == null ? claim.created().atZone(java.time.ZoneOffset.UTC).toLocalDate() : to;
    }
}
