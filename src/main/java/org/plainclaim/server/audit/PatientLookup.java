package org.plainclaim.server.audit;

import java.util.List;
import org.plainclaim.server.store.PracticeSql;

/** Which patient a stored resource is about, by what it refers to. */
final class PatientLookup {
    private static final String SQL = "select t.FHIR_ID from HFJ_RESOURCE r join HFJ_RES_LINK l on"
            + " l.SRC_RESOURCE_ID = r.RES_ID and l.PARTITION_ID = {practice} join HFJ_RESOURCE t on"
            + " t.RES_ID = l.TARGET_RESOURCE_ID and t.PARTITION_ID = {practice}"
            + " where r.PARTITION_ID = {practice} and r.RES_TYPE = ? and r.FHIR_ID = ? and t.RES_TYPE = 'Patient'"
            + " and l.SRC_PATH in (?, ?, ?, ?) fetch first 1 rows only";

    private final PracticeSql database;

    PatientLookup(PracticeSql database) {
        this.database = database;
    }

    /** Reference of the patient; empty if the resource is about none or is not stored. */
    String of(String reference) {
        int slash = reference.indexOf('/');
        if (slash < 0) {
            return "";
        }
        String type = reference.substring(0, slash);
        if (type.equals("Patient")) {
            return reference;
        }
        List<String> found = database.queryForList(
                SQL,
                String.class,
                type,
                reference.substring(slash + 1),
                type + ".subject",
                type + ".patient",
                type + ".beneficiary",
                type + ".for");
        return found.isEmpty() ? "" : "Patient/" + found.get(0);
    }
}
