package org.plainclaim.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plainclaim.confidentiality.Shipped.BOOK;
import static org.plainclaim.confidentiality.Shipped.DAY;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plainclaim.confidentiality.ReadingRules.Reader;

final class ReadingRulesTest {
    private static final List<String> NOTE = List.of("V", "PSYTHPN", "HIPAAPsyNotes", "NOAUTH");
    private static final Set<String> ALL =
            Set.of("ehr", "clinician", "coder", "biller", "front-desk", "auditor", "admin");
    private final ReadingRules rules = new ReadingRules(BOOK);

    private boolean may(String role, String purpose, List<String> labels) {
        return rules.may(new Reader(Set.of(role), purpose), labels, false, DAY);
    }

    @Test
    void onlyItsAuthorReadsAPsychotherapyNoteAndOnlyForTreatment() {
        for (String role : ALL) {
            for (String purpose : List.of("TREAT", "HPAYMT", "HOPERAT", "HMARKT")) {
                Reader reader = new Reader(Set.of(role), purpose);
                assertFalse(rules.may(reader, NOTE, false, DAY));
                assertEquals(role.equals("clinician") && purpose.equals("TREAT"), rules.may(reader, NOTE, true, DAY));
            }
        }
        assertFalse(rules.may(new Reader(ALL, "TREAT"), NOTE, false, DAY));
    }

    @Test
    void recordsOfAProgramAreForThoseWhoNeedThem() {
        List<String> labels = List.of("R", "SUD", "42CFRPart2", "NORDSCLCD");
        assertTrue(may("clinician", "TREAT", labels));
        assertTrue(may("biller", "HPAYMT", labels));
        assertTrue(may("auditor", "HOPERAT", labels));
        assertFalse(may("biller", "TREAT", labels));
        assertFalse(may("front-desk", "HPAYMT", labels));
        assertFalse(may("clinician", "HMARKT", labels));
    }

    @Test
    void withoutAConsentAnAuditorDoesNotSeeThem() {
        List<String> labels = List.of("R", "42CFRPart2", "NORDSCLCD", "NODSCLCD");
        assertTrue(may("biller", "HPAYMT", labels));
        assertFalse(may("auditor", "HOPERAT", labels));
    }

    @Test
    void whatBearsNoLabelOfARowIsForEverybody() {
        assertTrue(may("front-desk", "HMARKT", List.of("PSY")));
        assertTrue(may("front-desk", "HMARKT", List.of()));
    }

    @Test
    void saysWhichLabelsAreHidden() {
        assertEquals(Set.of("PSYTHPN", "V"), rules.hidden(new Reader(ALL, "HPAYMT"), DAY));
        assertEquals(
                Set.of("42CFRPart2", "NODSCLCD", "PSYTHPN", "R", "V"),
                rules.hidden(new Reader(Set.of("front-desk"), "HPAYMT"), DAY));
    }
}
