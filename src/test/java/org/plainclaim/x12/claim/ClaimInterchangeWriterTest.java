package org.plainclaim.x12.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.GeneratedSubmissions;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Submission;

final class ClaimInterchangeWriterTest {
    private static final int FILES = Integer.getInteger("plainclaim.oracle", 5);

    @Test
    void anotherProgramAcceptsProfessionalClaims() throws IOException {
        accepted(Form.PROFESSIONAL);
    }

    @Test
    void anotherProgramAcceptsInstitutionalClaims() throws IOException {
        accepted(Form.INSTITUTIONAL);
    }

    private static void accepted(Form form) throws IOException {
        for (int seed = 0; seed < FILES; seed++) {
            ClaimFiles.Result result = ClaimFiles.written(new GeneratedSubmissions(seed).several(form, 1 + seed * 4));
            assertTrue(result.written().complete(), result.written().toString());
            assertEquals(List.of(), ClaimOracle.complaints(form, result.file()));
        }
    }

    @Test
    void theOtherProgramSeesWhatIsMissing() throws IOException {
        String file = ClaimFiles.written(new GeneratedSubmissions(1).several(Form.PROFESSIONAL, 2))
                .file();
        for (String segment : List.of("N4", "REF\\*EI", "CLM", "HI", "LX", "DTP\\*472", "NM1\\*PR", "SBR")) {
            String without = file.replaceFirst("~" + segment + "\\*[^~]*", "");
            assertFalse(ClaimOracle.complaints(Form.PROFESSIONAL, without).isEmpty(), segment);
        }
    }

    private static Submission without(Submission claim, Role role, Provider instead) {
        java.util.Map<Role, Provider> providers = new java.util.EnumMap<>(claim.providers());
        providers.put(role, instead);
        return new Submission(
                claim.heading(),
                claim.stay(),
                providers,
                claim.patient(),
                claim.cover(),
                claim.others(),
                claim.diagnoses(),
                claim.lines());
    }

    @Test
    void writesNothingOfAClaimThatLacksSomething() throws IOException {
        List<Submission> claims = new ArrayList<>(new GeneratedSubmissions(2).several(Form.PROFESSIONAL, 4));
        Provider billing = claims.get(1).provider(Role.BILLING).orElseThrow();
        Provider nameless = new Provider(billing.kind(), "", "", "", "", billing.taxId(), "", Address.UNKNOWN);
        claims.set(1, without(claims.get(1), Role.BILLING, nameless));
        ClaimFiles.Result result = ClaimFiles.written(claims);
        Written.Outcome refused = result.written().outcomes().get(1);
        assertFalse(refused.written());
        assertTrue(refused.faults().contains(new ClaimFault("2010AA", 0, "NM103", "is missing")), refused.toString());
        assertTrue(refused.faults().contains(new ClaimFault("2010AA", 0, "NM109", "is missing")), refused.toString());
        assertTrue(refused.faults().contains(new ClaimFault("2010AA", 0, "N301", "is missing")), refused.toString());
        List<Submission> rest = new ArrayList<>(claims);
        rest.remove(1);
        assertEquals(ClaimFiles.written(rest).file(), result.file());
        assertEquals(List.of(), ClaimOracle.complaints(Form.PROFESSIONAL, result.file()));
        assertEquals("", ClaimFiles.written(List.of(claims.get(1))).file());
    }
}
