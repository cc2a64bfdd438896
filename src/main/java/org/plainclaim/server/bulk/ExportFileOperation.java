package org.plainclaim.server.bulk;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.plainclaim.confidentiality.Labels;
import org.plainclaim.server.bulk.Export.File;
import org.plainclaim.server.bulk.ExportRows.Row;
import org.plainclaim.server.search.Hiding;
import org.plainclaim.server.search.Sightline;
import org.plainclaim.server.store.ReferenceSight;

/** Writes a file of an export out of the database, without what the caller may not see at this moment. */
public final class ExportFileOperation {
    static final String NAME = "$export-file";

    /** Number of the file that says what was left out. */
    static final int ERRORS = 0;

    private static final String NDJSON = "application/fhir+ndjson";

    private final Exports exports;
    private final Hiding hiding;
    private final ReferenceSight sight;

    ExportFileOperation(Exports exports, Hiding hiding, ReferenceSight sight) {
        this.exports = exports;
        this.hiding = hiding;
        this.sight = sight;
    }

    /** One file, a resource a line. */
    @Operation(name = NAME, manualResponse = true, idempotent = true)
    public void file(ServletRequestDetails request) throws IOException {
        Export export = ExportAnswers.asked(exports, request);
        String number = ExportAnswers.parameter(request, "file");
        HttpServletResponse response = request.getServletResponse();
        if (number.equals(String.valueOf(ERRORS)) && !export.leftOut().isEmpty()) {
            start(response);
            line(response.getOutputStream(), leftOut(export.leftOut()));
            return;
        }
        File file = export.files().stream()
                .filter(one -> String.valueOf(one.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> new ResourceNotFoundException("The export has no such file."));
        if (!sight.seesAll(request, file.type())) {
            throw new ForbiddenOperationException(
                    "This is not allowed: you may not read all of " + file.type() + " any more.");
        }
        start(response);
        write(export, file, hiding.of(request), response.getOutputStream());
    }

    private void write(Export export, File file, Sightline sees, ServletOutputStream out) {
        exports.rows().each(export, file, rows -> {
            Set<String> hidden = sees.hidden(rows.stream().map(Row::reference).toList());
            for (Row row : rows) {
                // notes of psychotherapy leave for nobody: 45 CFR 164.508(a)(2)
                if (!hidden.contains(row.reference()) && !row.labels().contains(Labels.PSYCHOTHERAPY)) {
                    line(out, row.json());
                }
            }
        });
    }

    private static void start(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(NDJSON);
        response.setHeader("Cache-Control", "no-store");
    }

    private static void line(ServletOutputStream out, ObjectNode json) {
        try {
            out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode leftOut(List<String> types) {
        return ExportAnswers.outcome(
                "You may not read all of these types, which are not in the export: " + String.join(", ", types) + ".");
    }
}
