package org.plainclaim.transport;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which names a file may have: never one that could be a path, whoever says it. */
final class FileNames {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_ .@+=,()~-]{0,199}");
    private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".partial", ".filepart", ".crdownload");

    private FileNames() {}

    static boolean plain(String name) {
        return PLAIN.matcher(name).matches() && !name.contains("..");
    }

    /** True if the other side says by the name that it is still writing. */
    static boolean unfinished(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.startsWith(".") || UNFINISHED.stream().anyMatch(lower::endsWith);
    }

    /** The name, if it is one. */
    static String checked(String name) throws RefusedFileException {
        if (!plain(name)) {
            throw new RefusedFileException("a name of a file has to be of letters, digits and . _ - alone");
        }
        return name;
    }

    /** The name, if we may write a file of it. */
    static String writable(String name) throws RefusedFileException {
        if (unfinished(checked(name))) {
            throw new RefusedFileException("the name of a file must not end like that of an unfinished one");
        }
        return name;
    }

    /** A name that can stand in a log. */
    static String shown(String name) {
        String harmless = name.replaceAll("[^A-Za-z0-9_ .-]", "?");
        return harmless.length() > 100 ? harmless.substring(0, 100) : harmless;
    }
}
