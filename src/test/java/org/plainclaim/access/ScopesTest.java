package org.plainclaim.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plainclaim.access.Scopes.Launch;

final class ScopesTest {
    private static final Launch LAUNCHED = new Launch(Optional.of("4"), Optional.empty());

    @Test
    void readsAScopeWithQuery() {
        Scope scope = Scope.parse("user/Claim.rs?status=active&patient=4").orElseThrow();

        assertEquals(Scope.Context.USER, scope.context());
        assertEquals("Claim", scope.type());
        assertEquals(Set.of(Permission.READ, Permission.SEARCH), scope.permissions());
        assertEquals("status=active&patient=4", scope.query());
        assertTrue(scope.isNarrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"system/*.cruds", "user/Encounter.cru", "patient/Claim.rs?status=active", "system/Task.d"})
    void writesAScopeAsItWasRead(String text) {
        assertEquals(text, Scope.parse(text).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "openid",
                "fhirUser",
                "launch/patient",
                "offline_access",
                "user/Claim",
                "user/Claim.",
                "user/Claim.sr",
                "user/Claim.rr",
                "user/Claim.x",
                "user/claim.r",
                "User/Claim.r",
                "user/Claim.r?",
                "user/Claim.read",
                "user/*.*",
                "admin/Claim.r",
                "user/Claim.r user/Task.r",
                "user/Claim.rs?a=b c=d"
            })
    void whatIsNoScopeOfVersionTwoGrantsNothing(String text) {
        assertTrue(Scope.parse(text).isEmpty());
    }

    @Test
    void theStarIsEveryType() {
        Scopes scopes = Scopes.parse("openid system/*.r system/Task.u", Launch.NONE);

        assertTrue(scopes.grants("Claim", Permission.READ));
        assertFalse(scopes.grants("Claim", Permission.UPDATE));
        assertTrue(scopes.grants("Task", Permission.UPDATE));
        assertFalse(scopes.grants("Task", Permission.SEARCH));
    }

    @Test
    void scopesOfAPatientNeedAPatient() {
        assertFalse(Scopes.parse("patient/*.cruds", Launch.NONE).grants("Claim", Permission.READ));
        assertTrue(Scopes.parse("patient/*.cruds", LAUNCHED).grants("Claim", Permission.READ));
    }

    @Test
    void rolesAreFoundByTheirWord() {
        assertEquals(Optional.of(Role.FRONT_DESK), Role.of("front-desk"));
        assertEquals(Optional.of(Role.FRONT_DESK), Role.of("front_desk"));
        assertEquals(Optional.empty(), Role.of("root"));
    }
}
