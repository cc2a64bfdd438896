package org.plainclaim.server.operation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Parameters;
import org.jspecify.annotations.Nullable;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.DocumentationReader;
import org.plainclaim.fhir.DocumentationReader.ReadSession;
import org.plainclaim.fhir.ReadingOptions;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** What both operations do: read the session that is meant, stored or sent along. */
public final class Derivations {
    private final FhirContext fhir;
    private final SessionStore store;
    private final DocumentationReader reader;
    private final ClaimDerivation engine;
    private final @Nullable ZoneId practiceZone;

    public Derivations(
            FhirContext fhir, DaoRegistry daos, TerminologyFolder terminology, @Nullable ZoneId practiceZone) {
        this.fhir = fhir;
        this.store = new SessionStore(fhir, daos);
        this.reader = DocumentationReader.load(terminology);
        this.engine = new ClaimDerivation(RuleLoader.load(terminology));
        this.practiceZone = practiceZone;
    }

    ClaimDerivation engine() {
        return engine;
    }

    OperationInput input(ServletRequestDetails request, List<String> allowed) {
        try {
            return OperationInput.of(request, fhir, allowed);
        } catch (BadInput e) {
            throw new Refusals(fhir).unreadable(e);
        }
    }

    StoredSession stored(IIdType encounter) {
        return store.load(encounter);
    }

    /** The session sent along. */
    JsonNode sent(OperationInput input) {
        JsonNode session = input.session();
        if (session == null) {
            throw new InvalidRequestException(
                    "The parameter session is missing: send the session as a Bundle in Parameters, or name a stored "
                            + "Encounter in the URL.");
        }
        return session;
    }

    ReadSession read(JsonNode bundle, OperationInput input) {
        try {
            return reader.readWithSources(bundle, new ReadingOptions(input.coverage(), practiceZone, Instant.now()));
        } catch (BadInput e) {
            throw new Refusals(fhir).noSession(e);
        }
    }

    Parameters answer(JsonNode parameters) {
        return fhir.newJsonParser().parseResource(Parameters.class, parameters.toString());
    }
}
