package org.plainclaim.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads a body up to the limit, plain or gzip; what is beyond the limit is never kept.
 *
 * <p>A client that is still sending does not hear an answer: a body of up to twice the limit is read to its end and thrown
 * away before it is refused, unless its sender waits to be told to go on.
 */
final class BodyReader {
    private static final int PIECE = 8192;

    private final long limit;

    BodyReader(long limit) {
        this.limit = limit;
    }

    byte[] read(HttpServletRequest request) throws IOException, RefusedBodyException {
        if (request.getContentLengthLong() > limit) {
            boolean sending = request.getHeader("Expect") == null && request.getContentLengthLong() <= 2 * limit;
            if (sending) {
                discard(request.getInputStream(), 2 * limit);
            }
            throw tooLarge();
        }
        boolean gzip = "gzip".equalsIgnoreCase(request.getHeader("Content-Encoding"));
        try (InputStream raw = request.getInputStream();
                InputStream in = gzip ? new GZIPInputStream(raw) : raw) {
            byte[] body = in.readNBytes((int) limit + 1);
            if (body.length > limit) {
                discard(raw, limit);
                throw tooLarge();
            }
            return body;
        } catch (ZipException | EOFException malformed) {
            throw new RefusedBodyException(
                    Refusal.of(400, "structure", "The body is not the gzip that Content-Encoding promises."));
        }
    }

    private static void discard(InputStream in, long most) throws IOException {
        byte[] piece = new byte[PIECE];
        long left = most;
        for (int read = 0; read >= 0 && left > 0; left -= read) {
            read = in.read(piece);
        }
    }

    private RefusedBodyException tooLarge() {
        return new RefusedBodyException(Refusal.of(
                413,
                "too-long",
                "The body is larger than the " + limit / (1024 * 1024)
                        + " MB that this server takes; send the resources in smaller parts, or raise"
                        + " PLAINCLAIM_MAX_BODY_MB."));
    }
}
