package org.plainclaim.server.longwork;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.hl7.fhir.r4.model.DateType;
import org.jspecify.annotations.Nullable;

/** Begins to derive and scrub all finished sessions of a day, by FHIR's asynchronous request pattern. */
public final class DeriveDayOperation {
    private static final int MOST_DAYS = 366;

    private final LongWorks works;
    private final StatusAnswer answers;

    DeriveDayOperation(LongWorks works, StatusAnswer answers) {
        this.works = works;
        this.answers = answers;
    }

    /** Asks for it; the answer says where to ask how it gets on. */
    @Operation(name = "$derive-day", typeName = "Encounter", manualResponse = true)
    public void derive(
            @OperationParam(name = "day", max = 1) @Nullable DateType day,
            @OperationParam(name = "lastDay", max = 1) @Nullable DateType lastDay,
            ServletRequestDetails request)
            throws IOException {
        if (!isAsynchronous(request.getHeaders("Prefer"))) {
            throw new InvalidRequestException("This takes long and is answered later only; send the header"
                    + " Prefer: respond-async, and ask at the address of Content-Location how it gets on.");
        }
        Days days = days(day, lastDay);
        answers.accepted(request, works.derive(days));
    }

    private static boolean isAsynchronous(List<String> prefer) {
        return prefer.stream()
                .map(one -> one.toLowerCase(Locale.ROOT).replace(" ", ""))
                .anyMatch(one -> List.of(one.split("[,;]", -1)).contains("respond-async"));
    }

    private static Days days(@Nullable DateType day, @Nullable DateType lastDay) {
        if (day == null || day.getValueAsString() == null) {
            throw new InvalidRequestException(
                    "The parameter day is missing: say which day's sessions are derived, such as 2026-03-27.");
        }
        LocalDate first = date("day", day);
        LocalDate last = lastDay == null ? first : date("lastDay", lastDay);
        long count = ChronoUnit.DAYS.between(first, last) + 1;
        if (count < 1 || count > MOST_DAYS) {
            throw new InvalidRequestException(
                    "lastDay must be day or a later one, and not more than " + MOST_DAYS + " days in all.");
        }
        return new Days(first, last);
    }

    private static LocalDate date(String name, DateType value) {
        try {
            return LocalDate.parse(value.getValueAsString());
        } catch (DateTimeParseException noDay) {
            throw new InvalidRequestException(name + " must be one whole day, such as 2026-03-27.", noDay);
        }
    }
}
