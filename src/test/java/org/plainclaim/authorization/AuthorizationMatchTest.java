package org.plainclaim.authorization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.plainclaim.authorization.AuthorizationMatch.Kind;
import org.plainclaim.explanation.Finding;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

final class AuthorizationMatchTest {
    private static final String CLINICIAN = "1234567893";
    private static final AuthorizationRules RULES =
            new AuthorizationRules(RuleLoader.load(TerminologyFolder.shipped()).base());

    private static AuthorizedService service(AuthorizationDecision decision, String code, @Nullable String units) {
        return new AuthorizedService(
                decision,
                code,
                "",
                List.of(),
                units == null ? null : new BigDecimal(units),
                LocalDate.parse("2026-10-01"),
                LocalDate.parse("2026-12-31"));
    }

    private static Authorization authorization(AuthorizedService... services) {
        return new Authorization(
                "ClaimResponse/1", "AUTH1", "Patient/1", "Organization/1", List.of(CLINICIAN), List.of(services));
    }

    private static AuthorizedUse use(String claim, String number, String code, String units) {
        return on("2026-11-30", claim, number, code, units, CLINICIAN);
    }

    @SuppressWarnings("TooManyParameters")
    private static AuthorizedUse on(String day, String claim, String number, String code, String units, String npi) {
        LocalDate date = LocalDate.parse(day);
        return new AuthorizedUse(
                claim, "1", number, code, List.of("95"), new BigDecimal(units), date, date, List.of(npi));
    }

    private static final Authorization TEN = authorization(service(AuthorizationDecision.APPROVED, "90837", "10"));

    private static Kind kind(AuthorizedUse line, AuthorizedUse... others) {
        return AuthorizationMatch.of(line, List.of(TEN), List.of(others)).kind();
    }

    @Test
    void tellsWhatIsWrongWithTheNumberOfALine() {
        assertEquals(Kind.GOOD, kind(use("Claim/2", "AUTH1", "90837", "1")));
        assertEquals(Kind.NOT_STATED, kind(use("Claim/2", "", "90837", "1")));
        assertEquals(Kind.ABSENT, kind(use("Claim/2", "", "90834", "1")));
        assertEquals(Kind.NOT_ON_FILE, kind(use("Claim/2", "OTHER", "90837", "1")));
        assertEquals(Kind.OTHER_CODE, kind(use("Claim/2", "AUTH1", "90834", "1")));
        assertEquals(Kind.OTHER_DATES, kind(on("2027-01-01", "Claim/2", "AUTH1", "90837", "1", CLINICIAN)));
        assertEquals(Kind.OTHER_PROVIDER, kind(on("2026-11-30", "Claim/2", "AUTH1", "90837", "1", "1999999992")));
        assertEquals("e07", Kind.ABSENT.edit());
        assertEquals("e08", Kind.OTHER_DATES.edit());
        assertEquals("e09", Kind.TOO_FEW_UNITS.edit());
    }

    @Test
    void whatIsNotGrantedAuthorizesNothing() {
        Authorization denied = authorization(service(AuthorizationDecision.DENIED, "90837", null));
        AuthorizedUse line = use("Claim/2", "AUTH1", "90837", "1");
        assertEquals(
                Kind.NOT_GRANTED,
                AuthorizationMatch.of(line, List.of(denied), List.of()).kind());
        Authorization half = authorization(
                service(AuthorizationDecision.DENIED, "90837", null),
                service(AuthorizationDecision.APPROVED, "90834", "5"));
        assertEquals(
                Kind.NOT_GRANTED,
                AuthorizationMatch.of(line, List.of(half), List.of()).kind());
    }

    @Test
    void unitsOfOtherClaimsCountAndThoseOfTheLineItselfDoNot() {
        AuthorizedUse[] eight = {use("Claim/1", "AUTH1", "90837", "8"), use("Claim/2", "AUTH1", "90837", "2")};
        assertEquals(Kind.GOOD, kind(use("Claim/2", "AUTH1", "90837", "2"), eight));
        assertEquals(Kind.TOO_FEW_UNITS, kind(use("Claim/2", "AUTH1", "90837", "3"), eight));
        assertEquals(Kind.TOO_FEW_UNITS, kind(use("Claim/3", "AUTH1", "90837", "1"), eight));
        AuthorizedUse[] elsewhere = {use("Claim/1", "OTHER", "90837", "10"), use("Claim/1", "AUTH1", "90834", "10")};
        assertEquals(Kind.GOOD, kind(use("Claim/3", "AUTH1", "90837", "10"), elsewhere));
    }

    @Test
    void aRangeOfCodesAndAKindOfServiceCoverTheirCodes() {
        AuthorizedService range =
                new AuthorizedService(AuthorizationDecision.CHANGED, "90832", "90838", List.of(), null, null, null);
        AuthorizedUse line = use("Claim/2", "AUTH1", "90837", "1");
        assertEquals(
                Kind.GOOD,
                AuthorizationMatch.of(line, List.of(authorization(range)), List.of())
                        .kind());
        AuthorizedUse outside = use("Claim/2", "AUTH1", "90839", "1");
        assertEquals(
                Kind.OTHER_CODE,
                AuthorizationMatch.of(outside, List.of(authorization(range)), List.of())
                        .kind());
        AuthorizedService any = service(AuthorizationDecision.APPROVED, "", null);
        AuthorizationMatch match = AuthorizationMatch.of(outside, List.of(authorization(any)), List.of());
        assertEquals(Kind.GOOD, match.kind());
        assertNull(match.left());
    }

    @Test
    void aModifierThatItIsForMustBeThere() {
        AuthorizedService crisis =
                new AuthorizedService(AuthorizationDecision.APPROVED, "90837", "", List.of("HO"), null, null, null);
        assertEquals(
                Kind.OTHER_CODE,
                AuthorizationMatch.of(use("Claim/2", "AUTH1", "90837", "1"), List.of(authorization(crisis)), List.of())
                        .kind());
    }

    private static List<String> warned(String used, String today) {
        Balance balance =
                Balance.of(TEN, List.of(use("Claim/1", "AUTH1", "90837", used))).get(0);
        return RULES.warnings(balance, LocalDate.parse(today)).stream()
                .map(Finding::rule)
                .toList();
    }

    @Test
    void warnsBeforeUnitsAndDaysRunOut() {
        assertEquals(List.of(), warned("7", "2026-11-30"));
        assertEquals(List.of("authorization-units-low"), warned("7.5", "2026-11-30"));
        assertEquals(List.of("authorization-units-used-up"), warned("10", "2026-11-30"));
        assertEquals(List.of("authorization-units-used-up"), warned("11", "2026-12-16"));
        assertEquals(List.of("authorization-ends-soon"), warned("1", "2026-12-17"));
        assertEquals(List.of("authorization-ends-soon"), warned("1", "2026-12-31"));
        assertEquals(List.of(), warned("10", "2027-01-01"));
    }

    @Test
    void saysHowMuchIsLeftOfWhat() {
        Balance balance =
                Balance.of(TEN, List.of(use("Claim/1", "AUTH1", "90837", "8"))).get(0);
        assertEquals(
                "Authorization AUTH1 has 2 of 10 units left for 90837.",
                RULES.warnings(balance, LocalDate.parse("2026-11-30")).get(0).message());
    }
}
