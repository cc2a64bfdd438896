package org.plainclaim.release;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Rows of a text with commas or tabs between its cells. */
final class TextRows implements TableRows {
    private static final int LOOK_AHEAD = 1 << 13;

    private final DecodedText text;
    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private @Nullable CsvRecord row;

    TextRows(DecodedText text) throws IOException {
        this.text = text;
        BufferedReader buffered = new BufferedReader(text, LOOK_AHEAD);
        this.reader = CsvReader.builder().fieldSeparator(separator(buffered)).ofCsvRecord(buffered);
        this.records = reader.iterator();
    }

    /** Published tables have one or the other; a comma may also be in a sentence above a table with tabs. */
    private static char separator(BufferedReader reader) throws IOException {
        reader.mark(LOOK_AHEAD);
        char[] first = new char[LOOK_AHEAD];
        int many = 0;
        for (int read = 0; read >= 0 && many < LOOK_AHEAD; read = reader.read(first, many, LOOK_AHEAD - many)) {
            many += read;
        }
        reader.reset();
        return new String(first, 0, many).indexOf('\t') >= 0 ? '\t' : ',';
    }

    @Override
    public boolean next() throws IOException {
        try {
            boolean more = records.hasNext();
            row = more ? records.next() : null;
            return more;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw e.getCause() instanceof IOException io
                    ? io
                    : new DecodedText.NotText(text.number(), "is no table: " + e.getMessage());
        }
    }

    @Override
    public String at(int column) {
        return row == null || column < 0 || column >= row.getFieldCount()
                ? ""
                : row.getField(column).strip();
    }

    @Override
    public int width() {
        return row == null ? 0 : row.getFieldCount();
    }

    @Override
    public long line() {
        return row == null ? 0 : row.getStartingLineNumber();
    }

    @Override
    public boolean whole() {
        return text.endsWithLine();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
