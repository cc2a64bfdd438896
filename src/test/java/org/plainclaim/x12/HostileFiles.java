package org.plainclaim.x12;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small whole file of each kind, and files made of it. */
final class HostileFiles {
    static final Map<TransactionKind, Kind> KINDS = Map.of(
            TransactionKind.REMITTANCE,
            new Kind(
                    TransactionKind.REMITTANCE,
                    "005010X221A1",
                    "BPR*I*100*C*CHK************20260302~TRN*1*CHECK1*1999999999~DTM*405*20260302~"
                            + "N1*PR*A PAYER*XV*12345~PER*BL**TE*8005551212~N1*PE*A PRACTICE*XX*1234567893~LX*1~",
                    "CLP*C1*1*150*120*30*MC*ICN1*11*1~NM1*QC*1*DOE*JANE****MI*M1~SVC*HC:90837:95*150*120**1~"
                            + "DTM*472*20260301~CAS*PR*3*30~REF*6R*L1~",
                    "PLB*1234567893*20261231*WO:OLD*20~"),
            TransactionKind.CLAIM_ACKNOWLEDGMENT,
            new Kind(
                    TransactionKind.CLAIM_ACKNOWLEDGMENT,
                    "005010X214",
                    "BHT*0085*08*REF1*20260302*1030*TH~HL*1**20*1~NM1*PR*2*A"
                            + " PAYER*****PI*P1~TRN*1*T1~DTP*050*D8*20260302~DTP*009*D8*20260302~HL*2*1*21*1~NM1*41*2*A"
                            + " PRACTICE*****46*R1~TRN*2*BATCH1~"
                            + "STC*A1:20*20260302*WQ*150~HL*3*2*19*1~NM1*85*2*GROUP*****XX*1234567893~",
                    "HL*4*3*PT~NM1*QC*1*DOE*JANE****MI*M1~TRN*2*C1~STC*A2:20*20260302*WQ*150~REF*1K*ICN1~"
                            + "DTP*472*D8*20260301~",
                    ""),
            TransactionKind.STATUS_ANSWER,
            new Kind(
                    TransactionKind.STATUS_ANSWER,
                    "005010X212",
                    "BHT*0010*08*1*20260302*1030*DG~HL*1**20*1~NM1*PR*2*A PAYER*****PI*P1~HL*2*1*21*1~"
                            + "NM1*41*2*A PRACTICE*****46*R1~HL*3*2*19*1~NM1*1P*2*GROUP*****XX*1234567893~",
                    "HL*4*3*22*0~NM1*IL*1*DOE*JANE****MI*M1~TRN*2*ASK1~STC*F1:65*20260302**150~REF*1K*ICN1~"
                            + "DTP*472*D8*20260301~",
                    ""),
            TransactionKind.STATUS_INQUIRY,
            new Kind(
                    TransactionKind.STATUS_INQUIRY,
                    "005010X212",
                    "BHT*0010*13*ASK*20260302*1030~HL*1**20*1~NM1*PR*2*A PAYER*****PI*P1~HL*2*1*21*1~"
                            + "NM1*41*2*A PRACTICE*****46*R1~HL*3*2*19*1~NM1*1P*2*GROUP*****XX*1234567893~",
                    "HL*4*3*22*0~DMG*D8*19800302*F~NM1*IL*1*DOE*JANE****MI*M1~TRN*1*ASK1~REF*EJ*C1~AMT*T3*150~"
                            + "DTP*472*RD8*20260301-20260301~",
                    ""),
            TransactionKind.IMPLEMENTATION_ACKNOWLEDGMENT,
            new Kind(
                    TransactionKind.IMPLEMENTATION_ACKNOWLEDGMENT,
                    "005010X231A1",
                    "AK1*HC*7*005010X222A1~",
                    "AK2*837*0001*005010X222A1~IK3*NM1*8**8~CTX*CLM01:C1~IK4*9**1~IK5*R*5~",
                    "AK9*R*1*1*0~"),
            TransactionKind.PROFESSIONAL_CLAIM,
            new Kind(
                    TransactionKind.PROFESSIONAL_CLAIM,
                    "005010X222A1",
                    "BHT*0019*00*1*20260302*1030*CH~NM1*41*2*A PRACTICE*****46*R1~PER*IC*DESK*TE*5035551212~NM1*40*2*A"
                            + " PAYER*****46*P1~HL*1**20*1~PRV*BI*PXC*101YM0800X~NM1*85*2*A"
                            + " PRACTICE*****XX*1234567893~N3*1 MAIN"
                            + " ST~N4*SALEM*OR*973011234~REF*EI*931234567~HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*M1~N3*2"
                            + " MAIN ST~N4*SALEM*OR*97301~DMG*D8*19800302*F~NM1*PR*2*A PAYER*****PI*P1~",
                    "CLM*C1*150***11:B:1*Y*A*Y*Y~HI*ABK:F411~LX*1~SV1*HC:90837*150*UN*1***1~DTP*472*D8*20260301~"
                            + "REF*6R*L1~",
                    ""),
            TransactionKind.INSTITUTIONAL_CLAIM,
            new Kind(
                    TransactionKind.INSTITUTIONAL_CLAIM,
                    "005010X223A2",
                    "BHT*0019*00*1*20260302*1030*CH~NM1*41*2*A PRACTICE*****46*R1~PER*IC*DESK*TE*5035551212~NM1*40*2*A"
                            + " PAYER*****46*P1~HL*1**20*1~NM1*85*2*A PRACTICE*****XX*1234567893~N3*1 MAIN ST~"
                            + "N4*SALEM*OR*973011234~REF*EI*931234567~HL*2*1*22*0~SBR*P*18*******CI~NM1*IL*1*DOE*JANE****MI*M1~N3*2"
                            + " MAIN ST~N4*SALEM*OR*97301~DMG*D8*19800302*F~NM1*PR*2*A PAYER*****PI*P1~",
                    "CLM*C1*500***13:A:1**A*Y*Y~DTP*434*RD8*20260301-20260301~CL1*1*1*01~HI*ABK:F411~"
                            + "NM1*71*1*ROE*RICHARD****XX*1234567893~LX*1~SV2*0915*HC:90853*500*UN*1~DTP*472*D8*20260301~",
                    ""),
            TransactionKind.ELIGIBILITY_INQUIRY,
            new Kind(
                    TransactionKind.ELIGIBILITY_INQUIRY,
                    "005010X279A1",
                    "BHT*0022*13*ASK*20260302*1030~HL*1**20*1~NM1*PR*2*A PAYER*****PI*P1~HL*2*1*21*1~"
                            + "NM1*1P*2*GROUP*****XX*1234567893~",
                    "HL*3*2*22*0~TRN*1*ASK1*9PLAINCLAI~NM1*IL*1*DOE*JANE****MI*M1~DMG*D8*19800302*F~"
                            + "DTP*291*D8*20260302~EQ*30~",
                    ""),
            TransactionKind.ELIGIBILITY_ANSWER,
            new Kind(
                    TransactionKind.ELIGIBILITY_ANSWER,
                    "005010X279A1",
                    "BHT*0022*11*ASK*20260302*1030~HL*1**20*1~NM1*PR*2*A PAYER*****PI*P1~HL*2*1*21*1~"
                            + "NM1*1P*2*GROUP*****XX*1234567893~",
                    "HL*3*2*22*0~TRN*2*ASK1*9PLAINCLAI~NM1*IL*1*DOE*JANE****MI*M1~DMG*D8*19800302*F~"
                            + "DTP*291*D8*20260302~EB*1**30^MH~EB*B*IND*MH***27*25~",
                    ""));

    private HostileFiles() {}

    /**
     * What a transaction of a kind consists of.
     *
     * @param kind which one
     * @param version GS08
     * @param beginning what stands once at the beginning
     * @param part what may be repeated
     * @param end what stands once at the end
     */
    record Kind(TransactionKind kind, String version, String beginning, String part, String end) {
        @Override
        public String toString() {
            return kind.name();
        }

        String opening() {
            return "ISA*00*          *00*          *ZZ*PAYER          *ZZ*PRACTICE      "
                    + " *260302*1030*^*00501*000000007*0*P*:~"
                    + "GS*" + kind.function() + "*PAYER*PRACTICE*20260302*1030*7*X*" + version + "~"
                    + "ST*" + kind.transaction() + "*0001*" + version + "~";
        }

        String closing(long segments) {
            return "SE*" + (segments + 2) + "*0001~GE*1*7~IEA*1*000000007~";
        }

        /** A whole file. */
        String text() {
            String body = beginning + part + end;
            return opening() + body + closing(count(body));
        }
    }

    static long count(String segments) {
        return segments.chars().filter(c -> c == '~').count();
    }

    static List<String> segments(String text) {
        List<String> segments = new ArrayList<>();
        for (String segment : text.split("(?<=~)", -1)) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return segments;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
