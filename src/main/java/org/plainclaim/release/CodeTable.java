package org.plainclaim.release;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.plainclaim.codes.EffectivePeriod;
import org.plainclaim.release.CodesContent.Entry;

/** Codes in a table with a heading: places of service, and the provider taxonomy of the NUCC. */
final class CodeTable {
    private static final EffectivePeriod ALWAYS = new EffectivePeriod(null, null);

    private final CodeTarget target;
    private final Faults faults;

    CodeTable(CodeTarget target, Faults faults) {
        this.target = target;
        this.faults = faults;
    }

    /** Code, Grouping, Classification, Specialization, and more columns in later versions. */
    void taxonomy(TableRows rows) throws IOException, LoadRefused {
        Heading heading = Heading.in(rows, faults, "code", "grouping", "classification", "specialization");
        int[] words = {heading.place("classification"), heading.place("specialization")};
        int display = heading.place("displayname");
        all(
                rows,
                heading.place("code"),
                Pattern.compile("[0-9A-Z]{9}X"),
                row -> display >= 0 && !row.at(display).isEmpty() ? row.at(display) : joined(row, words));
    }

    /** Code and name; a code that a spreadsheet made a number of gets its zero back. */
    void places(TableRows rows) throws IOException, LoadRefused {
        Heading heading = Heading.in(rows, faults, "");
        int code = Math.max(heading.place("placeofservicecode"), heading.place("code"));
        int label =
                Math.max(Math.max(heading.place("placeofservicename"), heading.place("label")), heading.place("name"));
        if (code < 0 || label < 0) {
            faults.add(rows.line(), "wrong columns: the heading has no code, or no label");
            return;
        }
        all(rows, code, Pattern.compile("[0-9]{1,2}"), row -> row.at(label));
    }

    private interface Label {
        String of(TableRows row);
    }

    private void all(TableRows rows, int code, Pattern shape, Label label) throws IOException {
        while (rows.next()) {
            String text = rows.at(code);
            if (text.isEmpty() && rows.width() <= 1) {
                continue;
            }
            String name = label.of(rows);
            if (!shape.matcher(text).matches()) {
                faults.add(rows.line(), "'" + text + "' is no code of this table");
            } else if (name.isEmpty()) {
                faults.add(rows.line(), "the code " + text + " has no text; the line is cut");
            } else {
                target.add(rows.line(), new Entry(text.length() == 1 ? "0" + text : text, name, true, ALWAYS));
            }
        }
    }

    private static String joined(TableRows row, int... columns) {
        List<String> words = new ArrayList<>();
        for (int column : columns) {
            if (!row.at(column).isEmpty()) {
                words.add(row.at(column));
            }
        }
        return String.join(", ", words);
    }
}
