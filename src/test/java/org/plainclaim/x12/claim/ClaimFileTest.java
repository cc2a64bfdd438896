package org.plainclaim.x12.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Frequency;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Stay;
import org.plainclaim.submission.Submission;
import org.plainclaim.x12.Interchange;

/** What stands in a file, segment by segment. */
final class ClaimFileTest {
    private static SimpleClaim child(String id, String first) {
        SimpleClaim claim = SimpleClaim.of(id);
        claim.patient = SimpleClaim.person("DOE", first);
        claim.cover = SimpleClaim.cover(1, SimpleClaim.FIRST, "19", SimpleClaim.JANE);
        return claim;
    }

    private static SimpleClaim elsewhere(SimpleClaim claim) {
        Provider billing = claim.providers.get(Role.BILLING);
        claim.providers.put(
                Role.BILLING,
                new Provider(
                        Provider.Kind.ORGANIZATION,
                        "B PRACTICE",
                        "",
                        "1245319599",
                        "",
                        "987654321",
                        "",
                        billing == null ? Address.UNKNOWN : billing.address()));
        return claim;
    }

    @Test
    void countsLevelsAndSaysWhichHaveOthersBelow() {
        List<Submission> claims = List.of(
                SimpleClaim.of("C1").made(),
                child("C2", "ADAM").made(),
                elsewhere(SimpleClaim.of("C3")).made(),
                child("C4", "BERTA").made(),
                SimpleClaim.of("C5").made(),
                child("C6", "ADAM").made());
        ClaimFiles.Result result = ClaimFiles.written(claims);
        List<String> outline = result.segments().stream()
                .filter(segment -> segment.startsWith("HL*") || segment.startsWith("CLM*"))
                .map(segment -> segment.startsWith("CLM") ? segment.substring(0, 6) : segment)
                .toList();
        assertEquals(
                List.of(
                        "HL*1**20*1",
                        "HL*2*1*22*0",
                        "CLM*C1",
                        "CLM*C5",
                        "HL*3*1*22*1",
                        "HL*4*3*23*0",
                        "CLM*C2",
                        "CLM*C6",
                        "HL*5*3*23*0",
                        "CLM*C4",
                        "HL*6**20*1",
                        "HL*7*6*22*0",
                        "CLM*C3"),
                outline);
        assertEquals(List.of("SBR*P*18*******CI", "SBR*P********CI", "SBR*P*18*******CI"), result.segments("SBR"));
        assertEquals(List.of("PAT*19", "PAT*19"), result.segments("PAT"));
        assertEquals(List.of(), ReceivedClaims.of(result.file()).faults());
    }

    @Test
    void beginsALevelAnewAfterAHundredClaims() throws IOException {
        List<Submission> claims = new ArrayList<>();
        for (int i = 0; i < 230; i++) {
            claims.add(SimpleClaim.of("C" + i).made());
        }
        ClaimFiles.Result result = ClaimFiles.written(claims);
        assertEquals(List.of("HL*1**20*1", "HL*2*1*22*0", "HL*3*1*22*0", "HL*4*1*22*0"), result.segments("HL"));
        assertEquals(List.of(), ClaimOracle.complaints(Form.PROFESSIONAL, result.file()));
        assertEquals(230, ReceivedClaims.of(result.file()).claims.size());
    }

    @Test
    void takesEveryControlNumberFromTheCaller() {
        ClaimFiles.Result result = SimpleClaim.of("C1").written();
        assertTrue(result.file().startsWith("ISA*00*"), result.file());
        assertTrue(result.segments().get(0).contains("*000000905*0*T*:"), result.file());
        assertEquals(
                "GS*HC*SENDER*RECEIVER*20261130*0915*77*X*005010X222A1",
                result.segments().get(1));
        assertEquals("ST*837*0041*005010X222A1", result.segments().get(2));
        assertEquals(List.of("BHT*0019*00*905-0041*20261130*0915*CH"), result.segments("BHT"));
        assertEquals(List.of("SE*24*0041"), result.segments("SE"));
        assertEquals(List.of("GE*1*77"), result.segments("GE"));
        assertEquals(List.of("IEA*1*000000905"), result.segments("IEA"));
        assertEquals("0041", result.written().outcomes().get(0).transaction());
    }

    @Test
    void splitsManyClaimsIntoTransactions() {
        Submission claim = SimpleClaim.of("C1").made();
        List<Submission> claims = java.util.Collections.nCopies(10_001, claim);
        ClaimFiles.Result result = ClaimFiles.written(claims);
        assertEquals(
                List.of("ST*837*0041*005010X222A1", "ST*837*0042*005010X222A1", "ST*837*0043*005010X222A1"),
                result.segments("ST"));
        assertEquals(List.of("GE*3*77"), result.segments("GE"));
        assertEquals(3, result.written().transactions());
        assertEquals("0041", result.written().outcomes().get(4_999).transaction());
        assertEquals("0043", result.written().outcomes().get(10_000).transaction());
        ReceivedClaims received = ReceivedClaims.checked(result.file());
        assertEquals(10_001, received.claims.size());
        assertEquals(3, received.summaries.size());
    }

    @Test
    void writesTheSmallestProfessionalClaim() {
        ClaimFiles.Result result = SimpleClaim.of("C1").written();
        assertEquals(
                List.of(
                        "NM1*41*2*PRACTICE SYSTEMS*****46*99999",
                        "PER*IC*BILLING OFFICE*TE*8005551212",
                        "NM1*40*2*A PAYER*****46*12345",
                        "HL*1**20*1",
                        "NM1*85*2*A PRACTICE*****XX*1234567893",
                        "N3*1 MAIN ST",
                        "N4*ALBANY*NY*122071234",
                        "REF*EI*123456789",
                        "HL*2*1*22*0",
                        "SBR*P*18*******CI",
                        "NM1*IL*1*DOE*JANE****MI*M1",
                        "N3*2 ELM ST",
                        "N4*TROY*NY*12180",
                        "DMG*D8*19900506*F",
                        "NM1*PR*2*FIRST PAYER*****PI*11111",
                        "CLM*C1*150***11:B:1*Y*A*Y*Y",
                        "HI*ABK:F411",
                        "LX*1",
                        "SV1*HC:90837*150*UN*1***1",
                        "DTP*472*D8*20260302",
                        "REF*6R*L1"),
                result.segments().subList(4, 25));
    }

    @Test
    void writesAnInstitutionalClaim() throws IOException {
        SimpleClaim claim = SimpleClaim.program();
        LocalDate day = SimpleClaim.DAY;
        claim.stay = new Stay(
                "011", List.of("92", "41"), day, day.plusDays(4), "3", "1", "01", "F33.1", List.of("F41.1", "F43.10"));
        claim.diagnoses = List.of("F33.2", "F10.20");
        ClaimFiles.Result result = claim.written();
        List<String> segments = result.segments();
        int begin = segments.indexOf("CLM*C1*300***11:A:1**A*Y*Y");
        assertEquals(
                List.of(
                        "DTP*434*RD8*20260302-20260306",
                        "DTP*435*D8*20260302",
                        "CL1*3*1*01",
                        "HI*ABK:F332",
                        "HI*ABJ:F331",
                        "HI*APR:F411*APR:F4310",
                        "HI*ABF:F1020",
                        "HI*BG:92*BG:41",
                        "NM1*71*1*SMITH*ANN****XX*1245319599",
                        "PRV*AT*PXC*2084P0800X",
                        "LX*1",
                        "SV2*0906*HC:H0015*300*UN*1",
                        "DTP*472*D8*20260302",
                        "REF*6R*L1"),
                segments.subList(begin + 1, begin + 15));
        assertEquals(List.of(), ClaimOracle.complaints(Form.INSTITUTIONAL, result.file()));
        assertEquals("ST*837*0041*005010X223A2", segments.get(2));
    }

    @Test
    void namesTheClaimThatAReplacementOrVoidIsAbout() {
        SimpleClaim claim = SimpleClaim.of("C1");
        claim.frequency = Frequency.REPLACEMENT;
        claim.original = "ICN77";
        assertEquals(List.of("REF*F8*ICN77"), claim.written().segments("REF*F8"));
        assertEquals(List.of("CLM*C1*150***11:B:7*Y*A*Y*Y"), claim.written().segments("CLM"));
        claim.frequency = Frequency.VOID;
        assertEquals(List.of("CLM*C1*150***11:B:8*Y*A*Y*Y"), claim.written().segments("CLM"));
        assertEquals(List.of("REF*F8*ICN77"), claim.written().segments("REF*F8"));
        claim.original = "";
        assertEquals(List.of("loop 2300, REF02: is missing"), claim.faults());
    }

    @Test
    void namesTheRenderingProviderAndTheFacilityOnlyWhereTheyDiffer() {
        SimpleClaim claim = SimpleClaim.of("C1");
        Provider billing = claim.made().provider(Role.BILLING).orElseThrow();
        claim.providers.put(Role.RENDERING, Provider.clinician("SMITH", "ANN", billing.npi(), ""));
        claim.providers.put(
                Role.FACILITY, new Provider(Provider.Kind.ORGANIZATION, "SITE", "", "", "", "", "", billing.address()));
        assertEquals(List.of(), claim.written().segments("NM1*82"));
        assertEquals(List.of(), claim.written().segments("NM1*77"));
        claim.providers.put(Role.RENDERING, Provider.clinician("SMITH", "ANN", "1245319599", "101YM0800X"));
        assertEquals(
                List.of("NM1*82*1*SMITH*ANN****XX*1245319599"), claim.written().segments("NM1*82"));
        assertEquals(List.of("PRV*PE*PXC*101YM0800X"), claim.written().segments("PRV*PE"));
        claim.providers.put(
                Role.FACILITY,
                new Provider(
                        Provider.Kind.ORGANIZATION,
                        "SITE",
                        "",
                        "",
                        "",
                        "",
                        "",
                        new Address("9 SIDE ST", "", "TROY", "NY", "121801234")));
        assertEquals(List.of("NM1*77*2*SITE"), claim.written().segments("NM1*77"));
    }

    @Test
    void refusesAWrongEnvelope() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Interchange wrong = new Interchange("S", "RECEIVER IS TOO LONG", LocalDateTime.MAX, 0, true, 1_000_000_000, 1);
        Submitter nobody = new Submitter("", "1", "OFFICE", "12", "PAYER", "2");
        Written written = ClaimInterchangeWriter.write(file, wrong, nobody, List.of(new SimpleClaim().made()));
        assertEquals(0, file.size());
        assertFalse(written.complete());
        assertEquals(
                List.of("ISA06", "ISA08", "ISA13", "GS06", "NM103", "PER04"),
                written.faults().stream().map(ClaimFault::element).toList());
        assertEquals(0, written.transactions());
    }

    @Test
    void saysThatTheDiskIsFull() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        Assertions.assertThrows(
                IOException.class,
                () -> ClaimInterchangeWriter.write(
                        full, ClaimFiles.INTERCHANGE, ClaimFiles.SUBMITTER, List.of(new SimpleClaim().made())));
    }
}
