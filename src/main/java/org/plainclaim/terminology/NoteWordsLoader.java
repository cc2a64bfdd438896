package org.plainclaim.terminology;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.plainclaim.note.NoteTable;
import org.plainclaim.note.NoteWord;
import org.plainclaim.note.NoteWords;

/** Reads the words of {@code note/}: what the words of a note mean. */
public final class NoteWordsLoader {
    private static final String FOLDER = "note";
    private static final Set<String> COLUMNS = Set.of("words", "meaning", "only", "citation", "verified_on", "comment");
    private static final Set<String> ONLY =
            Set.of("exact", "patient", "label", "dictated", "planned", "told", "alone", "portion", "name");

    private final TerminologyFolder folder;
    private final List<String> faults = new ArrayList<>();
    private final List<NoteWord> words = new ArrayList<>();

    private NoteWordsLoader(TerminologyFolder folder) {
        this.folder = folder;
    }

    /**
     * Loads and checks every table of words.
     *
     * @throws TerminologyFault with every fault found, one a line
     */
    public static NoteWords load(TerminologyFolder folder) {
        return new NoteWordsLoader(folder).load();
    }

    private NoteWords load() {
        for (NoteTable table : NoteTable.values()) {
            List<Path> parts = folder.parts(FOLDER + "/" + table.file());
            if (parts.isEmpty()) {
                faults.add(FOLDER + "/" + table.file() + ".csv: the file is missing");
            }
            Set<String> seen = new HashSet<>();
            parts.forEach(part -> CsvFile.read(part).forEach(row -> add(table, row, seen)));
        }
        unknownFiles();
        if (!faults.isEmpty()) {
            throw new TerminologyFault(faults);
        }
        return new NoteWords(words);
    }

    private void unknownFiles() {
        Set<String> known = Arrays.stream(NoteTable.values())
                .map(table -> table.file() + ".csv")
                .collect(Collectors.toSet());
        for (Path file : folder.files(FOLDER, ".csv")) {
            String name = String.valueOf(file.getFileName());
            if (!known.contains(name)) {
                faults.add(
                        FOLDER + "/" + name + ": nobody reads this file; its name must be one of the tables of words");
            }
        }
    }

    private void add(NoteTable table, CsvRow row, Set<String> seen) {
        check(table, row);
        Set<String> only = row.at("only").isEmpty()
                ? Set.of()
                : new HashSet<>(List.of(row.at("only").split("\\|", -1)));
        for (String phrase : row.at("words").split("\\|", -1)) {
            if (phrase.isBlank()) {
                faults.add(row.complaint("words", "has an empty value; write words, with | between synonyms"));
            } else if (!seen.add(key(phrase, only))) {
                faults.add(row.complaint("words", "'" + phrase + "' stands twice in this table; keep one"));
            } else {
                words.add(new NoteWord(table, phrase, meanings(row), only));
            }
        }
    }

    /** What the reader does not tell apart. */
    private static String key(String phrase, Set<String> only) {
        String plain = phrase.replaceAll("[-\\s]+", " ").strip();
        return only.contains("exact") ? plain : plain.toLowerCase(Locale.ROOT);
    }

    private static List<String> meanings(CsvRow row) {
        return List.of(row.at("meaning").split("\\|", -1));
    }

    private void check(NoteTable table, CsvRow row) {
        row.cells().keySet().stream()
                .filter(column -> !COLUMNS.contains(column))
                .forEach(column -> faults.add(row.complaint(column, "is no column of a table of words")));
        for (String meaning : meanings(row)) {
            if (meaning.isEmpty() || !table.knows(meaning)) {
                faults.add(row.complaint("meaning", "'" + meaning + "' must be one of " + table.meanings()));
            }
        }
        if (table == NoteTable.NUMBER_WORDS && !row.at("meaning").matches("[0-9]{1,4}")) {
            faults.add(row.complaint("meaning", "must be a whole number"));
        }
        if (row.at("citation").isEmpty()) {
            faults.add(row.complaint("citation", "is empty; every row names its source"));
        }
        if (!row.at("only").isEmpty()
                && !ONLY.containsAll(new HashSet<>(List.of(row.at("only").split("\\|", -1))))) {
            faults.add(row.complaint("only", "must be of " + ONLY));
        }
        date(row);
    }

    private void date(CsvRow row) {
        try {
            LocalDate.parse(row.at("verified_on"));
        } catch (DateTimeParseException e) {
            faults.add(row.complaint("verified_on", "must be a date such as 2026-11-23"));
        }
    }
}
