package org.plainclaim.x12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PassagesTest {
    private static final String ISA = "ISA*00*          *00*          *ZZ*CLEARHOUSE     *ZZ*LINDENST      "
            + " *261130*1200*^*00501*000000007*0*T*:~";
    private static final Passages.About OURS = new Passages.About("C2", "ICN2", Set.of(41));

    private static List<Passage> of(String segments) throws IOException {
        return Passages.of(new ByteArrayInputStream((ISA + segments).getBytes(StandardCharsets.ISO_8859_1)), OURS);
    }

    @Test
    void aRemittanceSaysOfAClaimItsLinesAndWhoPaidAndNothingOfOthers() throws IOException {
        List<Passage> found = of("GS*HP*A*B*20261130*1200*1*X*005010X221A1~ST*835*0001~BPR*I*50*C*ACH~TRN*1*CHK1*199~"
                + "LX*1~CLP*C1*1*100*50**12*ICN1~NM1*QC*1*ALPHA~SVC*HC:90834*100*50~"
                + "CLP*C2*1*200*90**12*ICN2~NM1*QC*1*BETA~SVC*HC:90837*200*90~CLP*C3*1*1*1**12*ICN3~SE*12*0001~"
                + "GE*1*1~IEA*1*000000007~");
        assertEquals(1, found.size());
        Passage passage = found.get(0);
        assertEquals("835", passage.kind());
        assertTrue(passage.text().contains("TRN*1*CHK1"), passage::text);
        assertTrue(passage.text().contains("BETA") && passage.text().contains("90837"), passage::text);
        assertFalse(passage.text().contains("ALPHA") || passage.text().contains("C3"), passage::text);
    }

    @Test
    void aNumberOfThePayerFindsTheClaimToo() throws IOException {
        assertEquals(
                1,
                of("GS*HP~ST*835*1~LX*1~CLP*OTHER*22*-200*-90**12*ICN2~SE*4*1~").size());
    }

    @Test
    void aStatusIsCutOutOfTheOthers() throws IOException {
        List<Passage> found = of("GS*HN~ST*277*0001*005010X214~BHT*0085*08*1~HL*1**20*1~NM1*PR*2*PAYER~"
                + "HL*2*1*PT~NM1*QC*1*ALPHA~TRN*2*C1~STC*A3:21*20261130*U~"
                + "HL*3*1*PT~NM1*QC*1*BETA~TRN*2*C2~STC*A1:20*20261130*WQ~SE*12*0001~");
        assertEquals(1, found.size());
        assertTrue(found.get(0).text().contains("STC*A1:20"), found.get(0)::text);
        assertFalse(found.get(0).text().contains("ALPHA"), found.get(0)::text);
    }

    @Test
    void anAcknowledgmentRepeatsNothingOfAnotherClaim() throws IOException {
        List<Passage> found = of("GS*FA~ST*999*0001*005010X231A1~AK1*HC*41*005010X222A1~AK2*837*0001~"
                + "IK3*NM1*22**8~CTX*CLM01:C1~IK4*4*1035*7*ALPHA~IK3*CLM*30**8~CTX*CLM01:C2~IK4*2*782*1*BETA~IK5*R*5~"
                + "AK9*R*1*1*0~SE*10*0001~");
        String all = String.join("", found.stream().map(Passage::text).toList());
        assertTrue(all.contains("IK5*R*5") && all.contains("BETA") && all.contains("AK9*R"), all);
        assertFalse(all.contains("ALPHA"), all);
        assertEquals(List.of(), of("GS*FA~ST*999*1~AK1*HC*42~AK2*837*0001~IK5*A~AK9*A*1*1*1~SE*5*1~"));
    }

    @Test
    void anEnvelopeThatWasAcknowledgedIsNamedByItsNumber() throws IOException {
        assertEquals(1, of("TA1*000000041*261130*1200*A*000~IEA*0*000000007~").size());
        assertEquals(0, of("TA1*000000040*261130*1200*A*000~IEA*0*000000007~").size());
        assertEquals(List.of(), Passages.of(new ByteArrayInputStream(new byte[] {1, 2}), OURS));
    }
}
