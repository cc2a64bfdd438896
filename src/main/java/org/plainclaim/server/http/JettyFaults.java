package org.plainclaim.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty itself refuses (a broken request line, an unknown path) as an OperationOutcome, not as HTML. */
final class JettyFaults implements Request.Handler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = status(response.getStatus());
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Formats.JSON + ";charset=UTF-8");
        String body =
                Refusal.of(status, IssueCodes.forStatus(status), words(status)).json();
        response.write(true, ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }

    /** A method that a servlet does not know, and a request line that is none, are no faults of the server. */
    private static int status(int said) {
        if (said == HttpStatus.NOT_IMPLEMENTED_501) {
            return HttpStatus.METHOD_NOT_ALLOWED_405;
        }
        if (said == HttpStatus.HTTP_VERSION_NOT_SUPPORTED_505) {
            return HttpStatus.BAD_REQUEST_400;
        }
        return said < 400 ? HttpStatus.INTERNAL_SERVER_ERROR_500 : said;
    }

    private static String words(int status) {
        return switch (status) {
            case 400 -> "The request line or a header is not HTTP, or a percent-escape in the path is broken;"
                    + " write % as %25.";
            case 404 -> "There is nothing here; the FHIR base is /fhir, and /fhir/metadata says what it offers.";
            case 414, 431 -> "The URL or a header is too long; send a search as POST [type]/_search.";
            case 503 -> "The server is stopping; send the request again in a few seconds.";
            default -> status < 500
                    ? "The request can not be served."
                    : "The server failed on this request; please report what you did.";
        };
    }
}
