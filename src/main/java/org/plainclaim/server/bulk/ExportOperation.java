package org.plainclaim.server.bulk;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Parameters;
import org.plainclaim.access.Caller;
import org.plainclaim.server.access.Callers;
import org.plainclaim.server.store.ReferenceSight;
import org.plainclaim.server.store.StoredTypes;

/** Begins an export of everything, or of the records of patients. */
public final class ExportOperation {
    static final String STATUS = "$export-status";

    /** What no record of a patient has in it. */
    private static final Set<String> NOT_OF_PATIENTS = Set.of(
            "Practitioner",
            "PractitionerRole",
            "Organization",
            "Location",
            "ChargeItemDefinition",
            "PaymentReconciliation");

    private final Exports exports;
    private final ReferenceSight sight;

    ExportOperation(Exports exports, ReferenceSight sight) {
        this.exports = exports;
        this.sight = sight;
    }

    /** Everything that the caller may read all of. */
    @Operation(name = "$export", manualResponse = true, idempotent = true)
    public void system(ServletRequestDetails request) throws IOException {
        begin(request, false);
    }

    /** The same, of patients only. */
    @Operation(name = "$export", typeName = "Patient", manualResponse = true, idempotent = true)
    public void patients(ServletRequestDetails request) throws IOException {
        begin(request, true);
    }

    private void begin(ServletRequestDetails request, boolean ofPatients) throws IOException {
        if (!String.valueOf(request.getHeader("Prefer")).contains("respond-async")) {
            throw new InvalidRequestException("An export is asked for with the header Prefer: respond-async.");
        }
        Parameters body = request.getResource() instanceof Parameters sent ? sent : null;
        ExportQuestion question = ExportQuestion.of(request.getParameters(), body, ofPatients);
        List<String> types = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (String type : StoredTypes.offeredNames()) {
            boolean wanted = question.types().isEmpty() || question.types().contains(type);
            if (wanted && !(ofPatients && NOT_OF_PATIENTS.contains(type))) {
                (sight.seesAll(request, type) ? types : leftOut).add(type);
            }
        }
        if (types.isEmpty() || (!question.types().isEmpty() && !leftOut.isEmpty())) {
            throw new ForbiddenOperationException("This is not allowed: you may not read all of "
                    + String.join(", ", leftOut) + "; an export has whole types only.");
        }
        Export export = exports.make(new Exports.Wanted(
                owner(Callers.of(request)),
                request.getCompleteUrl(),
                question.since(),
                question.patients(),
                types,
                leftOut));
        HttpServletResponse response = request.getServletResponse();
        response.setStatus(HttpServletResponse.SC_ACCEPTED);
        response.setHeader("Content-Location", request.getFhirServerBase() + "/" + STATUS + "?job=" + export.id());
        ExportAnswers.outcome(response, "The export can be fetched; Content-Location says where its manifest is.");
    }

    /** Who gets an export: the program and the user who asked for it. */
    static String owner(Caller caller) {
        return caller.client() + " " + caller.subject();
    }
}
