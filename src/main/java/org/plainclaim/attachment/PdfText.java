package org.plainclaim.attachment;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** PDF: the text of its pages from top to bottom. Pictures are not looked at, so a scan has no text. */
final class PdfText extends PDFTextStripper {
    private final Output out;
    private int signs;

    static {
        FontMappers.set(new BundledFont());
    }

    private PdfText(Output out) {
        this.out = out;
        setSortByPosition(true);
        setLineSeparator("\n");
        setPageEnd("\n");
    }

    static Extraction.Text read(byte[] content, Output out) throws IOException {
        PdfExpansion expansion = new PdfExpansion(content, out);
        expansion.check();
        try (PDDocument document = Loader.loadPDF(content)) {
            if (document.isEncrypted()) {
                throw new Unreadable(Reason.ENCRYPTED);
            }
            if (document.getNumberOfPages() > out.limits().pages()) {
                throw new Unreadable(Reason.TOO_LARGE);
            }
            expansion.check(document.getDocument());
            new PdfText(out).writeText(document, new Lines(out));
            return new Extraction.Text(out.text(), List.of(), true);
        } catch (InvalidPasswordException e) {
            throw new Unreadable(Reason.ENCRYPTED);
        }
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        signs++;
        if (signs > out.limits().characters()) {
            throw new Unreadable(Reason.TOO_LARGE);
        }
        super.processTextPosition(text);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        out.tick();
        super.processOperator(operator, operands);
    }

    /** Takes the text as the pages are done. */
    private static final class Lines extends Writer {
        private final Output out;

        Lines(Output out) {
            this.out = out;
        }

        @Override
        public void write(char[] signs, int from, int length) {
            out.add(new String(signs, from, length));
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing to close
        }
    }
}
