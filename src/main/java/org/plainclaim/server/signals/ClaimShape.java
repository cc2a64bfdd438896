package org.plainclaim.server.signals;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Claim.CareTeamComponent;
import org.hl7.fhir.r4.model.Claim.ClaimStatus;
import org.hl7.fhir.r4.model.Claim.ItemComponent;
import org.hl7.fhir.r4.model.Claim.Use;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IntegerType;
import org.jspecify.annotations.Nullable;

/** The lines of a claim as the store remembers them; none of one that is not active. */
final class ClaimShape {
    private ClaimShape() {}

    static List<BilledTable.Line> lines(Claim claim) {
        boolean counts = claim.getStatus() == ClaimStatus.ACTIVE && claim.getUse() == Use.CLAIM;
        return counts ? claim.getItem().stream().map(item -> line(claim, item)).toList() : List.of();
    }

    private static BilledTable.Line line(Claim claim, ItemComponent item) {
        Coding code = item.getProductOrService().getCodingFirstRep();
        return new BilledTable.Line(
                Keys.of(claim.getProvider()),
                rendering(claim, item),
                Keys.of(item.getEncounterFirstRep()),
                day(claim, item),
                Optional.ofNullable(code.getCode())
                        .filter(text -> text.length() <= 20)
                        .orElse(""),
                created(claim));
    }

    /** Who is named first and is neither supervisor nor assistant. */
    private static String rendering(Claim claim, ItemComponent item) {
        List<Integer> named =
                item.getCareTeamSequence().stream().map(IntegerType::getValue).toList();
        return claim.getCareTeam().stream()
                .filter(member -> named.isEmpty() || named.contains(member.getSequence()))
                .filter(ClaimShape::isRendering)
                .map(member -> Keys.of(member.getProvider()))
                .findFirst()
                .orElse("");
    }

    private static boolean isRendering(CareTeamComponent member) {
        return member.getRole().getCoding().stream()
                .noneMatch(role -> "supervisor".equals(role.getCode()) || "assist".equals(role.getCode()));
    }

    private static @Nullable LocalDate day(Claim claim, ItemComponent item) {
        if (item.hasServicedDateType()) {
            return day(item.getServicedDateType());
        }
        return item.hasServicedPeriod() && item.getServicedPeriod().hasStart()
                ? day(item.getServicedPeriod().getStartElement())
                : day(claim.getBillablePeriod().getStartElement());
    }

    private static @Nullable LocalDate day(BaseDateTimeType time) {
        String text = time.getValueAsString();
        return text == null || text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
    }

    /** A claim that states only its day was made at the latest when that day ended everywhere. */
    private static @Nullable Instant created(Claim claim) {
        if (!claim.hasCreated()) {
            return null;
        }
        Instant created = claim.getCreated().toInstant();
        boolean dayOnly = claim.getCreatedElement().getPrecision() == TemporalPrecisionEnum.DAY;
        LocalDate day = day(claim.getCreatedElement());
        return dayOnly && day != null
                ? day.plusDays(1)
                        .atStartOfDay(java.time.ZoneOffset.UTC)
                        .toInstant()
                        .plus(Duration.ofHours(12))
                : created;
    }
}
