package org.plainclaim.server.measure;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.search.Hiding;

/** Evaluates the one measure there is, with the parameters of the standard operation. */
public final class EvaluateMeasureOperation {
    private static final String ID = "documentation-completeness";
    private static final String MEASURE = "https://plainclaim.org/fhir/Measure/" + ID;
    private static final int MOST_DAYS = 366;
    private static final Pattern PERSON = Pattern.compile("(Practitioner|Patient)/[A-Za-z0-9.-]{1,64}");

    private final Completeness completeness;
    private final Hiding hiding;
    private final Clock clock;

    public EvaluateMeasureOperation(Completeness completeness, Hiding hiding, Clock clock) {
        this.hiding = hiding;
        this.completeness = completeness;
        this.clock = clock;
    }

    /** Counts the sessions of a period. */
    @Operation(name = "$evaluate-measure", typeName = "Measure", idempotent = true)
    public MeasureReport evaluate(
            @IdParam IdType measure,
            @OperationParam(name = "periodStart", max = 1) @Nullable DateType periodStart,
            @OperationParam(name = "periodEnd", max = 1) @Nullable DateType periodEnd,
            @OperationParam(name = "practitioner", max = 1) @Nullable StringType practitioner,
            @OperationParam(name = "subject", max = 1) @Nullable StringType subject,
            @OperationParam(name = "reportType", max = 1) @Nullable CodeType reportType,
            RequestDetails request) {
        if (!measure.getIdPart().equals(ID)) {
            throw new ResourceNotFoundException(
                    "There is no Measure '" + measure.getIdPart() + "'; the one there is is " + ID + ".");
        }
        Question question = new Question(
                days(periodStart, "periodStart")[0],
                days(periodEnd, "periodEnd")[1],
                person(practitioner, "Practitioner"),
                person(subject, "Patient"),
                lists(reportType, subject));
        if (question.from().isAfter(question.to())
                || ChronoUnit.DAYS.between(question.from(), question.to()) >= MOST_DAYS) {
            throw new InvalidRequestException(
                    "periodEnd must not be before periodStart, and the period at most " + MOST_DAYS + " days long.");
        }
        return ReportWriter.write(
                question,
                completeness.count(question, query -> hiding.hide(query, request, "Encounter")),
                MEASURE,
                clock.instant());
    }

    /** First and last day of a date of any precision. */
    private static LocalDate[] days(@Nullable DateType date, String name) {
        String text = date == null ? "" : date.getValueAsString();
        return switch (text.length()) {
            case 4 -> new LocalDate[] {
                Year.parse(text).atDay(1), Year.parse(text).atMonth(12).atEndOfMonth()
            };
            case 7 -> new LocalDate[] {
                YearMonth.parse(text).atDay(1), YearMonth.parse(text).atEndOfMonth()
            };
            case 10 -> new LocalDate[] {LocalDate.parse(text), LocalDate.parse(text)};
            default -> throw new InvalidRequestException(name + " must be a date, such as 2026-03-01.");
        };
    }

    /** A reference of the type; a bare id is taken as one. */
    private static String person(@Nullable StringType sent, String type) {
        if (sent == null || !sent.hasValue()) {
            return "";
        }
        String reference = sent.getValue().contains("/") ? sent.getValue() : type + "/" + sent.getValue();
        if (!reference.startsWith(type + "/") || !PERSON.matcher(reference).matches()) {
            throw new InvalidRequestException("Here stands a reference such as " + type + "/abc, or nothing: "
                    + (type.equals("Patient") ? "subject" : "practitioner") + ".");
        }
        return reference;
    }

    private static boolean lists(@Nullable CodeType reportType, @Nullable StringType subject) {
        String asked = reportType == null ? "" : String.valueOf(((PrimitiveType<?>) reportType).getValueAsString());
        return switch (asked) {
            case "", "population" -> false;
            case "subject-list" -> true;
            case "subject" -> {
                if (subject == null) {
                    throw new InvalidRequestException("reportType subject needs the parameter subject.");
                }
                yield false;
            }
            default -> throw new InvalidRequestException(
                    "reportType must be population, subject-list or subject; leave it out for population.");
        };
    }
}
