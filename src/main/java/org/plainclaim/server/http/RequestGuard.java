package org.plainclaim.server.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/** Lets through only what the FHIR server can be trusted with: good URL, known formats, a sound body of bounded size. */
final class RequestGuard implements Filter {
    private final List<RequestCheck> checks = List.of(
            new UrlCheck(), new MethodCheck(), new AnswerFormatCheck(), new BodyFormatCheck(), new VersionCheck());
    private final BodyReader bodies;

    RequestGuard(long maxBodyBytes) {
        bodies = new BodyReader(maxBodyBytes);
    }

    @Override
    public void doFilter(ServletRequest in, ServletResponse out, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) in;
        HttpServletResponse response = (HttpServletResponse) out;
        for (RequestCheck check : checks) {
            Refusal refusal = check.refuse(request);
            if (refusal != null) {
                refuse(refusal, request, response);
                return;
            }
        }
        try {
            chain.doFilter(HeadAsGet.of(CompartmentRequest.of(DatedRequest.of(withSoundBody(request)))), response);
        } catch (RefusedBodyException refused) {
            refuse(refused.refusal(), request, response);
        }
    }

    private static void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (BodyFormatCheck.hasBody(request)) {
            // what is left of the body is not read, so the connection can not be used again
            response.setHeader("Connection", "close");
        }
        refusal.writeTo(request, response);
    }

    private HttpServletRequest withSoundBody(HttpServletRequest request) throws IOException, RefusedBodyException {
        String type = BodyFormatCheck.type(request);
        boolean json = BodyFormatCheck.isJson(type);
        if (!BodyFormatCheck.hasBody(request) || (!json && !BodyFormatCheck.isXml(type))) {
            return request;
        }
        byte[] body = bodies.read(request);
        if (json) {
            JsonCheck.check(body, type.equals("application/json-patch+json"));
        } else {
            XmlCheck.check(body);
        }
        return new BufferedRequest(request, body);
    }
}
