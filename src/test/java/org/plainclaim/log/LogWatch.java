package org.plainclaim.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * Reads every line that is logged in this process, for words about people: those in the examples, those that tests send, and
 * every word that begins as a canary does.
 */
public final class LogWatch extends AppenderBase<ILoggingEvent> {
    private static final String NAME = "log-watch";
    private static final Path EXAMPLES = Path.of("fhir-profiles/examples");
    private static final Pattern CANARY = Pattern.compile("Canary\\w*");
    private static final Pattern VALUE = Pattern.compile(
            "\"(family|subscriberId|div|data|valueString|description|line)\"\\s*:\\s*\\[?\\s*\"((?:[^\"\\\\]|\\\\.){3,20000})\"");
    private static final Pattern SENTENCE = Pattern.compile("[.?!\\n<>]");
    private static final int SHORTEST_NAME = 5;
    private static final int SHORTEST_SENTENCE = 20;
    private static final int LONGEST_BODY = 200_000;
    private static final int MOST_WORDS = 50_000;

    private final Set<String> words = ConcurrentHashMap.newKeySet();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();

    LogWatch() {
        setName(NAME);
    }

    /** Begins to watch this process, if nobody does. */
    static LogWatch attached() {
        Logger root = root();
        synchronized (root) {
            if (root.getAppender(NAME) instanceof LogWatch known) {
                return known;
            }
            LogWatch watch = new LogWatch();
            watch.setContext(root.getLoggerContext());
            watch.learnExamples();
            watch.start();
            root.addAppender(watch);
            return watch;
        }
    }

    /** Remembers what is about people in a body that a test sends. */
    public static void sent(String body) {
        present().ifPresent(watch -> watch.learn(body));
    }

    /** Looks at what another process of a test wrote to its log. */
    public static void written(String log) {
        present().ifPresent(watch -> log.lines().forEach(watch::read));
    }

    private static Optional<LogWatch> present() {
        return Optional.ofNullable(root().getAppender(NAME))
                .filter(LogWatch.class::isInstance)
                .map(LogWatch.class::cast);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private void learnExamples() {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".json")).toList()) {
                learn(Files.readString(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void learn(String body) {
        if (body.length() > LONGEST_BODY || words.size() > MOST_WORDS) {
            return;
        }
        Matcher matcher = VALUE.matcher(body);
        while (matcher.find()) {
            switch (matcher.group(1)) {
                case "family", "subscriberId", "line" -> name(matcher.group(2));
                case "data" -> sentences(decoded(matcher.group(2)));
                default -> sentences(matcher.group(2));
            }
        }
    }

    private void name(String name) {
        if (name.length() >= SHORTEST_NAME) {
            words.add(name);
        }
    }

    private void sentences(String text) {
        for (String sentence : SENTENCE.split(text, -1)) {
            String plain = sentence.strip();
            if (plain.length() >= SHORTEST_SENTENCE && plain.contains(" ")) {
                words.add(plain);
            }
        }
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException none) {
            return "";
        }
    }

    @Override
    protected void append(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(event.getFormattedMessage());
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            line.append('\n').append(cause.getMessage());
        }
        read(line.toString());
    }

    /** Looks at a line, or at many. */
    void read(String line) {
        Matcher canary = CANARY.matcher(line);
        if (canary.find()) {
            told.add(canary.group() + " in: " + line);
        }
        for (String word : words) {
            if (holds(line, word)) {
                told.add("'" + word + "' in: " + line);
            }
        }
    }

    /** Whether the word stands in the line by itself. */
    private static boolean holds(String line, String word) {
        for (int at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1));
            if (begins && (end == line.length() || !Character.isLetterOrDigit(line.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    /** The lines that say what they must not, since this was asked last. */
    List<String> takeTold() {
        List<String> taken = new ArrayList<>();
        for (String line = told.poll(); line != null; line = told.poll()) {
            taken.add(line);
        }
        return taken;
    }
}
