package org.plainclaim.release;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.ProcedureNumber;
import org.plainclaim.codes.ProcedurePair;
import org.plainclaim.codes.ProcedurePairs;
import org.plainclaim.release.PairTarget.PairRow;

/**
 * The NCCI procedure pairs: column 1, column 2, a mark for edits before 1996, effective date, deletion date or
 * {@code *}, modifier indicator, rationale.
 */
final class PairRows {
    private final TableRows rows;
    private final Faults faults;
    private final int[] columns;
    private final Set<String> rationales = new HashSet<>();
    private String lastRationale = "";
    private boolean began;

    PairRows(TableRows rows, Faults faults) throws IOException, LoadRefused {
        this.rows = rows;
        this.faults = faults;
        Heading heading = Heading.in(rows, faults, "column1", "column2", "effectivedate", "deletiondate", "modifier");
        columns = new int[] {
            heading.place("column1"),
            heading.place("column2"),
            heading.place("effectivedate"),
            heading.place("deletiondate"),
            heading.place("modifier"),
            heading.place("ptpeditrationale")
        };
    }

    void into(PairTarget target, Ticker ticker) throws IOException {
        while (rows.next()) {
            ticker.row(rows.line());
            PairRow row = row();
            if (row != null && !target.add(row)) {
                faults.add(rows.line(), "more than " + ProcedurePairs.MOST_CODES + " different codes");
                return;
            }
        }
        if (!rows.whole() && rationales.size() > 1 && !rationales.contains(lastRationale)) {
            faults.add(rows.line(), "the last line is cut: no other has the rationale '" + lastRationale + "'");
        }
    }

    private @Nullable PairRow row() {
        String one = rows.at(columns[0]);
        if (one.isEmpty() && (!began || blank())) {
            return null;
        }
        String two = rows.at(columns[1]);
        int first = ProcedureNumber.of(one);
        int second = ProcedureNumber.of(two);
        if (first < 0 || second < 0) {
            faults.add(
                    rows.line(),
                    "'" + (first < 0 ? one : two) + "' is no procedure code; the line is cut or has other "
                            + "columns");
            return null;
        }
        began = true;
        rationale();
        ProcedurePair pair = pair();
        return pair == null ? null : new PairRow(first, second, pair);
    }

    /** Rationales are a few sentences that come back again and again. */
    private void rationale() {
        if (!lastRationale.isEmpty() && rationales.size() < 1_000) {
            rationales.add(lastRationale);
        }
        lastRationale = rows.at(columns[5]);
    }

    private boolean blank() {
        for (int i = 0; i < rows.width(); i++) {
            if (!rows.at(i).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private @Nullable ProcedurePair pair() {
        LocalDate from = Days.of(rows.at(columns[2]));
        String deletion = rows.at(columns[3]);
        LocalDate to = Days.of(deletion);
        String indicator = rows.at(columns[4]);
        if (from == null || !ProcedurePairs.holds(from)) {
            faults.add(rows.line(), "'" + rows.at(columns[2]) + "' is no effective date such as 20260101");
        } else if (to == null ? !deletion.equals("*") && !deletion.isEmpty() : !ProcedurePairs.holds(to)) {
            faults.add(rows.line(), "'" + deletion + "' is no deletion date such as 20260331, nor *");
        } else if (!indicator.equals("0") && !indicator.equals("1") && !indicator.equals("9")) {
            faults.add(rows.line(), "'" + indicator + "' is no modifier indicator: 0, 1 or 9");
        } else if (to != null && to.isBefore(from)) {
            // an edit that was deleted as of its first day never held
            return new ProcedurePair(ProcedurePair.NOT_APPLICABLE, PairTarget.period(from, from));
        } else {
            return new ProcedurePair(Integer.parseInt(indicator), PairTarget.period(from, to));
        }
        return null;
    }

    /** Names the lines of pairs that have two rows for one date. */
    void nameClashes(Set<String> clashing) throws IOException {
        Map<String, Long> seen = new HashMap<>();
        while (rows.next()) {
            String pair = rows.at(columns[0]) + rows.at(columns[1]);
            if (clashing.contains(pair)) {
                Long before = seen.putIfAbsent(pair, rows.line());
                if (before != null) {
                    faults.add(
                            rows.line(),
                            "the pair " + pair.substring(0, 5) + " and " + pair.substring(5)
                                    + " has two rows for one date; the other is in line " + before);
                }
            }
        }
    }

    /** Hears of every row. */
    interface Ticker {
        void row(long line);
    }
}
