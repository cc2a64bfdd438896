package org.plainclaim.server.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Money;

/** Claims that no payer has, by the days that are left to file them. */
final class Aging {
    private Aging() {}

    /** How near the filing limit is; the bounds are those of the picture, not of a payer. */
    enum Bucket {
        PASSED("passed", Long.MIN_VALUE),
        TWO_WEEKS("0-14", 0),
        MONTH("15-30", 15),
        QUARTER("31-90", 31),
        LATER("later", 91),
        /** No rule says until when the payer takes it. */
        NOT_CHECKED("not-checked", Long.MAX_VALUE);

        private final String code;
        private final long from;

        Bucket(String code, long from) {
            this.code = code;
            this.from = from;
        }

        String code() {
            return code;
        }

        static Bucket of(@Nullable LocalDate lastDay, LocalDate today) {
            if (lastDay == null) {
                return NOT_CHECKED;
            }
            long left = ChronoUnit.DAYS.between(today, lastDay);
            Bucket found = PASSED;
            for (Bucket bucket : values()) {
                found = bucket != NOT_CHECKED && left >= bucket.from ? bucket : found;
            }
            return found;
        }
    }

    /**
     * A claim that waits.
     *
     * @param lastDay on which it may arrive; null if that is not known
     * @param charge what it asks for
     */
    record Waiting(@Nullable LocalDate lastDay, BigDecimal charge) {}

    /** Claims of one bucket. */
    record Sum(Bucket bucket, int claims, BigDecimal amount) {}

    /** Every bucket, the most urgent first. */
    static List<Sum> of(Collection<Waiting> all, LocalDate today) {
        Map<Bucket, Sum> sums = new EnumMap<>(Bucket.class);
        for (Bucket bucket : Bucket.values()) {
            sums.put(bucket, new Sum(bucket, 0, Money.ZERO));
        }
        for (Waiting waiting : all) {
            sums.computeIfPresent(
                    Bucket.of(waiting.lastDay(), today),
                    (bucket, sum) ->
                            new Sum(bucket, sum.claims() + 1, sum.amount().add(waiting.charge())));
        }
        return new ArrayList<>(sums.values());
    }
}
