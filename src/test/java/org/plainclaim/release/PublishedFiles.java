package org.plainclaim.release;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Made-up files in the layouts in which releases are published. */
public final class PublishedFiles {
    /** What stands above the rows of a file of procedure pairs. */
    public static final List<String> PAIRS_HEADING = List.of(
            "CPT codes and descriptions only are copyright of the American Medical Association.",
            "Column1/Column2 Edits",
            "Column 1\tColumn 2\t*=in existence prior to 1996\tEffective Date\tDeletion Date *=no data"
                    + "\tModifier 0=not allowed 1=allowed 9=not applicable\tPTP Edit Rationale");

    private static final String MUE_HEADING =
            "\"HCPCS/\nCPT Code\",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale";

    private PublishedFiles() {}

    /** A line of an order file. */
    public static String order(int number, String code, boolean leaf, String text) {
        String brief = text.length() > 60 ? text.substring(0, 60) : text;
        return String.format("%05d %-7s %s %-60s %s", number, code, leaf ? 1 : 0, brief, text);
    }

    /** An order file with these codes; one that ends with {@code -} is a header. */
    public static Path orderFile(Path file, String... codes) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String code : codes) {
            boolean leaf = !code.endsWith("-");
            String plain = code.replace("-", "");
            lines.add(order(lines.size() + 1, plain, leaf, "Made-up text of " + plain));
        }
        return write(file, lines);
    }

    /** A whole order file of so many lines, from A00 to Z99. */
    public static Path wholeOrderFile(Path file, int lines) throws IOException {
        int each = lines / (26 * 100) + 1;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.ISO_8859_1)) {
            int number = 0;
            for (int category = 0; category < 2_600; category++) {
                String header = String.format("%c%02d", 'A' + category / 100, category % 100);
                out.write(order(++number, header, false, "Made-up category " + header) + "\r\n");
                for (int i = 0; i < each; i++) {
                    String code = header + String.format("%03d", i);
                    out.write(order(++number, code, true, "Made-up disease of the kind " + code) + "\r\n");
                }
            }
        }
        return file;
    }

    /** Lines with the line ends of CMS. */
    public static Path write(Path file, List<String> lines) throws IOException {
        return Files.writeString(file, String.join("\r\n", lines) + "\r\n", StandardCharsets.ISO_8859_1);
    }

    /** A file of procedure pairs; a row is {@code 90834 90791 20200101 * 0}. */
    public static Path pairs(Path file, String... rows) throws IOException {
        List<String> lines = new ArrayList<>(PAIRS_HEADING);
        for (String row : rows) {
            String[] cells = row.split(" ", -1);
            lines.add(String.join("\t", cells[0], cells[1], "", cells[2], cells[3], cells[4], "Made-up rationale"));
        }
        return write(file, lines);
    }

    /** The same as a spreadsheet. */
    public static Path pairsSheet(Path file, String... rows) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Edits");
            int line = 0;
            for (String heading : PAIRS_HEADING) {
                cells(sheet, line++, heading.split("\t", -1));
            }
            sheet.value(line, 5, "0=not allowed");
            line++;
            for (String row : rows) {
                String[] cells = row.split(" ", -1);
                cells(sheet, line, cells[0], cells[1], "", "", cells[3], cells[4], "Made-up rationale");
                sheet.value(line++, 3, Integer.parseInt(cells[2]));
            }
        }
        return file;
    }

    private static void cells(Worksheet sheet, int row, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                sheet.value(row, i, cells[i]);
            }
        }
    }

    /** A file of unit limits; a row is {@code 90837 1 3}. */
    public static Path units(Path file, String... rows) throws IOException {
        StringBuilder text = new StringBuilder("\"CPT codes are copyright of the AMA, all of them\"\n\n" + MUE_HEADING);
        for (String row : rows) {
            String[] cells = row.split(" ", -1);
            text.append("\n")
                    .append(cells[0])
                    .append(',')
                    .append(cells[1])
                    .append(",\"")
                    .append(cells[2]);
            text.append(" Date of Service Edit: Made up\",Made up");
        }
        return Files.writeString(file, text.append('\n'));
    }

    /** A line of a HCPCS file of 320 characters; the dates are eight digits or empty. */
    public static String hcpcs(String code, int record, String text, String added, String ended) {
        StringBuilder line = new StringBuilder(" ".repeat(320));
        String parts = String.format("%-5s%05d%d%-80s", code, record == 3 ? 100 : 200, record, text);
        line.replace(0, parts.length(), parts);
        if (record == 3) {
            line.replace(91, 119, String.format("%-28s", "Made-up short text"));
            line.replace(268, 276, String.format("%-8s", added));
            line.replace(276, 284, String.format("%-8s", added));
            line.replace(284, 292, String.format("%-8s", ended));
            line.replace(292, 293, "N");
        }
        return line.toString();
    }

    /** An archive of files. */
    public static Path archive(Path file, Path... members) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Path member : members) {
                zip.putNextEntry(new ZipEntry("folder/" + member.getFileName()));
                Files.copy(member, zip);
            }
        }
        return file;
    }
}
