package org.plainclaim.terminology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.documentation.Instrument;
import org.plainclaim.documentation.Instrument.Band;
import org.plainclaim.documentation.Instrument.Codes;
import org.plainclaim.documentation.Instrument.Item;
import org.plainclaim.documentation.Instrument.Progress;
import org.plainclaim.documentation.Instrument.Scale;
import org.plainclaim.documentation.Instruments;
import org.plainclaim.rules.Cell;

/** Reads the instruments of {@code codes/measures}. */
public final class InstrumentLoader {
    private static final String FOLDER = "codes/measures/";

    private final TerminologyFolder folder;
    private final List<String> faults = new ArrayList<>();

    private InstrumentLoader(TerminologyFolder folder) {
        this.folder = folder;
    }

    /**
     * The instruments of a terminology folder.
     *
     * @throws TerminologyFault with every fault found, one a line
     */
    public static Instruments load(TerminologyFolder folder) {
        return new InstrumentLoader(folder).load();
    }

    private Instruments load() {
        Map<String, List<Item>> items = new HashMap<>();
        Map<String, List<Band>> bands = new HashMap<>();
        Map<String, Progress> progress = new HashMap<>();
        rows("items").forEach(row -> of(row, items).add(item(row)));
        rows("severities")
                .forEach(row -> of(row, bands).add(new Band(cell(row, "score"), row.at("severity"), row.at("label"))));
        rows("changes").forEach(row -> progress.put(row.at("instrument"), progress(row)));
        List<Instrument> all = new ArrayList<>();
        rows("instruments").forEach(row -> {
            String id = row.at("instrument");
            all.add(new Instrument(
                    id,
                    row.at("label"),
                    new Codes(row.at("total"), row.at("panel")),
                    scale(row),
                    items.getOrDefault(id, List.of()),
                    bands.getOrDefault(id, List.of()),
                    progress.getOrDefault(id, Progress.UNKNOWN)));
        });
        Instruments instruments = new Instruments(all, answers());
        belongTo(instruments);
        if (!faults.isEmpty()) {
            throw new TerminologyFault(faults);
        }
        return instruments;
    }

    private Map<String, Map<String, Integer>> answers() {
        Map<String, Map<String, Integer>> answers = new HashMap<>();
        rows("answers").forEach(row -> {
            for (String item : row.at("items").split("\\|", -1)) {
                answers.computeIfAbsent(item, code -> new HashMap<>()).put(row.at("answer"), number(row, "points"));
            }
        });
        return answers;
    }

    /** Every row of the other tables has to be about an instrument of the first. */
    private void belongTo(Instruments instruments) {
        for (String table : List.of("items", "severities", "changes")) {
            rows(table).stream()
                    .filter(row -> instruments.named(row.at("instrument")).isEmpty())
                    .forEach(row -> faults.add(row.complaint(
                            "instrument",
                            "'" + row.at("instrument") + "' is no instrument; add it to instruments.csv")));
        }
    }

    private Scale scale(CsvRow row) {
        return new Scale(
                number(row, "lowest"),
                number(row, "highest"),
                oneOf(row, "scoring", List.of("highest", "sum")).equals("highest"),
                oneOf(row, "better", List.of("lower", "higher")).equals("lower"));
    }

    private Item item(CsvRow row) {
        return new Item(
                row.at("item"), cell(row, "points"), number(row, "weight"), row.at("asked-after"), row.at("flag"));
    }

    private Progress progress(CsvRow row) {
        return new Progress(
                optional(row, "reliable"),
                optional(row, "response-percent"),
                optional(row, "response-from"),
                optional(row, "remission-below"));
    }

    private List<CsvRow> rows(String table) {
        List<CsvRow> rows = new ArrayList<>();
        folder.parts(FOLDER + table).forEach(part -> rows.addAll(CsvFile.read(part)));
        rows.stream()
                .filter(row -> row.at("citation").isEmpty())
                .forEach(row -> faults.add(row.complaint("citation", "is empty; every row names its source")));
        return rows;
    }

    private static <T> List<T> of(CsvRow row, Map<String, List<T>> lists) {
        return lists.computeIfAbsent(row.at("instrument"), id -> new ArrayList<>());
    }

    private String oneOf(CsvRow row, String column, List<String> words) {
        if (!words.contains(row.at(column))) {
            faults.add(row.complaint(column, "'" + row.at(column) + "' is none of " + String.join(", ", words)));
        }
        return row.at(column);
    }

    private Cell cell(CsvRow row, String column) {
        try {
            return Cell.parse(column, row.at(column));
        } catch (IllegalArgumentException e) {
            faults.add(row.complaint(column, String.valueOf(e.getMessage())));
            return Cell.parse(column, Cell.NONE);
        }
    }

    private @Nullable Integer optional(CsvRow row, String column) {
        return row.at(column).isEmpty() ? null : number(row, column);
    }

    private int number(CsvRow row, String column) {
        try {
            return Integer.parseInt(row.at(column));
        } catch (NumberFormatException e) {
            faults.add(row.complaint(column, "'" + row.at(column) + "' is no whole number"));
            return 0;
        }
    }
}
