package org.plainclaim.server.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plainclaim.access.Role;
import org.plainclaim.server.FhirHttp;
import org.plainclaim.server.GuardedServer;
import org.plainclaim.server.bulk.Fetched;

/** An export holds what a search would show to the same caller. */
final class ExportedLabelsTest {
    private static final String CANARY = "Xanthoria";

    @Test
    void whatIsHiddenFromACallerIsNotInTheExport() {
        Records records = new Records(GuardedServer.everybody());
        records.patient();
        records.organization(true);
        String encounter = records.encounter("e");
        records.condition("c", "F11.20", encounter);
        records.note("n", "PSYTHPN", CANARY);
        records.note("o", "", "plain words");
        boolean differ = false;
        for (Role role : Set.of(Role.EHR, Role.AUDITOR)) {
            for (String purpose : Set.of("TREAT", "HOPERAT", "HMARKT")) {
                FhirHttp http = GuardedServer.with(GuardedServer.sign(GuardedServer.claims("system/*.rs", role)
                        .claim("purpose_of_use", purpose)
                        .build()));
                Fetched fetched = Fetched.get(http, "$export?_type=Encounter,Condition,DocumentReference");
                assertFalse(String.join("\n", fetched.lines()).contains(CANARY), role + " " + purpose);
                Set<String> exported = new TreeSet<>(fetched.content().keySet());
                exported.removeIf(one -> !one.contains(records.key));
                Set<String> shown = new TreeSet<>();
                for (String type : Set.of("Encounter", "Condition", "DocumentReference")) {
                    http.get(type + "?patient=Patient/" + records.key + "-p")
                            .matches()
                            .forEach(id -> shown.add(type + "/" + id));
                }
                assertEquals(shown, exported, role + " " + purpose);
                differ |= exported.size() < 3;
            }
        }
        assertTrue(differ, "something is hidden from one of them");
    }
}
