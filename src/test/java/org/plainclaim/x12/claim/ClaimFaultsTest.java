package org.plainclaim.x12.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Frequency;
import org.plainclaim.submission.Line;
import org.plainclaim.submission.Money;
import org.plainclaim.submission.Payer;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Procedure;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Signatures;
import org.plainclaim.submission.Stay;

/** What a claim lacks is said by loop and element, and nothing of the claim is written. */
final class ClaimFaultsTest {
    private static List<String> faults(Consumer<SimpleClaim> change) {
        SimpleClaim claim = new SimpleClaim();
        change.accept(claim);
        return claim.faults();
    }

    private static List<String> programFaults(Consumer<SimpleClaim> change) {
        SimpleClaim claim = SimpleClaim.program();
        change.accept(claim);
        return claim.faults();
    }

    private static Line changed(Procedure procedure, String charge, String units, List<Integer> pointers) {
        return new Line(
                "L1",
                procedure,
                "",
                "",
                charge.isEmpty() ? null : Money.of(charge),
                new BigDecimal(units),
                "11",
                SimpleClaim.DAY,
                SimpleClaim.DAY,
                pointers,
                null,
                "",
                false,
                List.of());
    }

    private static List<String> lineFaults(Procedure procedure, String charge, String units, List<Integer> pointers) {
        return faults(claim -> claim.lines = List.of(changed(procedure, charge, units, pointers)));
    }

    private static Provider practice(String npi, String taxId, Address address) {
        return new Provider(Provider.Kind.ORGANIZATION, "A PRACTICE", "", npi, "", taxId, "", address);
    }

    @Test
    void aClaimWithoutFaultsHasNone() {
        assertEquals(List.of(), faults(claim -> {}));
        assertEquals(List.of(), programFaults(claim -> {}));
    }

    @Test
    void namesWhatTheBillingProviderLacks() {
        assertEquals(
                List.of(
                        "loop 2010AA, NM109: is missing",
                        "loop 2010AA, NM103: is missing",
                        "loop 2010AA, N301: is missing",
                        "loop 2010AA, N401: is missing",
                        "loop 2010AA, N402: is missing",
                        "loop 2010AA, N403: is missing",
                        "loop 2010AA, REF02: is missing"),
                faults(claim -> claim.providers.clear()));
        Address short5 = new Address("1 MAIN ST", "", "ALBANY", "NY", "12207");
        assertEquals(
                List.of(
                        "loop 2010AA, NM109: is not 10 digits",
                        "loop 2010AA, N403: is not nine digits",
                        "loop 2010AA, REF02: is not 9 digits"),
                faults(claim -> claim.providers.put(Role.BILLING, practice("123", "12-345", short5))));
    }

    @Test
    void namesWhatThePatientAndTheCoverageLack() {
        Person nobody = new Person("", "", "", "", null, "", Address.UNKNOWN);
        assertEquals(
                List.of(
                        "loop 2010BA, NM103: is missing",
                        "loop 2010BA, N301: is missing",
                        "loop 2010BA, N401: is missing",
                        "loop 2010BA, N402: is missing",
                        "loop 2010BA, N403: is missing",
                        "loop 2010BA, DMG02: is missing",
                        "loop 2010BA, DMG03: is missing"),
                faults(claim -> claim.patient = nobody));
        assertEquals(
                List.of(
                        "loop 2000B, SBR01: the place among the payers is not from 1 to 11",
                        "loop 2000B, SBR09: is missing",
                        "loop 2010BA, NM109: is missing",
                        "loop 2010BB, NM103: is missing",
                        "loop 2010BB, NM109: is missing"),
                faults(claim -> claim.cover = new Cover(
                        0, new Payer("", "", ""), "", Cover.SELF, "", "", "", SimpleClaim.JANE, null, null, "")));
    }

    @Test
    void namesWhatAPatientLacksWhoIsNotTheSubscriber() {
        Person child = new Person("DOE", "ADAM", "", "", null, "M", Address.UNKNOWN);
        List<String> faults = faults(claim -> {
            claim.patient = child;
            claim.cover = SimpleClaim.cover(1, SimpleClaim.FIRST, "", SimpleClaim.JANE);
        });
        assertEquals("loop 2000C, PAT01: is missing", faults.get(0));
        assertTrue(faults.contains("loop 2010CA, DMG02: is missing"), faults.toString());
        assertTrue(faults.contains("loop 2010CA, N301: is missing"), faults.toString());
    }

    @Test
    void namesWhatTheClaimLacks() {
        assertEquals(List.of("loop 2300, CLM01: is missing"), faults(claim -> claim.id = ""));
        assertEquals(
                List.of("loop 2300, CLM01: is longer than 20 characters"),
                faults(claim -> claim.id = "123456789012345678901"));
        assertEquals(List.of("loop 2300, CLM05: is missing"), faults(claim -> claim.placeOfService = ""));
        assertEquals(
                List.of(
                        "loop 2300, HI01: is missing: there is no diagnosis",
                        "loop 2400, line 1, SV107: points to a diagnosis that is not there"),
                faults(claim -> claim.diagnoses = List.of()));
        assertEquals(
                List.of("loop 2300, CLM07: is missing", "loop 2300, CLM08: is missing", "loop 2300, CLM09: is missing"),
                faults(claim -> claim.signatures = new Signatures(true, "", "", "")));
        assertEquals(
                List.of("loop 2300, CLM02: is not the sum of the charges of the lines"),
                faults(claim -> claim.total = Money.of("150.01")));
        assertEquals(
                List.of("loop 2300, CLM05: a professional claim is new, a replacement or a void, and no part of a"
                        + " stay"),
                faults(claim -> claim.frequency = Frequency.CONTINUING));
        assertEquals(
                List.of("loop 2400, LX01: is missing: there is no service line"),
                faults(claim -> claim.lines = List.of()));
        assertEquals(
                List.of("loop 2300, NTE02: is longer than 80 characters"),
                faults(claim -> claim.note = "X".repeat(81)));
    }

    @Test
    void namesWhatALineLacks() {
        Procedure code = Procedure.of("90837");
        assertEquals(
                List.of("loop 2400, line 1, SV102: is missing: no price is known"),
                lineFaults(code, "", "1", List.of(1)));
        assertEquals(List.of("loop 2400, line 1, SV104: is nothing, or less"), lineFaults(code, "1", "0", List.of(1)));
        assertEquals(
                List.of("loop 2400, line 1, SV107: is missing: the line points to no diagnosis"),
                lineFaults(code, "1", "1", List.of()));
        assertEquals(
                List.of("loop 2400, line 1, SV101: is missing"), lineFaults(Procedure.of(""), "1", "1", List.of(1)));
        assertEquals(
                List.of("loop 2400, line 1, SV101: has more than 4 modifiers"),
                lineFaults(Procedure.of("90837", "A1", "A2", "A3", "A4", "A5"), "1", "1", List.of(1)));
        assertEquals(
                List.of("loop 2400, line 1, SV107: there are more than 4 pointers"),
                lineFaults(code, "1", "1", List.of(1, 1, 1, 1, 1)));
        assertTrue(lineFaults(code, "100000000", "1", List.of(1))
                .contains("loop 2400, line 1, SV102: has more digits than the guide allows"));
        assertEquals(
                List.of("loop 2300, CLM02: is less than nothing", "loop 2400, line 1, SV102: is less than nothing"),
                lineFaults(code, "-1", "1", List.of(1)));
    }

    @Test
    void countsLinesAndDiagnoses() {
        assertEquals(
                List.of("loop 2300, HI01: there are more than 12 diagnoses"),
                faults(claim -> claim.diagnoses = Collections.nCopies(13, "F41.1")));
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            lines.add(SimpleClaim.line("L" + i, "90837", "1"));
        }
        assertEquals(
                List.of("loop 2400, LX01: there are more than 50 service lines"), faults(claim -> claim.lines = lines));
        assertEquals(List.of(), faults(claim -> claim.lines = lines.subList(0, 50)));
        List<Line> days = new ArrayList<>();
        Line first = SimpleClaim.program().lines.get(0);
        for (int i = 0; i < 1000; i++) {
            days.add(new Line(
                    "L" + i,
                    first.procedure(),
                    first.revenueCode(),
                    "",
                    first.charge(),
                    first.units(),
                    "",
                    first.from(),
                    first.to(),
                    List.of(),
                    null,
                    "",
                    false,
                    List.of()));
        }
        assertEquals(
                List.of("loop 2400, LX01: there are more than 999 service lines"),
                programFaults(claim -> claim.lines = days));
        assertEquals(List.of(), programFaults(claim -> claim.lines = days.subList(0, 999)));
    }

    @Test
    void tellsLinesApartByTheirControlNumbers() {
        Line line = SimpleClaim.line("L1", "90837", "10");
        assertEquals(
                List.of("loop 2400, line 2, REF02: two lines have the same control number"),
                faults(claim -> claim.lines = List.of(line, line)));
    }

    @Test
    void namesWhatAnInstitutionalClaimLacks() {
        assertEquals(
                List.of("loop 2310A, NM103: is missing: nobody is responsible for the care"),
                programFaults(claim -> claim.providers.remove(Role.ATTENDING)));
        assertEquals(
                List.of(
                        "loop 2300, CLM05: is missing",
                        "loop 2300, CL101: is missing",
                        "loop 2300, CL102: is missing",
                        "loop 2300, CL103: is missing"),
                programFaults(claim -> claim.stay = Stay.NONE));
        Line line = SimpleClaim.line("L1", "H0015", "10");
        assertEquals(
                List.of("loop 2400, line 1, SV201: is missing"), programFaults(claim -> claim.lines = List.of(line)));
    }

    @Test
    void foldsNamesAndReplacesDelimitersInThem() {
        SimpleClaim claim = new SimpleClaim();
        claim.patient = SimpleClaim.person("N\u00fa\u00f1ez-\u00d8rsted", "Zo\u00eb \u201cZ\u201d");
        claim.cover = SimpleClaim.cover(1, SimpleClaim.FIRST, Cover.SELF, claim.patient);
        claim.note = "SEE: A*B~C^D";
        assertEquals(List.of(), claim.faults());
        assertEquals(
                List.of("NM1*IL*1*Nunez-Orsted*Zoe \"Z\"****MI*M1"),
                claim.written().segments("NM1*IL"));
        assertEquals(List.of("NTE*ADD*SEE  A B C D"), claim.written().segments("NTE"));
    }

    @Test
    void refusesDelimitersInNumbersAndForeignScripts() {
        String odd = "has a character that X12 does not allow, or a delimiter";
        for (String id : List.of("C*1", "C~1", "C:1", "C^1", "C\n1", "C\u00e9")) {
            assertEquals(List.of("loop 2300, CLM01: " + odd), faults(claim -> claim.id = id));
        }
        assertEquals(List.of("loop 2300, REF02: " + odd), faults(claim -> claim.authorization = "A~B"));
        assertEquals(
                List.of("loop 2010BA, NM103: " + odd),
                faults(claim -> claim.patient = SimpleClaim.person("\u738b", "LI")));
    }

    @Test
    void faultsNameNobody() {
        Person jane = SimpleClaim.person("\u738bDOE", "JANE");
        List<String> faults = faults(claim -> {
            claim.patient = jane;
            claim.id = "SECRET*";
            claim.cover = SimpleClaim.cover(0, SimpleClaim.FIRST, Cover.SELF, jane);
        });
        assertFalse(faults.isEmpty());
        faults.forEach(fault -> assertFalse(fault.contains("DOE") || fault.contains("SECRET"), fault));
    }
}
