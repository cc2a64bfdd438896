package org.plainclaim.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plainclaim.access.Scopes.Launch;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

final class PolicyTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);
    private static final Policy POLICY =
            new Policy(RuleLoader.load(TerminologyFolder.shipped()).base());

    private static Caller caller(String scopes, Role... roles) {
        Launch launch = new Launch(Optional.of("4"), Optional.empty());
        return new Caller("ann", "app", Set.of(roles), Optional.empty(), Scopes.parse(scopes, launch), Purpose.HPAYMT);
    }

    private static Decision decide(Caller caller, Asked asked) {
        return POLICY.decide(caller, asked, TODAY);
    }

    @Test
    void aRowAllowsAndIsNamed() {
        Decision decision = decide(caller("user/*.cruds", Role.BILLER), Asked.to(Interaction.CREATE, "Claim"));

        assertTrue(decision.allowed(), decision.reason());
        assertEquals("biller-claims", decision.rule());
    }

    @Test
    void aRowDeniesWithItsReason() {
        Decision decision = decide(caller("user/*.cruds", Role.BILLER), Asked.to(Interaction.READ, "Composition"));

        assertFalse(decision.allowed());
        assertEquals("biller-notes", decision.rule());
        assertTrue(decision.reason().contains("not needed to bill"), decision.reason());
    }

    @Test
    void whatNoRowSpeaksOfIsDenied() {
        for (String type : List.of("", "Basic", "Binary", "claim", "none", "*")) {
            assertFalse(
                    decide(caller("system/*.cruds", Role.values()), new Asked(type, "$meta"))
                            .allowed(),
                    type);
        }
    }

    @Test
    void aScopeDoesNotGiveWhatTheRoleDoesNotAllow() {
        assertFalse(decide(caller("system/*.cruds"), Asked.to(Interaction.READ, "Claim"))
                .allowed());
        assertFalse(decide(caller("system/Claim.cruds", Role.FRONT_DESK), Asked.to(Interaction.READ, "Claim"))
                .allowed());
    }

    @Test
    void aRoleDoesNotGiveWhatTheScopesDoNotGrant() {
        Caller reader = caller("user/Claim.r user/Task.s", Role.BILLER);

        assertTrue(decide(reader, Asked.to(Interaction.READ, "Claim")).allowed());
        assertFalse(decide(reader, Asked.to(Interaction.SEARCH, "Claim")).allowed());
        assertFalse(decide(reader, Asked.to(Interaction.PATCH, "Claim")).allowed());
        assertFalse(decide(reader, Asked.to(Interaction.READ, "Task")).allowed());
        assertFalse(decide(reader, Asked.operation("$submit", "Claim")).allowed());
    }

    @Test
    void oneOfSeveralRolesIsEnough() {
        assertTrue(decide(caller("user/*.rs", Role.ADMIN, Role.AUDITOR), Asked.to(Interaction.READ, "Claim"))
                .allowed());
    }

    @Test
    void narrowScopesReachOnlySome() {
        Decision some = decide(caller("user/Claim.rs?status=active", Role.BILLER), Asked.to(Interaction.READ, "Claim"));
        Decision all = decide(
                caller("user/Claim.rs?status=active user/Claim.r", Role.BILLER), Asked.to(Interaction.READ, "Claim"));

        assertFalse(some.reach().everything());
        assertEquals("status=active", some.reach().scopes().get(0).query());
        assertTrue(all.reach().everything());
    }

    @Test
    void anOperationNeedsEveryScopeOfItsRow() {
        Asked derive = Asked.operation("$derive-claim", "Encounter");

        assertTrue(decide(caller("user/Encounter.r user/Claim.c", Role.CODER), derive)
                .allowed());
        assertFalse(decide(caller("user/Encounter.r", Role.CODER), derive).allowed());
        Decision launched = decide(caller("user/Encounter.r patient/Claim.c", Role.CODER), derive);
        assertEquals(Scope.Context.PATIENT, launched.reach().scopes().get(0).context());
        assertFalse(decide(caller("user/Encounter.r user/Claim.c?status=draft", Role.CODER), derive)
                .allowed());
    }

    @Test
    void theHistoryOfEverythingNeedsTheScopeOfEverything() {
        Asked history = Asked.to(Interaction.HISTORY_SYSTEM, "");

        assertTrue(decide(caller("system/*.s", Role.AUDITOR), history).allowed());
        assertFalse(decide(caller("system/Claim.s patient/*.s", Role.AUDITOR), history)
                .allowed());
    }

    @Test
    void whoeverTriesOutMayDoEverything() {
        assertTrue(decide(Caller.tryingOut(), Asked.to(Interaction.DELETE, "Claim"))
                .allowed());
        assertTrue(
                decide(Caller.tryingOut(), Asked.operation("$process-x12", "")).allowed());
    }

    @Test
    void aPurposeIsTakenOnlyFromThoseOfTheRole() {
        assertEquals(Purpose.TREAT, POLICY.purpose(List.of(Role.CLINICIAN), Optional.empty(), TODAY));
        assertEquals(Purpose.ETREAT, POLICY.purpose(List.of(Role.CLINICIAN), Optional.of(Purpose.ETREAT), TODAY));
        assertEquals(Purpose.HPAYMT, POLICY.purpose(List.of(Role.BILLER), Optional.of(Purpose.ETREAT), TODAY));
    }
}
