package org.plainclaim.terminology;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.DatedCode;
import org.plainclaim.codes.EffectivePeriod;

/** Reads the cells of rows of codes and tells what is wrong with them. */
final class CodeRows {
    private final List<String> faults;
    /** Some tables belong to several systems. */
    private final Map<Path, List<CsvRow>> files = new HashMap<>();

    /** Thousands of rows have a few dozen dates. */
    private final Map<String, LocalDate> dates = new HashMap<>();

    private final Map<String, String> sources = new HashMap<>();

    CodeRows(List<String> faults) {
        this.faults = faults;
    }

    /** The rows of a file. */
    List<CsvRow> of(Path file) {
        return files.computeIfAbsent(file, CsvFile::read);
    }

    /** True if a table has the columns that it needs and no others; told of one row, as all have the same. */
    boolean columns(CsvRow row, List<String> needed, Set<String> allowed) {
        boolean right = true;
        for (String column : row.cells().keySet()) {
            if (!needed.contains(column) && !allowed.contains(column)) {
                faults.add(row.file() + ":1: " + column + ": is no column of this table; it has " + needed);
                right = false;
            }
        }
        for (String column : needed) {
            if (!row.cells().containsKey(column)) {
                faults.add(row.file() + ":1: " + column + ": this column is missing");
                right = false;
            }
        }
        return right;
    }

    void filled(CsvRow row, List<String> columns) {
        columns.stream()
                .filter(column -> row.at(column).isEmpty())
                .forEach(column -> faults.add(row.complaint(column, "is empty")));
    }

    void sourced(CsvRow row) {
        if (row.at("citation").isEmpty()) {
            faults.add(row.complaint("citation", "is empty; every row names its source"));
        }
        if (row.at("verified_on").isEmpty()) {
            faults.add(row.complaint("verified_on", "is empty; it is the day of the last comparison with the source"));
        }
    }

    DatedCode code(CsvRow row, String code, boolean leaf) {
        String source = sources.computeIfAbsent(row.at("citation"), text -> text);
        return new DatedCode(code, row.at("label"), leaf, period(row), source, date(row, "verified_on"));
    }

    boolean leaf(CsvRow row) {
        String leaf = row.at("leaf");
        if (!leaf.equals("yes") && !leaf.equals("no")) {
            faults.add(row.complaint("leaf", "'" + leaf + "' is neither yes nor no"));
        }
        return leaf.equals("yes");
    }

    EffectivePeriod period(CsvRow row) {
        LocalDate from = date(row, "effective_from");
        LocalDate to = date(row, "effective_to");
        if (from != null && to != null && to.isBefore(from)) {
            faults.add(row.complaint("effective_to", "is before effective_from"));
            return new EffectivePeriod(from, null);
        }
        return new EffectivePeriod(from, to);
    }

    @Nullable
    LocalDate date(CsvRow row, String column) {
        String text = row.at(column);
        if (text.isEmpty()) {
            return null;
        }
        LocalDate known = dates.get(text);
        if (known != null) {
            return known;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            dates.put(text, date);
            return date;
        } catch (DateTimeParseException e) {
            faults.add(row.complaint(column, "'" + text + "' is no date such as 2026-10-01"));
            return null;
        }
    }
}
