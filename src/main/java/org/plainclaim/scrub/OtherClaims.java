package org.plainclaim.scrub;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.edit.KnownLine;

/**
 * The patient's other claims.
 *
 * @param from first day that was looked at; null if nobody looked
 * @param to last day that was looked at; null if nobody looked
 * @param lines lines of other claims that are not cancelled, without the one that this claim replaces
 * @param stays institutional claims
 */
public record OtherClaims(
        @Nullable LocalDate from, @Nullable LocalDate to, List<OtherLine> lines, List<OtherStay> stays) {
    /** Nobody looked. */
    public static final OtherClaims UNKNOWN = new OtherClaims(null, null, List.of(), List.of());

    public OtherClaims {
        lines = List.copyOf(lines);
        stays = List.copyOf(stays);
    }

    /**
     * A line of another claim.
     *
     * @param known its code, date, units and provider
     * @param modifiers its modifiers
     * @param placeOfService two digits; empty on an institutional claim
     */
    public record OtherLine(KnownLine known, List<String> modifiers, String placeOfService) {
        public OtherLine {
            modifiers = List.copyOf(modifiers);
        }
    }

    /**
     * Another institutional claim.
     *
     * @param claim its reference
     * @param typeOfBill first three digits
     * @param conditions condition codes
     * @param revenueCodes of its lines
     * @param from first day
     * @param to last day
     */
    public record OtherStay(
            String claim,
            String typeOfBill,
            List<String> conditions,
            List<String> revenueCodes,
            LocalDate from,
            LocalDate to) {
        public OtherStay {
            conditions = List.copyOf(conditions);
            revenueCodes = List.copyOf(revenueCodes);
        }
    }

    /** True if both days, and all between them, were looked at. */
    boolean covers(LocalDate first, LocalDate last) {
        return from != null && to != null && !first.isBefore(from) && !last.isAfter(to);
    }
}
