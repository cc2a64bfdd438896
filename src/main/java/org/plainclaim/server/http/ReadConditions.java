package org.plainclaim.server.http;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.NotModifiedException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jspecify.annotations.Nullable;

/** The conditions of a read as RFC 9110 has them; HAPI compares milliseconds, which no header can carry. */
final class ReadConditions {
    private ReadConditions() {}

    static <T extends IBaseResource> T answer(T resource, RequestDetails request) {
        String noneMatch = request.getHeader("If-None-Match");
        if ("*".equals(noneMatch == null ? null : noneMatch.strip())) {
            throw new NotModifiedException("The resource exists.");
        }
        Instant since = noneMatch == null ? date(request.getHeader("If-Modified-Since")) : null;
        Date changed = resource.getMeta().getLastUpdated();
        if (since != null
                && changed != null
                && !changed.toInstant().truncatedTo(ChronoUnit.SECONDS).isAfter(since)) {
            throw new NotModifiedException("Not changed since then.");
        }
        return resource;
    }

    private static @Nullable Instant date(@Nullable String header) {
        try {
            return header == null
                    ? null
                    : ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
