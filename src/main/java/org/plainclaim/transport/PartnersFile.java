package org.plainclaim.transport;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The CSV file of partners while it is read; all its faults are kept. */
final class PartnersFile {
    static final List<String> REQUIRED =
            List.of("id", "payers", "address", "sender", "receiver", "submitter", "phone", "production");
    static final List<String> OPTIONAL =
            List.of("real_time", "user", "secret", "known_hosts", "journal", "answers_to", "ask_after_days");

    private final Path file;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Long> ids = new HashMap<>();
    private final Map<String, Long> payers = new HashMap<>();
    private final Map<String, Long> addresses = new HashMap<>();

    PartnersFile(Path file) {
        this.file = file;
    }

    TradingPartners read() {
        List<TradingPartner> partners = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofCsvRecord(Files.newBufferedReader(file, StandardCharsets.UTF_8))) {
            List<String> columns = null;
            for (CsvRecord row : reader) {
                if (columns == null) {
                    columns = header(row);
                } else {
                    TradingPartner partner = partner(columns, row);
                    if (partner != null) {
                        partners.add(partner);
                    }
                }
            }
            if (columns == null) {
                fault(1, "id", "the file is empty; its first line has to name the columns " + REQUIRED);
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            fault(1, "file", "can not be read as CSV in UTF-8: " + e.getClass().getSimpleName());
        }
        if (!faults.isEmpty()) {
            throw new PartnersFileException(faults);
        }
        return new TradingPartners(partners);
    }

    void fault(long line, String column, String what) {
        faults.add(file.getFileName() + ":" + line + ": " + column + ": " + what);
    }

    private List<String> header(CsvRecord row) {
        List<String> columns = row.getFields().stream().map(String::strip).toList();
        long line = row.getStartingLineNumber();
        for (String column : columns) {
            if (!REQUIRED.contains(column) && !OPTIONAL.contains(column)) {
                fault(line, column, "is no column; they are " + REQUIRED + " and, if needed, " + OPTIONAL);
            }
        }
        for (String column : REQUIRED) {
            if (!columns.contains(column)) {
                fault(line, column, "is missing; add the column");
            }
        }
        if (columns.stream().distinct().count() < columns.size()) {
            fault(line, "header", "names a column twice; keep one of them");
        }
        return columns;
    }

    private @Nullable TradingPartner partner(List<String> columns, CsvRecord row) {
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() != columns.size()) {
            fault(line, "row", "has " + row.getFieldCount() + " cells and not " + columns.size() + "; quote commas");
            return null;
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), row.getField(i).strip());
        }
        TradingPartner partner = new PartnerRow(this, line, cells, file.toAbsolutePath()).partner();
        if (partner != null) {
            twice(ids, partner.id(), line, "id", "is the id of line %d too; an id names one partner");
            for (String payer : partner.payers()) {
                twice(payers, payer, line, "payers", "names a payer of line %d too; a payer is reached one way");
            }
            twice(
                    addresses,
                    partner.address().toString(),
                    line,
                    "address",
                    "is that of line %d too; its files would be read twice");
        }
        return partner;
    }

    private void twice(Map<String, Long> seen, String value, long line, String column, String what) {
        Long before = seen.putIfAbsent(value, line);
        if (before != null) {
            fault(line, column, String.format(java.util.Locale.ROOT, what, before));
        }
    }

    int faults() {
        return faults.size();
    }
}
