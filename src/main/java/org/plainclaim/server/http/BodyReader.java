package org.plainclaim.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Reads a body up to the limit, plain or gzip; what is beyond the limit is never kept. */
final class BodyReader {
    private final long limit;

    BodyReader(long limit) {
        this.limit = limit;
    }

    byte[] read(HttpServletRequest request) throws IOException, RefusedBodyException {
        if (request.getContentLengthLong() > limit) {
            throw tooLarge();
        }
        boolean gzip = "gzip".equalsIgnoreCase(request.getHeader("Content-Encoding"));
        try (InputStream raw = request.getInputStream();
                InputStream in = gzip ? new GZIPInputStream(raw) : raw) {
            byte[] body = in.readNBytes((int) limit + 1);
            if (body.length > limit) {
                throw tooLarge();
            }
            return body;
        } catch (ZipException | EOFException malformed) {
            throw new RefusedBodyException(
                    Refusal.of(400, "structure", "The body is not the gzip that Content-Encoding promises."));
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
