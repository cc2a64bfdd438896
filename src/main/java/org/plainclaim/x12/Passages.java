package org.plainclaim.x12;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts out of a file of answers (TA1, 999, 277, 277CA, 835) what it says of one claim, as it stands there, with the heads of
 * the envelope around it; nothing of other claims goes with it.
 *
 * <p>The file is read once and never held; whoever asks has had it checked before.
 */
public final class Passages {
    private static final int ISA_LENGTH = 106;
    private static final int LONGEST_SEGMENT = 100_000;

    private final About about;
    private final List<Passage> found = new ArrayList<>();
    private final List<String> envelope = new ArrayList<>();
    private String element = "*";
    private String component = ":";
    private char terminator = '~';
    private Passage.@Nullable Draft draft;

    private Passages(About about) {
        this.about = about;
    }

    /**
     * The claim that is looked for.
     *
     * @param number our number of it (CLM01)
     * @param payerNumber the payer's number of it; empty if it gave none
     * @param controls control numbers of the interchanges that it went in (ISA13, GS06)
     */
    public record About(String number, String payerNumber, Set<Integer> controls) {
        public About {
            controls = Set.copyOf(controls);
        }
    }

    /** What a file says of the claim; none if it says nothing, or is no interchange. */
    public static List<Passage> of(InputStream file, About about) throws IOException {
        Passages passages = new Passages(about);
        passages.read(new BufferedInputStream(file));
        return List.copyOf(passages.found);
    }

    private void read(InputStream in) throws IOException {
        byte[] isa = in.readNBytes(ISA_LENGTH);
        String first = new String(isa, StandardCharsets.ISO_8859_1);
        if (isa.length < ISA_LENGTH || !first.startsWith("ISA")) {
            return;
        }
        element = first.substring(3, 4);
        component = first.substring(104, 105);
        terminator = first.charAt(105);
        take(first.substring(0, 105));
        Optional<String> segment = next(in);
        while (segment.isPresent()) {
            take(segment.get());
            segment = next(in);
        }
    }

    private Optional<String> next(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int read = in.read();
        while (read >= 0 && read != terminator && bytes.size() < LONGEST_SEGMENT) {
            bytes.write(read);
            read = in.read();
        }
        String text = bytes.toString(StandardCharsets.ISO_8859_1).strip();
        return read < 0 && text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private void take(String segment) {
        String[] parts = segment.split(java.util.regex.Pattern.quote(element), -1);
        switch (parts[0]) {
            case "ISA", "IEA" -> {
                envelope.clear();
                envelope.add(segment);
            }
            case "TA1" -> {
                if (number(parts, 1)) {
                    found.add(new Passage("TA1", text(List.of(envelope.get(0), segment))));
                }
            }
            case "GS" -> {
                envelope.subList(1, envelope.size()).clear();
                envelope.add(segment);
            }
            case "ST" -> draft = Passage.draft(about, part(parts, 1), component);
            default -> {}
        }
        Passage.Draft open = draft;
        if (open != null) {
            open.take(segment, parts);
            open.cut().forEach(lines -> {
                List<String> all = new ArrayList<>(envelope);
                all.addAll(lines);
                found.add(new Passage(open.kind(), text(all)));
            });
            draft = parts[0].equals("SE") ? null : open;
        }
    }

    private boolean number(String[] parts, int at) {
        String text = part(parts, at);
        return text.matches("[0-9]{1,9}") && about.controls().contains(Integer.parseInt(text));
    }

    static String part(String[] parts, int at) {
        return at < parts.length ? parts[at] : "";
    }

    private String text(List<String> segments) {
        return String.join(terminator + "\n", segments) + terminator + "\n";
    }
}
