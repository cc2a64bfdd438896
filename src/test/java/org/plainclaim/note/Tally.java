package org.plainclaim.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the reader finds in annotated notes against what people found, fact by fact. */
final class Tally {
    private final NoteScanner scanner;
    private final boolean certainAlone;
    private final Map<String, Count> counts = new TreeMap<>();
    private final List<String> errors = new ArrayList<>();

    /** How often a fact was annotated, found, and found rightly. */
    static final class Count {
        private int annotated;
        private int found;
        private int right;

        int annotated() {
            return annotated;
        }

        int found() {
            return found;
        }

        int right() {
            return right;
        }

        /** Of what was found, how much is right; of nothing, all. */
        double precision() {
            return found == 0 ? 1 : (double) right / found;
        }

        /** Of what is there, how much was found; of nothing, all. */
        double recall() {
            return annotated == 0 ? 1 : (double) right / annotated;
        }
    }

    private Tally(NoteScanner scanner, boolean certainAlone) {
        this.scanner = scanner;
        this.certainAlone = certainAlone;
    }

    /** Of everything that the reader finds. */
    static Tally ofAll(NoteScanner scanner) {
        return new Tally(scanner, false);
    }

    /** Of the values that are certain in at least one place. */
    static Tally ofCertain(NoteScanner scanner) {
        return new Tally(scanner, true);
    }

    /** What is counted, in words. */
    String name() {
        return certainAlone ? "certain alone" : "certain and likely";
    }

    private List<Mention> scan(AnnotatedNote note) {
        List<Mention> all = scanner.scan(note.text());
        Set<String> certain = all.stream()
                .filter(Mention::isCertain)
                .map(mention -> mention.fact() + " " + value(mention))
                .collect(Collectors.toSet());
        return all.stream()
                .filter(mention -> !certainAlone || certain.contains(mention.fact() + " " + value(mention)))
                .toList();
    }

    Tally add(List<AnnotatedNote> notes) {
        notes.forEach(this::add);
        return this;
    }

    private void add(AnnotatedNote note) {
        List<Mention> mentions = scan(note);
        Set<String> conflicts = new NoteReading(List.of(
                        new NoteReading.Read(new NoteText("Composition/1", "Composition.text", note.text()), mentions)))
                .conflicts()
                .keySet();
        note.conflicts().forEach(fact -> conflict(note, fact, conflicts, mentions));
        Set<Mention> left = mentions.stream()
                .filter(mention -> !note.conflicts().contains(mention.fact()))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        note.facts().stream()
                .collect(Collectors.groupingBy(annotation -> annotation.fact() + " " + annotation.value()))
                .values()
                .forEach(same -> sought(note, same, left));
        Map<String, List<Mention>> byValue =
                left.stream().collect(Collectors.groupingBy(mention -> mention.fact() + " " + value(mention)));
        byValue.values().forEach(same -> found(note, same));
    }

    private void sought(AnnotatedNote note, List<AnnotatedNote.Annotation> same, Set<Mention> mentions) {
        AnnotatedNote.Annotation first = same.get(0);
        if (isSkipped(first.fact(), first.value()) || note.conflicts().contains(first.fact())) {
            return;
        }
        count(first.fact()).annotated++;
        boolean found = same.stream()
                .anyMatch(annotation -> mentions.stream().anyMatch(mention -> isRight(note, mention, annotation)));
        if (!found) {
            errors.add(note.id() + " MISSED " + first);
        }
    }

    /** The fact {@code attendance} says it already. */
    private static boolean isSkipped(String fact, String value) {
        return fact.equals(NoteFacts.SECTION) && value.equals("attendance");
    }

    private void found(AnnotatedNote note, List<Mention> same) {
        Mention first = same.get(0);
        if (isSkipped(first.fact(), value(first))) {
            return;
        }
        Count count = count(first.fact());
        count.found++;
        boolean right = note.facts().stream()
                .anyMatch(annotation -> same.stream().anyMatch(mention -> isRight(note, mention, annotation)));
        if (right) {
            count.right++;
        } else {
            errors.add(note.id() + " WRONG " + first.fact() + " " + value(first) + " '"
                    + note.text()
                            .substring(first.span().from(), first.span().to())
                            .replace('\n', ' ') + "'");
        }
    }

    private void conflict(AnnotatedNote note, String fact, Set<String> conflicts, List<Mention> mentions) {
        Count count = count(fact);
        count.annotated++;
        if (conflicts.contains(fact)) {
            count.found++;
            count.right++;
            return;
        }
        boolean any = mentions.stream().anyMatch(mention -> mention.fact().equals(fact));
        count.found += any ? 1 : 0;
        errors.add(note.id() + " NO CONFLICT SEEN " + fact);
    }

    private static boolean isRight(AnnotatedNote note, Mention mention, AnnotatedNote.Annotation annotation) {
        boolean same =
                mention.fact().equals(annotation.fact()) && value(mention).equals(annotation.value());
        return same && (mention.fact().equals(NoteFacts.SECTION) || note.isAt(mention.span(), annotation.quote()));
    }

    private static String value(Mention mention) {
        return String.valueOf(mention.value());
    }

    Count count(String fact) {
        return counts.computeIfAbsent(fact, name -> new Count());
    }

    Map<String, Count> counts() {
        return counts;
    }

    /** What was missed and what was found wrongly, one a line. */
    List<String> errors() {
        return errors;
    }
}
