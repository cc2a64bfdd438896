package org.plainclaim.server.authorization;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SortSpec;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.jspecify.annotations.Nullable;
import org.plainclaim.authorization.Authorization;
import org.plainclaim.authorization.AuthorizationRules;
import org.plainclaim.authorization.AuthorizationsOnFile;
import org.plainclaim.authorization.AuthorizedUse;
import org.plainclaim.authorization.Balance;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Json;
import org.plainclaim.fhir.Systems;
import org.plainclaim.fhir.authorization.AuthorizationReader;
import org.plainclaim.fhir.authorization.UseReader;
import org.plainclaim.server.store.CurrentVersions;
import org.plainclaim.server.store.StoreView;
import org.plainclaim.server.submission.GatheredClaim;

/** What the store has of authorizations, and of claims that use them. */
public final class Authorizations {
    private static final int PAGE = 500;

    private static final Pattern PATIENT = Pattern.compile("Patient/[A-Za-z0-9.-]{1,64}");

    private final FhirContext fhir;
    private final DaoRegistry daos;
    private final CurrentVersions store;
    private final AuthorizationRules rules;
    private final AuthorizationReader reader;
    private final UseReader uses;

    public Authorizations(FhirContext fhir, DaoRegistry daos, CurrentVersions store, AuthorizationRules rules) {
        this.fhir = fhir;
        this.daos = daos;
        this.store = store;
        this.rules = rules;
        this.reader = new AuthorizationReader(rules, this::npi);
        this.uses = new UseReader(this::npi);
    }

    /** The authorizations of a patient, of all payers. */
    public List<Authorization> of(String patient) {
        // R4 has no search by use
        return of(search("ClaimResponse", SearchParameterMap.newSynchronous("patient", new ReferenceParam(patient))));
    }

    private List<Authorization> of(List<JsonNode> responses) {
        List<Authorization> found = new ArrayList<>();
        for (JsonNode response : responses) {
            if (AuthorizationReader.authorizes(response)) {
                found.addAll(reader.read(response, request(response)));
            }
        }
        return found;
    }

    /** The request for authorization with an identifier; empty if none is stored. */
    Optional<JsonNode> claim(String system, String value) {
        return search("Claim", SearchParameterMap.newSynchronous("identifier", new TokenParam(system, value))).stream()
                .filter(claim -> claim.path("use").asText().equals("preauthorization"))
                .findFirst();
    }

    /** References of all patients with an answer to a request for authorization. */
    Set<String> patients() {
        Set<String> patients = new TreeSet<>();
        List<JsonNode> page;
        int from = 0;
        do {
            SearchParameterMap query = SearchParameterMap.newSynchronous();
            query.setOffset(from);
            query.setCount(PAGE);
            query.setSort(new SortSpec("_id"));
            page = search("ClaimResponse", query);
            page.stream()
                    .filter(AuthorizationReader::authorizes)
                    .forEach(response ->
                            patients.add(response.at("/patient/reference").asText()));
            from += PAGE;
        } while (page.size() == PAGE);
        return patients;
    }

    /** The authorizations of an answer. */
    List<Authorization> read(JsonNode response, @Nullable JsonNode claim) {
        return reader.read(response, claim);
    }

    /**
     * What of each authorized service is left, of those that reach a date.
     *
     * @param patient reference of the patient
     * @param payer reference of the payer's Organization; empty for all
     * @param date a date of service
     * @param without reference of a claim whose own lines count nothing; empty if none
     */
    public List<Balance> authorizationsOf(String patient, String payer, LocalDate date, String without) {
        List<AuthorizedUse> used = uses(patient).stream()
                .filter(use -> !use.claim().equals(without))
                .toList();
        return of(patient).stream()
                .filter(one ->
                        payer.isEmpty() || one.payer().isEmpty() || one.payer().equals(payer))
                .flatMap(one -> Balance.of(one, used).stream())
                .filter(balance -> reaches(balance, date))
                .toList();
    }

    private static boolean reaches(Balance balance, LocalDate date) {
        LocalDate from = balance.service().from();
        LocalDate to = balance.service().to();
        return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
    }

    /**
     * What an edit of a claim needs to know of the authorizations of its patient.
     *
     * @param gathered the Claim, whose own lines count nothing
     * @return null if nothing is on file of the patient: the payer may know what we do not
     */
    public @Nullable AuthorizationsOnFile onFile(GatheredClaim gathered) {
        return onFile(gathered.claim(), gathered.view());
    }

    @Nullable
    AuthorizationsOnFile onFile(JsonNode claim, @Nullable StoreView view) {
        String patient = claim.at("/patient/reference").asText();
        ViewedAuthorizations viewed = new ViewedAuthorizations(view == null ? store.view() : view, rules);
        List<Authorization> onFile = PATIENT.matcher(patient).matches() ? viewed.of(patient) : List.of();
        if (onFile.isEmpty()) {
            return null;
        }
        String payer = claim.at("/insurer/reference").asText();
        String own = "Claim/" + claim.path("id").asText();
        return new AuthorizationsOnFile(
                onFile.stream()
                        .filter(one -> payer.isEmpty()
                                || one.payer().isEmpty()
                                || one.payer().equals(payer))
                        .toList(),
                viewed.uses(patient).stream()
                        .filter(use -> !use.claim().equals(own))
                        .toList());
    }

    /** What the claims of a patient use of authorizations. */
    public List<AuthorizedUse> uses(String patient) {
        return uses.read(search("Claim", SearchParameterMap.newSynchronous("patient", new ReferenceParam(patient))));
    }

    private @Nullable JsonNode request(JsonNode response) {
        String reference = response.at("/request/reference").asText();
        return reference.startsWith("Claim/") ? read(reference).map(this::json).orElse(null) : null;
    }

    /** The NPI behind a reference to a stored practitioner, role or organization; empty if there is none. */
    String npi(String reference) {
        return read(reference).map(this::npi).orElse("");
    }

    private String npi(IBaseResource resource) {
        if (resource instanceof PractitionerRole role) {
            String own = npi(role.getIdentifier());
            return own.isEmpty() ? npi(String.valueOf(role.getPractitioner().getReference())) : own;
        }
        if (resource instanceof Practitioner practitioner) {
            return npi(practitioner.getIdentifier());
        }
        return resource instanceof Organization organization ? npi(organization.getIdentifier()) : "";
    }

    private static String npi(List<Identifier> identifiers) {
        return identifiers.stream()
                .filter(identifier -> Systems.NPI.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** A stored resource by a plain reference; empty if there is none. */
    Optional<IBaseResource> read(String reference) {
        IdType id = new IdType(reference);
        if (id.getResourceType() == null || !daos.isResourceTypeSupported(id.getResourceType())) {
            return Optional.empty();
        }
        try {
            return Optional.of(daos.getResourceDao(id.getResourceType()).read(id, new SystemRequestDetails()));
        } catch (ResourceNotFoundException | ResourceGoneException none) {
            return Optional.empty();
        }
    }

    private List<JsonNode> search(String type, SearchParameterMap query) {
        return daos.getResourceDao(type).search(query, new SystemRequestDetails()).getAllResources().stream()
                .map(this::json)
                .toList();
    }

    /** A resource as a tree. */
    JsonNode json(IBaseResource resource) {
        try {
            return Json.parse(fhir.newJsonParser().encodeResourceToString(resource));
        } catch (BadInput impossible) {
            throw new IllegalStateException("a stored resource is not JSON", impossible);
        }
    }
}
