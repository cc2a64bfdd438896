package org.plainclaim.codes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatedCodeSystemTest {
    private static final DatedCodeSystem SYSTEM = new DatedCodeSystem(
            "made",
            "urn:made",
            "Made for this test",
            List.of(
                    edition(
                            "first",
                            "2020-10-01",
                            "2022-09-30",
                            code("A", null, "2021-09-30"),
                            code("B", "2021-10-01", null),
                            code("C", null, null)),
                    edition("second", "2022-10-01", "2023-09-30", code("B", null, null), code("D", null, null))));

    @Test
    void namesTheLongerCodesOfTheDate() {
        DatedCodeSystem system = new DatedCodeSystem(
                "made",
                "urn:made",
                "Made for this test",
                List.of(edition(
                        "first",
                        "2020-10-01",
                        "2022-09-30",
                        code("A", null, null),
                        code("A.1", null, "2021-09-30"),
                        code("A.2", "2021-10-01", null),
                        code("A.3", null, null))));
        assertEquals(List.of("A.1", "A.3"), system.below("A", LocalDate.parse("2021-09-30"), 9));
        assertEquals(List.of("A.2", "A.3"), system.below("A", LocalDate.parse("2021-10-01"), 9));
        assertEquals(List.of("A.2"), system.below("A", LocalDate.parse("2021-10-01"), 1));
    }

    @Test
    void aReleaseOfSomeCodesSaysNothingOfOthers() {
        CodeRelease some = new CodeRelease("made", "some", period("2022-10-01", null), "a test", null, List.of("F"));
        DatedCodeSystem system = new DatedCodeSystem(
                "made",
                "urn:made",
                "Made for this test",
                List.of(
                        edition("first", "2020-10-01", "2022-09-30", code("C", null, null)),
                        CodeEdition.of(some, List.of(code("B", null, null)))));
        assertEquals(
                Validity.UNKNOWN,
                system.look("C", LocalDate.parse("2022-10-01")).validity());
    }

    @Test
    void aReleaseIsCompleteForWhatItSays() {
        EffectivePeriod always = new EffectivePeriod(null, null);
        assertTrue(new CodeRelease("made", "all", always, "a test", null).isCompleteFor("Z99"));
        CodeRelease part = new CodeRelease("made", "part", always, "a test", null, List.of("F"));
        assertTrue(part.isCompleteFor("F41.1"));
        assertFalse(part.isCompleteFor("Z99"));
        assertFalse(new CodeRelease("made", "none", always, "a test", null, List.of()).isCompleteFor("F41.1"));
    }

    @Test
    void answersByTheDateOfService() {
        assertEquals(Validity.VALID, at("A", "2021-09-30"));
        assertEquals(Validity.ENDED, at("A", "2021-10-01"));
        assertEquals(Validity.NOT_YET, at("B", "2021-09-30"));
        assertEquals(Validity.VALID, at("B", "2021-10-01"));
        assertEquals(Validity.UNKNOWN, at("E", "2021-10-01"));
    }

    @Test
    void answersFromTheReleaseInForce() {
        assertEquals(Validity.VALID, at("C", "2022-09-30"));
        assertEquals(Validity.ENDED, at("C", "2022-10-01"));
        assertEquals(Validity.NOT_YET, at("D", "2022-09-30"));
        assertEquals(
                "second",
                SYSTEM.look("C", LocalDate.parse("2022-10-01")).release().name());
    }

    @Test
    void saysThatNobodyLookedWhereNoReleaseCoversTheDate() {
        assertEquals(Validity.NOT_COVERED, at("B", "2023-10-01"));
        assertEquals(Validity.NOT_COVERED, at("B", "2020-09-30"));
    }

    private static Validity at(String code, String date) {
        return SYSTEM.look(code, LocalDate.parse(date)).validity();
    }

    private static CodeEdition edition(String name, String from, String to, DatedCode... codes) {
        return CodeEdition.of(new CodeRelease("made", name, period(from, to), "a test", null), List.of(codes));
    }

    private static DatedCode code(String code, @Nullable String from, @Nullable String to) {
        return new DatedCode(code, "label", true, period(from, to), "a test", null);
    }

    private static EffectivePeriod period(@Nullable String from, @Nullable String to) {
        return new EffectivePeriod(
                from == null ? null : LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }
}
