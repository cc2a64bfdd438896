package org.plainclaim.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read without a formatter is what {@code java.time} reads. */
final class IsoTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-03T10:00:00-05:00",
                "2026-03-03T10:00:00Z",
                "2026-03-03T10:00:00+05:45",
                "2026-03-03T10:00:00-00:00",
                "2026-03-03T10:00:00+18:00",
                "2026-03-03T10:00:00-18:01",
                "2026-03-03T10:00:00+19:00",
                "2026-03-03T10:00:00+05:60",
                "2026-03-03T24:00:00Z",
                "2026-03-03T23:59:60Z",
                "2026-02-29T10:00:00Z",
                "2024-02-29T10:00:00Z",
                "2026-03-03T10:00:00.125-05:00",
                "2026-03-03t10:00:00z",
                "2026-03-03T10:00-05:00",
                "2026-03-03T10:00:00-0500",
                "2026-03-03T10:00:00-05:00:01",
                "2026-03-03T10:00:00",
                "2026-03-03",
                "2026-13-03",
                "2026-02-30",
                "0000-01-01",
                "-026-01-01",
                "2026/03/03",
                "\u0662026-03-03",
                ""
            })
    void readsOrRefusesAsTheLibraryDoes(String text) {
        same(text);
    }

    @Property(tries = 2000)
    void readsOrRefusesAnyChangedTextAsTheLibraryDoes(@ForAll("texts") String text) {
        same(text);
    }

    private static void same(String text) {
        assertEquals(read(LocalDate::parse, text), read(IsoText::day, text), text);
        assertEquals(read(OffsetDateTime::parse, text), read(IsoText::instant, text), text);
    }

    private static Object read(Function<String, ?> reader, String text) {
        try {
            return reader.apply(text);
        } catch (DateTimeException e) {
            return "refused";
        }
    }

    /** Good texts with one character replaced. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> good = Arbitraries.of(
                "2026-03-03", "2026-03-03T10:00:00-05:00", "2026-12-31T23:59:59Z", "2026-03-03T10:00:00.5+01:00");
        return good.flatMap(
                text -> Arbitraries.integers().between(0, text.length() - 1).flatMap(at -> Arbitraries.of(
                                '0', '1', '2', '3', '5', '6', '9', '-', '+', ':', 'T', 'Z', '.', ' ')
                        .map(sign -> text.substring(0, at) + sign + text.substring(at + 1))));
    }
}
