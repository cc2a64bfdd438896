package org.plainclaim.release;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import org.plainclaim.codes.ProcedureNumber;
import org.plainclaim.codes.UnitLimit;

/** The medically unlikely edits of practitioners: code, value, adjudication indicator, rationale. */
final class UnitRows {
    private static final int MOST_UNITS = 1_000_000;

    private final TableRows rows;
    private final Faults faults;
    private final int code;
    private final int value;
    private final int indicator;
    private final Map<String, Long> lines = new HashMap<>();

    UnitRows(TableRows rows, Faults faults) throws IOException, LoadRefused {
        this.rows = rows;
        this.faults = faults;
        Heading heading = Heading.in(rows, faults, "hcpcscpt", "practitionerservicesmue", "mueadjudication");
        code = heading.place("hcpcscpt");
        value = heading.place("practitionerservicesmue");
        indicator = heading.place("mueadjudication");
    }

    void into(SortedMap<String, UnitLimit> limits) throws IOException {
        while (rows.next()) {
            String text = rows.at(code);
            String units = rows.at(value);
            String mai = rows.at(indicator);
            if (text.isEmpty() && units.isEmpty()) {
                continue;
            }
            if (ProcedureNumber.of(text) < 0) {
                faults.add(rows.line(), "'" + text + "' is no procedure code; the line is cut or has other columns");
            } else if (!units.matches("[0-9]{1,6}") || Integer.parseInt(units) >= MOST_UNITS) {
                faults.add(rows.line(), "'" + units + "' is no number of units");
            } else if (!mai.matches("[123]( .*)?")) {
                faults.add(rows.line(), "'" + mai + "' is no adjudication indicator: it begins with 1, 2 or 3");
            } else {
                add(limits, text, new UnitLimit(Integer.parseInt(units), mai.charAt(0) - '0'));
            }
        }
    }

    private void add(SortedMap<String, UnitLimit> limits, String text, UnitLimit limit) {
        Long before = lines.putIfAbsent(text, rows.line());
        if (before != null || limits.put(text, limit) != null) {
            faults.add(
                    rows.line(),
                    "the code " + text + " is there twice" + (before == null ? "" : "; first in line " + before));
        }
    }
}
