package org.plainclaim.server.measure;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.server.operation.Derivations;
import org.plainclaim.server.operation.Derivations.SentCase;

/** Reviews the stored sessions of a period one after the other and counts. */
public final class Completeness {
    /** Where the patient is, is no site of the practice. */
    private static final Set<String> AWAY = Set.of("VR", "HH", "FLD");

    private static final String TEST_DATA = "HTEST";

    private final Derivations derivations;
    private final FinishedSessions sessions;

    public Completeness(Derivations derivations, DaoRegistry daos) {
        this.derivations = derivations;
        this.sessions = new FinishedSessions(daos);
    }

    Tally count(Question question, Consumer<SearchParameterMap> narrowing) {
        Tally tally = new Tally();
        sessions.narrowedBy(narrowing).each(question, encounter -> reviewed(encounter)
                .filter(session -> question.contains(session.date()))
                .filter(session -> question.practitioner().isEmpty() || session.renderedBy(question.practitioner()))
                .ifPresent(tally::add));
        return tally;
    }

    /** Empty if it was deleted meanwhile. */
    private Optional<Reviewed> reviewed(Encounter encounter) {
        IdType id = new IdType("Encounter", encounter.getIdElement().getIdPart());
        LocalDate utc = FinishedSessions.day(encounter);
        boolean test = encounter.getMeta().getSecurity().stream().anyMatch(label -> TEST_DATA.equals(label.getCode()));
        try {
            SentCase found = derivations.ofStore(id, List.of(), UnaryOperator.identity());
            ClaimOutcome outcome = derivations.engine().review(found.session(), found.history());
            LocalDate date = found.session().time().dateOfService().orElse(utc);
            return Optional.of(new Reviewed(id.getValue(), test, date, site(encounter), outcome));
        } catch (BadInput unreadable) {
            return Optional.of(new Reviewed(id.getValue(), test, utc, site(encounter), null));
        } catch (ResourceNotFoundException | ResourceGoneException deleted) {
            return Optional.empty();
        }
    }

    /** The first Location of a session at the practice; of any other, the organization that provides it. */
    private static String site(Encounter encounter) {
        boolean away = AWAY.contains(encounter.getClass_().getCode());
        Reference site = !away && encounter.hasLocation()
                ? encounter.getLocationFirstRep().getLocation()
                : encounter.getServiceProvider();
        if (site.hasReference()) {
            return new IdType(site.getReference()).toUnqualifiedVersionless().getValue();
        }
        return site.hasIdentifier()
                ? site.getIdentifier().getSystem() + "|" + site.getIdentifier().getValue()
                : Reviewed.UNKNOWN;
    }
}
