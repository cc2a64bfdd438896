package org.plainclaim.server.answers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plainclaim.x12.acknowledgment.SegmentError;

/** A segment of an 837 belongs to a claim, to all claims of a level, or to none in particular. */
final class SentClaimPlacesTest {
    /** Two billing providers, the first with a subscriber of two claims and one whose patient has a claim. */
    private static final String FILE = "ISA*00*          *00*          *ZZ*US             *ZZ*THEM           *260303"
            + "*0800*^*00501*000000007*0*T*:~GS*HC*US*THEM*20260303*0800*7*X*005010X222A1~"
            + "ST*837*0001*005010X222A1~BHT*0019*00*7-0001*20260303*0800*CH~"
            + "HL*1**20*1~NM1*85*2*ONE~"
            + "HL*2*1*22*0~NM1*IL*1*A~CLM*A1*1~HI*ABK:F411~CLM*A2*1~HI*ABK:F411~"
            + "HL*3*1*22*1~NM1*IL*1*B~HL*4*3*23*0~NM1*QC*1*C~CLM*C1*1~HI*ABK:F411~"
            + "HL*5**20*1~NM1*85*2*TWO~HL*6*5*22*0~NM1*IL*1*D~CLM*D1*1~SE*22*0001~"
            + "GE*1*7~IEA*1*000000007~";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "BHT | 2  | 8 |",
                "NM1 | 4  | 8 | A1 A2 C1",
                "NM1 | 6  | 8 | A1 A2",
                "HI  | 8  | 8 | A1",
                "CLM | 9  | 8 | A2",
                "NM1 | 12 | 8 | C1",
                "NM1 | 14 | 8 | C1",
                "NM1 | 18 | 8 | D1",
                "DTP | 8  | 3 | A1",
                "DTP | 9  | 3 |",
                "HI  | 9  | 8 |",
                "SE  | 22 | 8 |",
                "HI  | 99 | 8 |"
            })
    void aSegmentBelongsToTheClaimsBelowIt(String segment, long position, String code, String claims)
            throws IOException {
        SegmentError error = new SegmentError(segment, position, "", code, "", List.of());
        SentClaimPlaces places = SentClaimPlaces.of(
                new ByteArrayInputStream(FILE.getBytes(StandardCharsets.US_ASCII)),
                "0001",
                SentClaimPlaces.around(error));
        assertEquals(claims == null ? Set.of() : Set.of(claims.split(" ")), places.of(error));
        assertEquals(Set.of("A1", "A2", "C1", "D1"), places.all());
    }
}
