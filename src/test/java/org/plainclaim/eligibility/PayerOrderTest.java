package org.plainclaim.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.plainclaim.explanation.Source;
import org.plainclaim.rules.RuleBook;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Payer;
import org.plainclaim.submission.Person;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** Which of a patient's coverages pays first. */
final class PayerOrderTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final RuleBook BOOK =
            RuleLoader.load(TerminologyFolder.shipped()).base();
    private static final Set<String> SEEN = new TreeSet<>();

    private static CoverOnFile cover(String name, String filing, String relationship, String born, String since) {
        Person holder = new Person("DOE", "J", "", "", LocalDate.parse(born), "F", Address.UNKNOWN);
        Cover cover = new Cover(
                1, new Payer(name, name, ""), filing, relationship, "M1", "", "", holder, LocalDate.parse(since), null);
        return CoverOnFile.of("Coverage/" + name, cover);
    }

    private static CoverOnFile own(String name, String filing) {
        return cover(name, filing, "18", "1960-01-01", "2020-01-01");
    }

    private static CoverOnFile with(CoverOnFile cover, Circumstances circumstances) {
        return new CoverOnFile(cover.reference(), cover.active(), cover.cover(), circumstances);
    }

    private static Circumstances work(String employment, boolean cobra) {
        return new Circumstances(employment, cobra, null, "");
    }

    /** The same, in whatever order they were registered, and by the rule of that name. */
    private static void decided(String rule, CoverOnFile... inOrder) {
        for (long seed = 0; seed < 6; seed++) {
            List<CoverOnFile> shuffled = new ArrayList<>(Arrays.asList(inOrder));
            Collections.shuffle(shuffled, new Random(seed));
            PayerOrder order = PayerOrder.of(shuffled, DAY, BOOK);
            assertTrue(order.decided(), rule);
            assertEquals(Arrays.asList(inOrder), order.covers(), rule);
            Set<String> because = new TreeSet<>();
            order.reasons().stream().map(Source::rule).forEach(because::add);
            assertTrue(because.contains(rule), because::toString);
            SEEN.addAll(because);
        }
    }

    @Test
    void eachRuleDecidesWhatItSpeaksOfAndNoRowIsLeftOver() {
        decided("cob-accident-first", own("A", "WC"), own("B", "CI"), own("C", "MC"));
        decided("cob-medicaid-last", own("A", "CI"), own("B", "MC"));
        decided("cob-medicaid-last", own("A", "CH"), own("B", "MC"));
        decided("cob-tricare-late", own("A", "HM"), own("B", "CH"), own("C", "MC"));
        CoverOnFile secondary = with(own("M", "MB"), new Circumstances("", null, null, "12"));
        decided("cob-medicare-secondary", own("A", "CI"), secondary);
        CoverOnFile primary = with(own("M", "MB"), new Circumstances("", null, null, "primary"));
        decided("cob-medicare-says-first", primary, own("A", "CI"));
        decided("cob-medicare-before-retiree", own("M", "MB"), with(own("A", "CI"), work("retired", false)));
        decided("cob-subscriber-before-dependent", own("A", "CI"), cover("B", "HM", "01", "1960-01-01", "2000-01-01"));
        CoverOnFile march = cover("A", "CI", "19", "1980-03-02", "2024-01-01");
        CoverOnFile july = cover("B", "CI", "19", "1970-07-01", "2010-01-01");
        decided("cob-birthday", march, july);
        decided("cob-court-order", with(july, new Circumstances("", null, true, "")), march);
        decided(
                "cob-active-before-retired",
                with(own("A", "CI"), work("active", false)),
                with(own("B", "CI"), work("retired", false)));
        decided(
                "cob-continuation-later",
                with(own("A", "CI"), work("active", false)),
                with(own("B", "CI"), work("active", true)));
        decided(
                "cob-longer",
                with(cover("A", "CI", "18", "1960-01-01", "2019-12-31"), work("active", false)),
                with(own("B", "CI"), work("active", false)));
        Set<String> never = new TreeSet<>();
        BOOK.table(EligibilityTables.ORDER).rows().forEach(row -> never.add(row.rule()));
        never.removeAll(SEEN);
        assertEquals(Set.of(), never);
    }

    @Test
    void medicareAndAGroupPlanAreNotPutInOrderWhileNobodyKnowsOfTheEmployment() {
        PayerOrder order = PayerOrder.of(List.of(own("M", "MB"), own("A", "CI")), DAY, BOOK);
        assertFalse(order.decided());
        assertEquals("M", order.first(), "as registered");
    }

    @Test
    void twoPlansOfOneParentStandAsRegistered() {
        CoverOnFile one = cover("A", "CI", "19", "1980-03-02", "2024-01-01");
        CoverOnFile same = cover("B", "CI", "19", "1979-03-02", "2024-01-01");
        assertFalse(PayerOrder.of(List.of(one, same), DAY, BOOK).decided());
    }

    @Test
    void nobodyPaysFirstWhereNobodyPays() {
        assertEquals("", PayerOrder.of(List.of(), DAY, BOOK).first());
    }
}
