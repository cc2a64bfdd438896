package org.plainclaim.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Attachments as an EHR sends them, and as it should not. */
public final class Files {
    private Files() {}

    /** A PDF with one line to a page. */
    public static byte[] pdf(String... pages) {
        return locked("", pages);
    }

    /** The same that only opens with a password, if one is given. */
    public static byte[] locked(String password, String... pages) {
        try (PDDocument document = new PDDocument()) {
            PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (String line : pages) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 12);
                    content.newLineAtOffset(72, 700);
                    content.showText(line);
                    content.endText();
                }
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PDF of some kilobytes whose page unpacks to as many bytes as asked for. */
    public static byte[] bomb(long size, String dictionary) {
        byte[] packed = deflated(size);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        String[] objects = {
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>",
            "<</Length " + packed.length + dictionary + ">>\nstream\n"
        };
        file.writeBytes("%PDF-1.4\n".getBytes(ISO_8859_1));
        int[] places = new int[objects.length];
        for (int i = 0; i < objects.length; i++) {
            places[i] = file.size();
            file.writeBytes(((i + 1) + " 0 obj\n" + objects[i]).getBytes(ISO_8859_1));
            if (i == objects.length - 1) {
                file.writeBytes(packed);
                file.writeBytes("\nendstream".getBytes(ISO_8859_1));
            }
            file.writeBytes("\nendobj\n".getBytes(ISO_8859_1));
        }
        int table = file.size();
        StringBuilder end = new StringBuilder("xref\n0 5\n0000000000 65535 f \n");
        Arrays.stream(places).forEach(place -> end.append(String.format("%010d 00000 n \n", place)));
        end.append("trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n").append(table).append("\n%%EOF\n");
        file.writeBytes(end.toString().getBytes(ISO_8859_1));
        return file.toByteArray();
    }

    private static byte[] deflated(long size) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] blanks = new byte[64 * 1024];
        Arrays.fill(blanks, (byte) ' ');
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            for (long done = 0; done < size; done += blanks.length) {
                out.write(blanks);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** An RTF document with a body. */
    public static byte[] rtf(String body) {
        return ("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}}{\\colortbl;\\red0\\green0\\blue0;}"
                        + "{\\stylesheet{\\s0 Normal;}}{\\info{\\title Secret title}}{\\*\\generator Writer 1.0;}"
                        + "\\f0\\fs24 " + body + "}")
                .getBytes(ISO_8859_1);
    }

    /** A C-CDA document with a structured body. */
    public static byte[] cda(String sections) {
        return cdaDocument("<component><structuredBody>" + sections + "</structuredBody></component>");
    }

    static byte[] cdaDocument(String body) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><?xml-stylesheet href=\"CDA.xsl\"?>"
                        + "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><title>Summary of Elena</title>" + body
                        + "</ClinicalDocument>")
                .getBytes(UTF_8);
    }

    static String section(String code, String title, String text) {
        return "<component><section><code code=\"" + code + "\" codeSystem=\"2.16.840.1.113883.6.1\"/><title>" + title
                + "</title><text>" + text + "</text><entry><observation><text>coded twin</text></observation></entry>"
                + "</section></component>";
    }
}
