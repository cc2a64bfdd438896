package org.plainclaim.server.eligibility;

import org.junit.jupiter.api.Test;
import org.plainclaim.server.RunningServer;

final class ProbeTest {
    @Test
    void probe() {
        Intake intake = new Intake(RunningServer.H2.http());
        for (String q : java.util.List.of("period=ge2026-03-10", "period=le2026-03-10", "period=gt2000", "period=lt2199", "period=ap2026-03-10", "period=2020", "period=sa2000", "period=eb2199", "period=le2026-03-10&period=ge2026-03-10", "status=active")) {
            System.out.println("PROBE " + q + " -> " + intake.http.get("Coverage?beneficiary=" + intake.patient + "&" + q).matches());
        }
        System.out.println("PROBE " + intake.http.get("metadata").body().replaceAll("(?s).*(.{300}coverage-period.{300}).*", "$1"));
        String all = intake.http.get("metadata").body();
        int at = all.indexOf("CoverageEligibilityRequest-submit");
        System.out.println("PROBE " + at + " " + intake.http.get("OperationDefinition?_count=100").body().replaceAll("(?s)\"description.*?\"parameter", ""). length());
    }
}
