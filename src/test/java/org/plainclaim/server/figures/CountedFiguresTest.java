package org.plainclaim.server.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plainclaim.plausibility.SignalTables;
import org.plainclaim.rules.Candidate;
import org.plainclaim.rules.Row;
import org.plainclaim.server.figures.Aging.Bucket;
import org.plainclaim.server.figures.Aging.Waiting;
import org.plainclaim.server.figures.CodeShare.Billed;
import org.plainclaim.server.figures.FirstPass.Fate;
import org.plainclaim.server.figures.Waits.Claims;
import org.plainclaim.submission.Money;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** What the counts of the database become. */
final class CountedFiguresTest {
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static Fate fate(String state, boolean refused, boolean denied, int count) {
        return new Fate(MARCH, state, refused, denied, count);
    }

    @Test
    void aClaimWithoutAnAnswerIsInNoRate() {
        assertEquals(
                List.of(new FirstPass(MARCH, 5, 0, 0, 0, 0)), FirstPass.of(List.of(fate("SENT", false, false, 5))));
    }

    @Test
    void whatWasRefusedDoesNotPassThoughItWasPaidInTheEnd() {
        List<FirstPass> months = FirstPass.of(List.of(
                fate("ACCEPTED", false, false, 1),
                fate("REJECTED", false, false, 2),
                fate("ANSWERED", true, false, 4),
                fate("ANSWERED", false, true, 8),
                fate("ANSWERED", false, false, 16)));
        assertEquals(List.of(new FirstPass(MARCH, 31, 31, 25, 28, 16)), months);
    }

    @Test
    void monthsAreInOrder() {
        Fate later = new Fate(MARCH.plusMonths(1), "SENT", false, false, 1);
        assertEquals(
                List.of(MARCH, MARCH.plusMonths(1)),
                FirstPass.of(List.of(later, fate("SENT", false, false, 1))).stream()
                        .map(FirstPass::month)
                        .toList());
    }

    @Test
    void daysAreOfTheClaimInTheMiddleAndOfNineInTen() {
        List<Claims> ten = IntStream.rangeClosed(1, 10)
                .mapToObj(day -> new Claims(MARCH, day, day == 10 ? null : (Long) (day + 20L), 1))
                .toList();
        Waits waits = Waits.of(ten).get(0);
        assertEquals(new Waits(MARCH, 10, new Waits.Days(5, 9), 9, new Waits.Days(25, 29)), waits);
    }

    @Test
    void nobodyPaidIsNoNumber() {
        assertNull(Waits.of(List.of(new Claims(MARCH, 3, null, 7))).get(0).toMoney());
    }

    @Test
    void theLastDayIsNotPassed() {
        assertEquals(Bucket.TWO_WEEKS, Bucket.of(DAY, DAY));
        assertEquals(Bucket.PASSED, Bucket.of(DAY.minusDays(1), DAY));
        assertEquals(Bucket.TWO_WEEKS, Bucket.of(DAY.plusDays(14), DAY));
        assertEquals(Bucket.MONTH, Bucket.of(DAY.plusDays(15), DAY));
        assertEquals(Bucket.MONTH, Bucket.of(DAY.plusDays(30), DAY));
        assertEquals(Bucket.QUARTER, Bucket.of(DAY.plusDays(31), DAY));
        assertEquals(Bucket.QUARTER, Bucket.of(DAY.plusDays(90), DAY));
        assertEquals(Bucket.LATER, Bucket.of(DAY.plusDays(91), DAY));
        assertEquals(Bucket.NOT_CHECKED, Bucket.of(null, DAY));
    }

    @Test
    void everyBucketIsThereWithItsMoney() {
        List<Aging.Sum> sums = Aging.of(
                List.of(
                        new Waiting(DAY, Money.of("100.00")),
                        new Waiting(DAY.plusDays(1), Money.of("20.50")),
                        new Waiting(null, Money.of("5.00"))),
                DAY);
        assertEquals(6, sums.size());
        assertEquals(new Aging.Sum(Bucket.TWO_WEEKS, 2, new BigDecimal("120.50")), sums.get(1));
        assertEquals(new Aging.Sum(Bucket.NOT_CHECKED, 1, new BigDecimal("5.00")), sums.get(5));
    }

    @Test
    void aShareIsComparedWithTheOthersAndNotWithItself() {
        Row rule = RuleLoader.load(TerminologyFolder.shipped())
                .base()
                .table(SignalTables.SIGNALS)
                .rowsOf(CodeShare.SIGNAL, DAY)
                .stream()
                .map(Candidate::row)
                .filter(row -> CodeShare.codes(row).contains("90837"))
                .findFirst()
                .orElseThrow();
        List<CodeShare> shares = CodeShare.of(
                rule,
                List.of(
                        new Billed("Practitioner/a", "90837", 9),
                        new Billed("Practitioner/a", "90834", 1),
                        new Billed("Practitioner/b", "90834", 4),
                        new Billed("Practitioner/c", "90837", 1),
                        new Billed("Practitioner/c", "90832", 1),
                        new Billed("Practitioner/c", "99213", 50)));
        assertEquals("Practitioner/a", shares.get(0).clinician());
        assertEquals(0.9, shares.get(0).share());
        assertEquals(2, shares.get(0).peers());
        assertEquals(0.25, shares.get(0).median());
        assertEquals(2, shares.get(1).all(), "codes of other families are not counted");
    }
}
