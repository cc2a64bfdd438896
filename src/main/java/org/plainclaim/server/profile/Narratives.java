package org.plainclaim.server.profile;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Narrative of the simplest kind: a few elements in their usual places, without attributes. */
final class Narratives {
    private static final String START = "<div xmlns=\"http://www.w3.org/1999/xhtml\">";
    private static final String END = "</div>";
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)( ?/)?>");
    private static final Pattern ENTITY = Pattern.compile("&(amp|lt|gt|quot);");
    private static final Set<String> INLINE = Set.of("b", "i", "em", "strong", "span", "br");
    private static final Set<String> BLOCKS = Set.of("p", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "div");
    private static final Set<String> EMPTY = Set.of("br", "hr");
    private static final Map<String, Set<String>> INSIDE = Map.of("ul", Set.of("li"), "ol", Set.of("li"), "li", INLINE);

    private final Deque<String> open = new ArrayDeque<>();
    private boolean words;

    private Narratives() {}

    static void check(String div) {
        if (!div.startsWith(START) || !div.endsWith(END)) {
            throw Doubt.uncovered("a narrative that does not start as usual");
        }
        new Narratives().read(div.substring(START.length(), div.length() - END.length()));
    }

    private void read(String content) {
        Matcher tag = TAG.matcher(content);
        int at = 0;
        while (tag.find()) {
            text(content.substring(at, tag.start()));
            element(tag.group(2), !tag.group(1).isEmpty(), tag.group(3) != null);
            at = tag.end();
        }
        text(content.substring(at));
        if (!open.isEmpty() || !words) {
            throw Doubt.uncovered("a narrative without words, or with an element that is not closed");
        }
    }

    private void element(String name, boolean closes, boolean alone) {
        if (closes) {
            if (alone || !name.equals(open.pollLast())) {
                throw Doubt.uncovered("a narrative with an element that is not closed in order");
            }
            return;
        }
        if (!allowed(open.peekLast(), name) || EMPTY.contains(name) != alone) {
            throw Doubt.uncovered("a narrative with an unusual element");
        }
        if (!alone) {
            open.addLast(name);
        }
    }

    private static boolean allowed(@Nullable String parent, String name) {
        if (parent == null || parent.equals("div")) {
            return INLINE.contains(name) || BLOCKS.contains(name);
        }
        return INSIDE.getOrDefault(parent, INLINE).contains(name);
    }

    private void text(String text) {
        if (text.isBlank()) {
            return;
        }
        if (!INSIDE.getOrDefault(String.valueOf(open.peekLast()), INLINE).equals(INLINE)) {
            throw Doubt.uncovered("a narrative with words between the items of a list");
        }
        words = true;
        String plain = ENTITY.matcher(text).replaceAll("").strip();
        if (plain.indexOf('&') >= 0) {
            throw Doubt.uncovered("a narrative with an unusual entity");
        }
        if (!plain.isEmpty()) {
            SimpleValues.plain(plain);
        }
    }
}
