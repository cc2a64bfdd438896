package org.plainclaim.server.operation;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.jpa.api.dao.IFhirResourceDao;
import ca.uhn.fhir.jpa.api.model.DaoMethodOutcome;
import ca.uhn.fhir.jpa.dao.tx.IHapiTransactionService;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.rest.api.SearchTotalModeEnum;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.exceptions.PreconditionFailedException;
import ca.uhn.fhir.rest.server.exceptions.ResourceVersionConflictException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Claim.ClaimStatus;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Provenance;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.ClaimWriter;
import org.plainclaim.rules.Release;
import org.plainclaim.server.store.CurrentVersions;
import org.plainclaim.server.store.Question;
import org.plainclaim.server.store.StoreView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Keeps one Claim for each session and biller, with a Provenance for each of its versions. */
public final class ClaimStore {
    private static final Logger LOG = LoggerFactory.getLogger(ClaimStore.class);
    private static final int ATTEMPTS = 8;

    private final IFhirResourceDao<Encounter> encounters;
    private final IFhirResourceDao<Claim> claims;
    private final IFhirResourceDao<Provenance> provenances;
    private final CurrentVersions versions;
    private final IHapiTransactionService transactions;
    private final ClaimRecords records;

    public ClaimStore(Derivations.Store store, IHapiTransactionService transactions, ClaimRecords records) {
        DaoRegistry daos = store.daos();
        this.versions = store.versions();
        this.encounters = daos.getResourceDao(Encounter.class);
        this.claims = daos.getResourceDao(Claim.class);
        this.provenances = daos.getResourceDao(Provenance.class);
        this.transactions = transactions;
        this.records = records;
    }

    /**
     * Claims, and what they were derived from.
     *
     * @param encounter id of the encounter
     * @param release the rules
     * @param billers what tells each of the claims from the others of the encounter
     * @param claims the claims; none while the session is held or billed elsewhere
     * @param sources versioned references of the resources that were used
     */
    record Derived(String encounter, Release release, List<String> billers, List<Claim> claims, List<String> sources) {
        Derived {
            billers = List.copyOf(billers);
            claims = List.copyOf(claims);
            sources = List.copyOf(sources);
        }
    }

    /**
     * Stores what was derived and is not stored yet, in one transaction; the answer is the stored claims of each session.
     *
     * <p>A claim that is no longer derived, because the session became held, is billed with another one or another
     * clinician rendered it, is cancelled. The id of a claim is made from encounter and biller, so that of two calls at
     * the same time one fails on the primary key, looks again and finds the claim of the other.
     *
     * @param along what else is written in the transaction; it runs again if the transaction does
     */
    List<List<Claim>> keep(List<Derived> sessions, Runnable along) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return transactions.withRequest(new SystemRequestDetails()).execute(status -> {
                    List<List<Claim>> kept = keepInTransaction(sessions);
                    along.run();
                    return kept;
                });
            } catch (ResourceVersionConflictException | DataAccessException | TransactionException e) {
                LOG.debug(
                        "Another call stored the same claim first: {}",
                        e.getClass().getSimpleName());
            }
        }
        throw new ResourceVersionConflictException(
                "The claim is being derived by several calls at once; derive it again.");
    }

    /** Sessions are always written in the same order, so that two calls never wait for each other. */
    private List<List<Claim>> keepInTransaction(List<Derived> sessions) {
        Map<String, List<Claim>> kept = new HashMap<>();
        StoreView before = versions.view();
        before.expect(sessions.stream()
                .flatMap(derived -> Stream.of(encounter(derived.encounter()), claimsOf(derived.encounter())))
                .toList());
        sessions.stream()
                .sorted(Comparator.comparing(Derived::encounter))
                .forEach(derived -> kept.put(derived.encounter(), keepInTransaction(derived, before)));
        return sessions.stream()
                .map(derived -> kept.getOrDefault(derived.encounter(), List.of()))
                .toList();
    }

    private static Question encounter(String id) {
        return Question.named("Encounter", id);
    }

    private static Question claimsOf(String encounter) {
        return Question.referring("Encounter/" + encounter, "Claim.item.encounter");
    }

    /** A search for claims costs much more than to know that there are none yet. */
    private List<Claim> keepInTransaction(Derived derived, StoreView before) {
        refuseOutdated(derived, before);
        Map<String, Claim> stored =
                before.ask(claimsOf(derived.encounter())).isEmpty() ? new HashMap<>() : stored(derived.encounter());
        List<Claim> kept = new ArrayList<>();
        for (int i = 0; i < derived.claims().size(); i++) {
            Claim claim = derived.claims().get(i).copy();
            claim.setId(
                    "Claim/" + records.id(derived.encounter(), derived.billers().get(i)));
            kept.add(put(derived, claim, stored.remove(claim.getIdElement().getIdPart())));
        }
        for (Claim obsolete : stored.values()) {
            if (obsolete.getStatus() == ClaimStatus.ACTIVE) {
                write(derived, obsolete.copy().setStatus(ClaimStatus.CANCELLED), obsolete);
            }
        }
        return kept;
    }

    /** The coverage that the stored claims of an encounter go to; empty if there are none. */
    Optional<String> coverage(String encounter) {
        return stored(encounter).values().stream()
                .map(claim -> claim.getInsuranceFirstRep().getCoverage().getReference())
                .filter(Objects::nonNull)
                .findFirst();
    }

    private void refuseOutdated(Derived derived, StoreView before) {
        String version = before.ask(encounter(derived.encounter())).stream()
                .findFirst()
                .map(CurrentVersions.Current::versioned)
                .orElseGet(() -> read(derived.encounter()));
        if (!derived.sources().contains(version)) {
            throw new PreconditionFailedException("Encounter/" + derived.encounter()
                    + " was changed while its claim was being derived; derive it again.");
        }
    }

    /** HAPI says what is the matter with one that is not there. */
    private String read(String encounter) {
        IIdType current = encounters
                .read(new IdType("Encounter", encounter), new SystemRequestDetails())
                .getIdElement();
        return "Encounter/" + encounter + "/_history/" + current.getVersionIdPart();
    }

    private Claim put(Derived derived, Claim claim, @Nullable Claim stored) {
        if (stored != null
                && stored.getStatus() == ClaimStatus.ACTIVE
                && derivation(stored).equals(derivation(claim))) {
            return stored;
        }
        return write(derived, claim, stored);
    }

    private Claim write(Derived derived, Claim claim, @Nullable Claim stored) {
        DaoMethodOutcome outcome = claims.update(claim, new SystemRequestDetails());
        boolean asSeen = stored == null
                ? Boolean.TRUE.equals(outcome.getCreated())
                : outcome.getId().getVersionIdPartAsLong()
                        == stored.getIdElement().getVersionIdPartAsLong() + 1;
        if (!asSeen) {
            // another call wrote it since it was looked for: undo this and look again
            throw new ResourceVersionConflictException("The claim was written in the meantime.");
        }
        provenances.create(records.provenance(derived, claim, outcome.getId()), new SystemRequestDetails());
        return (Claim) outcome.getResource();
    }

    /** The claims that were derived for an encounter, by id. */
    private Map<String, Claim> stored(String encounter) {
        SearchParameterMap query = SearchParameterMap.newSynchronous(
                        "encounter", new ReferenceParam("Encounter/" + encounter))
                .add("identifier", new TokenParam(ClaimWriter.DERIVATION, null));
        query.setSearchTotalMode(SearchTotalModeEnum.NONE);
        Map<String, Claim> found = new LinkedHashMap<>();
        claims.search(query, new SystemRequestDetails()).getAllResources().forEach(resource -> {
            Claim claim = (Claim) resource;
            found.put(claim.getIdElement().getIdPart(), claim);
        });
        return found;
    }

    private static String derivation(Claim claim) {
        return claim.getIdentifier().stream()
                .filter(identifier -> ClaimWriter.DERIVATION.equals(identifier.getSystem()))
                .map(identifier -> String.valueOf(identifier.getValue()))
                .findFirst()
                .orElse("");
    }
}
