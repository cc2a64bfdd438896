package org.plainclaim.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.plainclaim.explanation.Span;

final class NoteScannerPropertiesTest {
    @Property(tries = 500)
    void readsAnyStringAndStaysInsideIt(@ForAll String text) {
        staysInside(text);
    }

    @Property(tries = 500)
    void readsAnyPiecesOfNotesAndStaysInsideThem(@ForAll("notes") String text) {
        staysInside(text);
    }

    @Property(tries = 300)
    void blanksBeforeATextOnlyMoveItsSpans(@ForAll("notes") String text, @ForAll @IntRange(max = 20) int blanks) {
        List<Mention> moved = Scanned.SCANNER.scan(text).stream()
                .map(mention -> new Mention(
                        mention.fact(),
                        mention.value(),
                        new Span(mention.span().from() + blanks, mention.span().to() + blanks),
                        mention.grade()))
                .toList();
        assertEquals(moved, Scanned.SCANNER.scan(" ".repeat(blanks) + text));
    }

    private static void staysInside(String text) {
        for (Mention mention : Scanned.SCANNER.scan(text)) {
            assertTrue(mention.span().to() <= text.length(), mention::toString);
            assertTrue(mention.span().from() < mention.span().to(), mention::toString);
        }
    }

    @Provide
    Arbitrary<String> notes() {
        return Arbitraries.of(
                        "Session",
                        "10:00-10:53",
                        "from ten to",
                        "eleven",
                        "\n",
                        "\n\n",
                        "Plan:",
                        "P:",
                        "[x]",
                        "[ ]",
                        "CBT",
                        "ACT",
                        "SI/HI",
                        "denies",
                        "no",
                        ".",
                        ",",
                        ";",
                        "(",
                        ")",
                        "\"",
                        "pt",
                        "mother",
                        "joined",
                        "present:",
                        "group of",
                        "six",
                        "members",
                        "PHQ-9",
                        "14",
                        "(53 min)",
                        "psychotherapy",
                        "E/M",
                        "next session",
                        "last week",
                        "Dana Whitcombe, LCSW",
                        "/s/",
                        "video",
                        "telehealth consent",
                        "at",
                        "home",
                        "|",
                        "=",
                        "....",
                        "twenty",
                        "-",
                        "a.m.",
                        "2",
                        "PM",
                        "1402",
                        "started",
                        "ended",
                        "half past",
                        "noon",
                        "\t")
                .list()
                .ofMaxSize(40)
                .map(pieces -> String.join(" ", pieces));
    }
}
