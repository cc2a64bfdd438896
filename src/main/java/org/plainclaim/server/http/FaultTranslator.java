package org.plainclaim.server.http;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import jakarta.persistence.QueryTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.jspecify.annotations.Nullable;
import org.plainclaim.access.Caller;
import org.plainclaim.server.access.Callers;
import org.plainclaim.server.store.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes every failure an OperationOutcome in plain words; a defect is logged without the words of the request. */
@Interceptor
public final class FaultTranslator {
    private static final Logger LOG = LoggerFactory.getLogger(FaultTranslator.class);

    /** How H2 and PostgreSQL say that a statement was stopped. */
    private static final String CANCELED = "57014";

    private final BiPredicate<String, String> neverStored;
    private final Runnable reconnects;

    /**
     * Translates.
     *
     * @param neverStored whether an id of a type was referred to but never stored
     * @param reconnects gives up the connections to a database that went away or broke
     */
    public FaultTranslator(BiPredicate<String, String> neverStored, Runnable reconnects) {
        this.neverStored = neverStored;
        this.reconnects = reconnects;
    }

    /** What the client gets in place of this failure. */
    @Hook(Pointcut.SERVER_PRE_PROCESS_OUTGOING_EXCEPTION)
    public BaseServerResponseException translate(RequestDetails request, Throwable failure) {
        Optional<Outage> outage = Outage.of(failure);
        if (outage.isPresent()) {
            if (outage.get() != Outage.BUSY) {
                reconnects.run();
            }
            return OutageAnswer.to(outage.get());
        }
        BaseServerResponseException known = known(failure);
        if (known == null) {
            return defect(failure);
        }
        if (known instanceof ResourceGoneException gone && isPlaceholder(gone.getResourceId(), request)) {
            String name = request.getResourceName() + "/" + request.getId().getIdPart();
            known = new ResourceNotFoundException(
                    name + " does not exist yet, although other resources refer to it; send it with PUT " + name + ".");
        }
        if (known instanceof ResourceVersionConflictException && isStale(known)) {
            known = new PreconditionFailedException(PlainWords.of(known.getMessage())
                    + "; read the resource again and repeat the change on its current version.");
        }
        if (String.valueOf(known.getMessage()).contains("does not know how to handle")) {
            known = UnknownRoute.of(request, known);
        }
        Caller caller = Callers.of(request);
        Refusal refusal = Refusal.of(
                known.getStatusCode(),
                IssueCodes.forStatus(known.getStatusCode()),
                Unseen.words(caller, PlainWords.of(known.getMessage())));
        known.setOperationOutcome(
                known.getOperationOutcome() instanceof OperationOutcome given
                        ? Unseen.in(caller, PlainWords.in(given))
                        : refusal.outcome());
        return known;
    }

    private static boolean isStale(BaseServerResponseException conflict) {
        return String.valueOf(conflict.getMessage()).matches("(?s).*not the (current|most recent) version.*");
    }

    /** A search that was stopped because it took too long. */
    private static boolean isStopped(Throwable cause) {
        return cause instanceof SQLTimeoutException
                || cause instanceof QueryTimeoutException
                || (cause instanceof SQLException sql && CANCELED.equals(sql.getSQLState()));
    }

    private static BaseServerResponseException stopped() {
        String words = "The search takes longer than this server lets one take; name a patient, a shorter time, or"
                + " fewer criteria through other resources.";
        BaseServerResponseException answer = new UnprocessableEntityException(words);
        answer.setOperationOutcome(Refusal.of(422, "too-costly", words).outcome());
        return answer;
    }

    private static @Nullable BaseServerResponseException known(Throwable failure) {
        if (failure instanceof BaseServerResponseException answer && answer.getStatusCode() < 500) {
            return answer;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isStopped(cause)) {
                return stopped();
            }
            if (cause instanceof DataFormatException) {
                return new InvalidRequestException(cause.getMessage());
            }
            if (cause instanceof BaseServerResponseException answer && answer.getStatusCode() < 500) {
                return answer;
            }
        }
        return null;
    }

    private boolean isPlaceholder(@Nullable IIdType gone, RequestDetails request) {
        return gone != null
                && request.getId() != null
                && neverStored.test(request.getResourceName(), request.getId().getIdPart());
    }

    private static BaseServerResponseException defect(Throwable failure) {
        String reference = UUID.randomUUID().toString();
        LOG.error("Defect {}: {}", reference, places(failure));
        BaseServerResponseException answer = new InternalErrorException("internal error");
        answer.setOperationOutcome(Refusal.of(
                        500,
                        "exception",
                        "The server failed on this request; nothing was stored. Please report it with reference "
                                + reference + ".")
                .outcome());
        return answer;
    }

    private static String places(Throwable failure) {
        StringBuilder text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause.getClass().getName())
                    .append(Arrays.stream(cause.getStackTrace())
                            .limit(12)
                            .map(frame -> "\n    at " + frame)
                            .collect(Collectors.joining("", "", "\n")));
        }
        return text.toString();
    }
}
