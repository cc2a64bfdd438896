package org.plainclaim.server.signals;

import ca.uhn.fhir.context.FhirContext;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.DocumentationReader;
import org.plainclaim.fhir.Json;

/** The text of a note, read as it is for a session: in every format that is read, and never of a protected note. */
final class NoteContents implements Function<IBaseResource, Optional<String>> {
    private final FhirContext fhir;
    private final DocumentationReader reader;

    NoteContents(FhirContext fhir, DocumentationReader reader) {
        this.fhir = fhir;
        this.reader = reader;
    }

    @Override
    public Optional<String> apply(IBaseResource note) {
        try {
            return reader.textOf(Json.parse(fhir.newJsonParser().encodeResourceToString(note)));
        } catch (BadInput unreadable) {
            return Optional.empty();
        }
    }
}
