package org.plainclaim.confidentiality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.plainclaim.confidentiality.Shipped.BOOK;
import static org.plainclaim.confidentiality.Shipped.DAY;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainclaim.submission.Submission;

final class NeededDiagnosesTest {
    private final NeededDiagnoses needed = new NeededDiagnoses(BOOK);

    @Test
    void aSensitiveDiagnosisThatNoLinePointsToIsLeftOff() {
        Submission claim = Claims.with(List.of("B20", "F41.1", "F11.20", "I10"), List.of(2), List.of(4, 2));
        NeededDiagnoses.Needed found = needed.of("Claim/7", claim, DAY);
        assertEquals(List.of("F41.1", "I10"), found.submission().diagnoses());
        assertEquals(List.of(1), found.submission().lines().get(0).pointers());
        assertEquals(List.of(2, 1), found.submission().lines().get(1).pointers());
        assertEquals(2, found.findings().size());
        found.findings()
                .forEach(finding -> assertFalse(
                        finding.toString().contains("B20") || finding.toString().contains("F11")));
    }

    @Test
    void oneThatALinePointsToStays() {
        Submission claim = Claims.with(List.of("F11.20", "F41.1"), List.of(1));
        assertEquals(claim, needed.of("Claim/7", claim, DAY).submission());
    }

    @Test
    void othersThatNobodyPointsToStay() {
        Submission claim = Claims.with(List.of("F41.1", "I10"), List.of(1));
        assertEquals(claim, needed.of("Claim/7", claim, DAY).submission());
    }
}
