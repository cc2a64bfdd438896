package org.plainclaim.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one way to write an entry, and to read it again in seven years.
 *
 * <p>Lines of a word, a space and a value, in a fixed order; what is empty is left out. In values a backslash is {@code \\},
 * a line feed {@code \n} and a carriage return {@code \r}. The first line names this format, so that a later one can differ.
 */
public final class CanonicalText {
    private static final String FORMAT = "plainclaim-audit 1";

    private CanonicalText() {}

    /**
     * Where an entry stands.
     *
     * @param chain id of the chain
     * @param sequence number in it
     * @param previous hash of the entry before
     * @param tie an entry of another chain; null if there was none
     */
    record Place(String chain, long sequence, String previous, @Nullable Head tie) {}

    static String write(Place place, Entry entry) {
        StringBuilder text = new StringBuilder(700).append(FORMAT).append('\n');
        line(text, "chain", place.chain());
        line(text, "sequence", Long.toString(place.sequence()));
        line(text, "previous", place.previous());
        line(text, "tie", place.tie() == null ? "" : place.tie().toString());
        line(text, "time", entry.time().toString());
        line(text, "interaction", entry.interaction().word());
        line(text, "name", entry.name());
        agent(text, entry.agent());
        line(text, "status", entry.status() == 0 ? "" : Integer.toString(entry.status()));
        line(text, "patient", entry.patient());
        line(text, "focus", entry.focus());
        entry.resources().forEach(resource -> line(text, "resource", resource));
        line(text, "query", entry.query());
        entry.details().forEach((key, value) -> line(text, "detail", key + " " + value));
        return text.toString();
    }

    private static void agent(StringBuilder text, Agent agent) {
        line(text, "subject", agent.subject());
        line(text, "client", agent.client());
        agent.roles().forEach(role -> line(text, "role", role));
        line(text, "practice", agent.practice());
        line(text, "purpose", agent.purpose());
        line(text, "address", agent.address());
    }

    private static void line(StringBuilder text, String name, String value) {
        if (value.isEmpty()) {
            return;
        }
        text.append(name).append(' ');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
        text.append('\n');
    }

    /** Reads a text; empty if it is none of ours. */
    public static Optional<SealedEntry> read(String text) {
        Lines lines = new Lines(text);
        if (!lines.next(FORMAT)) {
            return Optional.empty();
        }
        try {
            String chain = lines.value("chain");
            long sequence = Long.parseLong(lines.value("sequence"));
            String previous = lines.value("previous");
            Head tie = Head.parse(lines.value("tie")).orElse(null);
            return Optional.of(new SealedEntry(chain, sequence, previous, tie, entry(lines), text, Hash.of(text)));
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Entry entry(Lines lines) {
        Instant time = Instant.parse(lines.value("time"));
        Interaction interaction = Interaction.of(lines.value("interaction")).orElse(Interaction.REQUEST);
        String name = lines.value("name");
        Agent agent = new Agent(
                lines.value("subject"),
                lines.value("client"),
                lines.values("role"),
                lines.value("practice"),
                lines.value("purpose"),
                lines.value("address"));
        String status = lines.value("status");
        return new Entry(
                time,
                interaction,
                name,
                agent,
                status.isEmpty() ? 0 : Integer.parseInt(status),
                lines.value("patient"),
                lines.value("focus"),
                lines.values("resource"),
                lines.value("query"),
                details(lines.values("detail")));
    }

    private static SortedMap<String, String> details(List<String> lines) {
        SortedMap<String, String> details = new TreeMap<>();
        for (String line : lines) {
            int space = line.indexOf(' ');
            details.put(line.substring(0, Math.max(space, 0)), line.substring(space + 1));
        }
        return details;
    }

    /** Reads lines in their order. */
    private static final class Lines {
        private final String[] lines;
        private int at;

        Lines(String text) {
            lines = text.split("\n", -1);
        }

        boolean next(String line) {
            return lines[at++].equals(line);
        }

        String value(String name) {
            if (at < lines.length && lines[at].startsWith(name + " ")) {
                return plain(lines[at++].substring(name.length() + 1));
            }
            return "";
        }

        List<String> values(String name) {
            List<String> values = new ArrayList<>();
            for (String value = value(name); !value.isEmpty(); value = value(name)) {
                values.add(value);
            }
            return values;
        }

        private static String plain(String value) {
            if (value.indexOf('\\') < 0) {
                return value;
            }
            StringBuilder text = new StringBuilder(value.length());
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                if (c == '\\' && i + 1 < value.length()) {
                    char escaped = value.charAt(++i);
                    text.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
                } else {
                    text.append(c);
                }
            }
            return text.toString();
        }
    }
}
