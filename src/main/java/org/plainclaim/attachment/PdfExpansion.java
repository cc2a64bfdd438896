package org.plainclaim.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * What the streams of a PDF unpack to, counted without keeping it.
 *
 * <p>PDFBox unpacks a stream into memory whatever comes out. So the streams are measured before: once in the bytes, since
 * opening a file already unpacks its tables, and once by the objects that were found in it.
 */
final class PdfExpansion {
    private static final Set<String> PICTURES =
            Set.of("DCTDecode", "DCT", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode", "CCF");
    private static final Pattern FILTER = Pattern.compile("/(?:Filter|F)\\s*(\\[[^\\]]*\\]|/\\w+)");
    private static final Pattern NAME = Pattern.compile("/(\\w+)");
    private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern WIDE = Pattern.compile("/(Columns|Colors|BitsPerComponent)\\s+\\d{6,}");
    private static final String STREAM = "stream";

    private final Output out;
    private final byte[] content;
    private long left;

    PdfExpansion(byte[] content, Output out) {
        this.content = content;
        this.out = out;
        this.left = out.limits().unpacked(content.length);
    }

    /** Measures every stream that can be seen in the bytes. */
    void check() {
        String file = new String(content, StandardCharsets.ISO_8859_1);
        int from = 0;
        for (int at = file.indexOf(STREAM); at >= 0; at = file.indexOf(STREAM, at + STREAM.length())) {
            out.tick();
            if (!file.startsWith("end", Math.max(0, at - 3))) {
                String head = unescaped(file.substring(Math.max(from, at - 4096), at));
                if (WIDE.matcher(head).find()) {
                    throw new Unreadable(Reason.NOT_READABLE);
                }
                int data = at + STREAM.length();
                measure(new ByteArrayInputStream(content, data, content.length - data), filters(head, data));
            }
            from = at;
        }
        left = out.limits().unpacked(content.length);
    }

    /** Measures every stream that the opened file knows. */
    void check(COSDocument document) throws IOException {
        for (COSObjectKey key : new ArrayList<>(document.getXrefTable().keySet())) {
            out.tick();
            if (document.getObjectFromPool(key).getObject() instanceof COSStream stream) {
                List<String> filters = names(stream.getFilters());
                boolean picture = filters.stream().anyMatch(PICTURES::contains);
                if (picture && !COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                    throw new Unreadable(Reason.NOT_READABLE);
                }
                try (InputStream raw = stream.createRawInputStream()) {
                    measure(raw, filters);
                }
            }
        }
    }

    private static List<String> names(COSBase filters) {
        List<String> names = new ArrayList<>();
        if (filters instanceof COSName name) {
            names.add(name.getName());
        } else if (filters instanceof COSArray array) {
            array.forEach(filter -> names.add(filter instanceof COSName name ? name.getName() : ""));
        }
        return names;
    }

    /** The filters of the dictionary that ends where the stream begins; what begins as zlib does is taken for it. */
    private List<String> filters(String head, int data) {
        String dictionary = head.substring(Math.max(0, head.lastIndexOf("obj")));
        Matcher filter = FILTER.matcher(dictionary);
        List<String> names = new ArrayList<>();
        if (filter.find()) {
            Matcher name = NAME.matcher(filter.group(1));
            while (name.find()) {
                names.add(name.group(1));
            }
        } else if (zlib(data)) {
            names.add("FlateDecode");
        }
        return names;
    }

    private boolean zlib(int data) {
        int at = data;
        while (at < content.length && (content[at] == '\r' || content[at] == '\n')) {
            at++;
        }
        return at < content.length && (content[at] & 0x0f) == 8;
    }

    private static String unescaped(String head) {
        return ESCAPE.matcher(head)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(1), 16))));
    }

    private void measure(InputStream raw, List<String> filters) {
        InputStream in = raw;
        for (String filter : filters) {
            if (PICTURES.contains(filter)) {
                return;
            }
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            boolean last = filter.equals(filters.get(filters.size() - 1));
            try {
                skipLineBreak(in);
                FilterFactory.INSTANCE
                        .getFilter(filter)
                        .decode(
                                in,
                                new Measured(last ? OutputStream.nullOutputStream() : kept),
                                new COSDictionary(),
                                0);
            } catch (IOException | IllegalArgumentException e) {
                // broken: what came out until there has been counted
                out.tick();
            }
            in = new ByteArrayInputStream(kept.toByteArray());
        }
    }

    private static void skipLineBreak(InputStream in) throws IOException {
        if (in.markSupported()) {
            in.mark(1);
            while ("\r\n".indexOf(in.read()) >= 0) {
                in.mark(1);
            }
            in.reset();
        }
    }

    /** Counts what passes, down to nothing left. */
    private final class Measured extends OutputStream {
        private final OutputStream to;

        Measured(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw new Unreadable(Reason.EXPANDS);
            }
            to.write(bytes, from, length);
        }
    }
}
