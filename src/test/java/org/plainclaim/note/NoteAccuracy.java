package org.plainclaim.note;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.plainclaim.terminology.NoteWordsLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** Prints how well the reader reads annotated notes: a folder of them, or every set of the tests; {@code --errors} lists each. */
public final class NoteAccuracy {
    private NoteAccuracy() {}

    /** The program. */
    public static void main(String[] arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean errors = words.remove("--errors");
        NoteScanner scanner = new NoteScanner(NoteWordsLoader.load(TerminologyFolder.shipped()));
        for (Path set : words.isEmpty() ? sets() : words.stream().map(Path::of).toList()) {
            List<AnnotatedNote> notes = AnnotatedNote.of(set);
            for (Tally tally : List.of(Tally.ofAll(scanner), Tally.ofCertain(scanner))) {
                System.out.println(set.getFileName() + ": " + notes.size() + " notes, " + tally.name());
                System.out.print(table(tally.add(notes)));
                if (errors) {
                    tally.errors().forEach(System.out::println);
                }
            }
        }
    }

    private static List<Path> sets() throws IOException {
        try (Stream<Path> folders = Files.list(AnnotatedNote.SETS)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static String table(Tally tally) {
        StringBuilder table = new StringBuilder(row("fact", "annotated", "found", "right", "precision", "recall"));
        tally.counts()
                .forEach((fact, count) -> table.append(row(
                        fact,
                        String.valueOf(count.annotated()),
                        String.valueOf(count.found()),
                        String.valueOf(count.right()),
                        share(count.precision()),
                        share(count.recall()))));
        return table.toString();
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-24s%10s%8s%8s%11s%8s%n", (Object[]) cells);
    }
}
