package org.plainclaim.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Rows of the first sheet of a spreadsheet. */
final class SheetRows implements TableRows {
    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private @Nullable Row row;

    SheetRows(Path file) throws IOException {
        try {
            workbook = new ReadableWorkbook(file.toFile());
            stream = workbook.getFirstSheet().openStream();
        } catch (ExcelReaderException e) {
            throw damaged(e);
        }
        rows = stream.iterator();
    }

    private static IOException damaged(RuntimeException e) {
        return new IOException("is no spreadsheet that can be read, or is cut: " + e.getMessage(), e);
    }

    @Override
    public boolean next() throws IOException {
        try {
            boolean more = rows.hasNext();
            row = more ? rows.next() : null;
            return more;
        } catch (ExcelReaderException e) {
            throw damaged(e);
        }
    }

    @Override
    public String at(int column) {
        if (row == null || column < 0 || column >= row.getCellCount()) {
            return "";
        }
        return row.getCellText(column).strip();
    }

    @Override
    public int width() {
        return row == null ? 0 : row.getCellCount();
    }

    @Override
    public long line() {
        return row == null ? 0 : row.getRowNum();
    }

    @Override
    public boolean whole() {
        return true;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }
}
