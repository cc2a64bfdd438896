package org.plainclaim.attachment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is read without a tree is what the tree says. */
final class PlainNarrativeTest {
    private static final String OPEN = "<div xmlns=\"http://www.w3.org/1999/xhtml\">";

    @Example
    void readsParagraphs() {
        Output out = new Output(Limits.DEFAULT);
        assertTrue(PlainNarrative.read(OPEN + "<p>One  two.</p>\n<p></p> Three <p>four </p></div>", out));
        assertEquals("One two.\nThree\nfour\n", out.text());
    }

    @Example
    void leavesEveryOtherFormToTheTree() {
        for (String other : new String[] {
            "<p>one</p>",
            OPEN + "<p>a &amp; b</p></div>",
            OPEN + "<p hidden>one</p></div>",
            OPEN + "<p><b>one</b></p></div>",
            OPEN + "<p>one</div>",
            OPEN + "<p>one<p>two</p></div>",
            OPEN + "<!-- one --></div>",
            OPEN + "one</p></div>",
            OPEN + "one",
            "<div style=\"display:none\">one</div>"
        }) {
            Output out = new Output(Limits.DEFAULT);
            assertFalse(PlainNarrative.read(other, out), other);
            assertEquals(0, out.length(), other);
        }
    }

    @Property(tries = 1000)
    void saysWhatTheTreeSays(@ForAll("plain") String xhtml) {
        Output out = new Output(Limits.DEFAULT);
        assertTrue(PlainNarrative.read(xhtml, out), xhtml);
        assertEquals(parsed(xhtml), out.length() == 0 ? "" : text(out), xhtml);
    }

    @Property(tries = 1000)
    void saysWhatTheTreeSaysWhereverItReadsAtAll(@ForAll("any") String xhtml) {
        Output out = new Output(Limits.DEFAULT);
        if (PlainNarrative.read(xhtml, out)) {
            assertEquals(parsed(xhtml), text(out), xhtml);
        }
    }

    private static String text(Output out) {
        try {
            return out.text();
        } catch (Unreadable e) {
            return "";
        }
    }

    private static String parsed(String xhtml) {
        try {
            return HtmlText.parsed(xhtml, new Output(Limits.DEFAULT)).text();
        } catch (Unreadable e) {
            return "";
        }
    }

    @Provide
    Arbitrary<String> plain() {
        Arbitrary<String> words = Arbitraries.strings()
                .withChars(" \n\tab.>\"'\u00e9\u00a0\u200b\ud83d\ude00")
                .ofMaxLength(12);
        return Arbitraries.oneOf(words, words.map(text -> "<p>" + text + "</p>"))
                .list()
                .ofMaxSize(6)
                .map(parts -> OPEN + String.join("", parts) + "</div>");
    }

    @Provide
    Arbitrary<String> any() {
        return Arbitraries.of(
                        "<p>", "</p>", "<p>", "</p>", "one", " ", "\n", "&amp;", "<br/>", "<div>", "</div>", "\r", "<",
                        ">")
                .list()
                .ofMaxSize(8)
                .map(parts -> "<div>" + String.join("", parts) + "</div>");
    }
}
