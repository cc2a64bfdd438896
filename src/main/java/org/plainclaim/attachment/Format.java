package org.plainclaim.attachment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The formats that are read, the one that loses least first. */
public enum Format {
    PLAIN("text/plain"),
    HTML("text/html application/xhtml+xml"),
    CDA("text/xml application/xml application/cda+xml application/hl7-cda+xml application/hl7-sda+xml"),
    RTF("application/rtf text/rtf application/x-rtf text/richtext"),
    PDF("application/pdf application/x-pdf");

    /** First bytes of formats that are often sent under a wrong name: archives, office documents and pictures. */
    private static final List<String> FOREIGN = List.of(
            "PK\3\4",
            "\u00d0\u00cf\u0011\u00e0",
            "\u00ff\u00d8\u00ff",
            "\u0089PNG",
            "GIF8",
            "II*\0",
            "MM\0*",
            "\u001f\u008b");

    private static final int HEAD = 1024;
    private final String types;

    Format(String types) {
        this.types = " " + types + " ";
    }

    /** The format that a content type, with or without parameters, names. */
    public static Optional<Format> named(@Nullable String contentType) {
        String name = ContentType.of(contentType).name();
        for (Format format : values()) {
            if (format.types.contains(" " + name + " ")) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** The format to read the bytes as: the one that is named, if they are not plainly of another. */
    static Format of(ContentType type, byte[] content) {
        String head = head(content);
        if (FOREIGN.stream().anyMatch(head::startsWith)) {
            throw new Unreadable(
                    type.open() || named(type.name()).isEmpty() ? Reason.UNSUPPORTED_TYPE : Reason.TYPE_MISMATCH);
        }
        Optional<Format> seen = seen(head);
        if (type.open()) {
            return seen.orElse(PLAIN);
        }
        Format named = named(type.name()).orElseThrow(() -> new Unreadable(Reason.UNSUPPORTED_TYPE));
        boolean page = named == CDA && seen.filter(HTML::equals).isPresent();
        if (seen.isPresent() && seen.get() != named && !page) {
            throw new Unreadable(Reason.TYPE_MISMATCH);
        }
        if (seen.isEmpty() && (named == PDF || named == RTF)) {
            throw new Unreadable(Reason.NOT_READABLE);
        }
        return page ? HTML : named;
    }

    private static String head(byte[] content) {
        String head = new String(content, 0, Math.min(HEAD, content.length), StandardCharsets.ISO_8859_1);
        return head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head;
    }

    private static Optional<Format> seen(String head) {
        String start = head.replace("\0", "").stripLeading().toLowerCase(Locale.ROOT);
        if (head.contains("%PDF-")) {
            return Optional.of(PDF);
        }
        if (start.startsWith("{\\rtf")) {
            return Optional.of(RTF);
        }
        if (start.contains("<clinicaldocument")) {
            return Optional.of(CDA);
        }
        boolean page = start.startsWith("<!doctype html")
                || start.startsWith("<html")
                || (start.startsWith("<?xml") && start.contains("<html"));
        return page ? Optional.of(HTML) : Optional.empty();
    }
}
