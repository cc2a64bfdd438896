package org.plainclaim.attachment;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A media type as it is written in an attachment.
 *
 * @param name lower case, without parameters; empty if there is none
 * @param charset the charset it names; null if it names none
 */
record ContentType(String name, @Nullable String charset) {
    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\\s\";]+)");

    static ContentType of(@Nullable String written) {
        String text = written == null ? "" : written;
        int end = text.indexOf(';');
        Matcher matcher = CHARSET.matcher(text);
        String name = end < 0 ? text : text.substring(0, end);
        return new ContentType(name.trim().toLowerCase(Locale.ROOT), matcher.find() ? matcher.group(1) : null);
    }

    /** True if the type says nothing about the format. */
    boolean open() {
        return name.isEmpty() || name.equals("application/octet-stream") || name.equals("binary/octet-stream");
    }

    /** The charset of the name; null if none is named or Java has no such. */
    @Nullable
    Charset known() {
        try {
            return charset == null ? null : Charset.forName(charset);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
