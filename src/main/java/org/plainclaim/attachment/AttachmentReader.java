package org.plainclaim.attachment;

import java.io.IOException;
import java.util.Base64;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Reads the text of attachments. It never throws for what is in one. */
public final class AttachmentReader {
    /** Documents that may be wrapped in each other, as a PDF in a C-CDA. */
    private static final int WRAPPED = 2;

    private final Limits limits;

    public AttachmentReader() {
        this(Limits.DEFAULT);
    }

    public AttachmentReader(Limits limits) {
        this.limits = limits;
    }

    /** The text of an attachment in base64; what is too large is not decoded. */
    public Extraction readBase64(@Nullable String contentType, String data) {
        if (data.length() / 4L * 3 > limits.bytes() + 2L + data.length() / 32) {
            return new Extraction.Refused(Reason.TOO_LARGE);
        }
        try {
            return read(contentType, Base64.getDecoder().decode(withoutBlanks(data)));
        } catch (IllegalArgumentException e) {
            return new Extraction.Refused(Reason.NOT_BASE64);
        }
    }

    private static String withoutBlanks(String data) {
        return data.chars().anyMatch(Character::isWhitespace) ? data.replaceAll("\\s+", "") : data;
    }

    /** The text of an attachment. */
    public Extraction read(@Nullable String contentType, byte[] content) {
        if (content.length > limits.bytes()) {
            return new Extraction.Refused(Reason.TOO_LARGE);
        }
        FutureTask<Extraction> task = new FutureTask<>(() -> guarded(contentType, content));
        Thread thread = new Thread(task, "attachment");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return new Extraction.Refused(Reason.TOO_SLOW);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return new Extraction.Refused(Reason.TOO_SLOW);
        } catch (ExecutionException | CancellationException e) {
            return new Extraction.Refused(Reason.NOT_READABLE);
        }
    }

    /** The text of a piece of XHTML, such as the narrative of a section. */
    public Extraction readNarrative(String xhtml) {
        try {
            return HtmlText.read(xhtml, new Output(limits));
        } catch (Unreadable e) {
            return new Extraction.Refused(e.reason());
        } catch (RuntimeException e) {
            return new Extraction.Refused(Reason.NOT_READABLE);
        }
    }

    private Extraction guarded(@Nullable String contentType, byte[] content) {
        try {
            return read(ContentType.of(contentType), content, new Output(limits), 0);
        } catch (Unreadable e) {
            return new Extraction.Refused(e.reason());
        } catch (StackOverflowError e) {
            return new Extraction.Refused(Reason.TOO_DEEP);
        } catch (IOException | XMLStreamException | RuntimeException e) {
            return new Extraction.Refused(reason(e));
        }
    }

    /** The library's own words may quote the content; only an end of the reading of ours is looked for. */
    private static Reason reason(Exception failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Unreadable unreadable) {
                return unreadable.reason();
            }
        }
        return Reason.NOT_READABLE;
    }

    private Extraction read(ContentType type, byte[] content, Output out, int wrapped)
            throws IOException, XMLStreamException {
        if (wrapped > WRAPPED) {
            throw new Unreadable(Reason.TOO_DEEP);
        }
        return switch (Format.of(type, content)) {
            case PLAIN -> PlainText.read(type, content, out);
            case HTML -> HtmlText.read(type, content, out);
            case RTF -> RtfText.read(content, out);
            case PDF -> PdfText.read(content, out);
            case CDA -> cda(content, out, wrapped);
        };
    }

    private Extraction cda(byte[] content, Output out, int wrapped) throws IOException, XMLStreamException {
        Object found = CdaText.read(content, out);
        return found instanceof CdaText.Wrapped inner
                ? read(ContentType.of(inner.type()), inner.content(), out, wrapped + 1)
                : (Extraction) found;
    }
}
