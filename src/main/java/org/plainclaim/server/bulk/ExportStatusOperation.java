package org.plainclaim.server.bulk;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.plainclaim.server.bulk.Export.File;

/** Answers the manifest of an export, or forgets the export. */
public final class ExportStatusOperation {
    private final Exports exports;

    ExportStatusOperation(Exports exports) {
        this.exports = exports;
    }

    /** GET: the manifest. DELETE: from now on there is no such export. */
    @Operation(name = ExportOperation.STATUS, manualResponse = true, idempotent = true, deleteEnabled = true)
    public void status(ServletRequestDetails request) throws IOException {
        Export export = ExportAnswers.asked(exports, request);
        HttpServletResponse response = request.getServletResponse();
        if (request.getRequestType() == RequestTypeEnum.DELETE) {
            exports.forget(export);
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
            ExportAnswers.outcome(response, "The export is forgotten.");
            return;
        }
        response.setStatus(HttpServletResponse.SC_OK);
        response.setHeader(
                "Expires",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        export.made().plus(Exports.KEPT).atOffset(ZoneOffset.UTC)));
        ExportAnswers.json(response, "application/json", manifest(export, request.getFhirServerBase()));
    }

    private static ObjectNode manifest(Export export, String base) {
        ObjectNode manifest = JsonNodeFactory.instance.objectNode();
        manifest.put("transactionTime", export.made().toString());
        manifest.put("request", export.request());
        manifest.put("requiresAccessToken", true);
        ArrayNode output = manifest.putArray("output");
        for (File file : export.files()) {
            file(output, file.type(), base, export.id(), file.number());
        }
        ArrayNode error = manifest.putArray("error");
        if (!export.leftOut().isEmpty()) {
            file(error, "OperationOutcome", base, export.id(), ExportFileOperation.ERRORS);
        }
        return manifest;
    }

    private static void file(ArrayNode list, String type, String base, String id, int number) {
        list.addObject()
                .put("type", type)
                .put("url", base + "/" + ExportFileOperation.NAME + "?job=" + id + "&file=" + number);
    }
}
