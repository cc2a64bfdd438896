package org.plainclaim.server.submission;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.SystemRequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.IdType;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.Nodes;
import org.plainclaim.fhir.submission.ReadSubmission;
import org.plainclaim.fhir.submission.SubmissionReader;
import org.plainclaim.server.store.CurrentVersions;
import org.plainclaim.server.store.CurrentVersions.Current;
import org.plainclaim.server.store.KeptResults;
import org.plainclaim.server.store.KeptWork;
import org.plainclaim.server.store.Question;
import org.plainclaim.server.store.StoreView;
import org.plainclaim.submission.ClaimNumber;

/** Loads a claim with everything that it takes to send it: from the store, or from what was sent along. */
public final class ClaimGathering {
    private static final int MOST_READINGS = 500;

    private final DaoRegistry daos;
    private final CurrentVersions store;
    private final StoredFees fees;
    private final SubmissionReader reader;
    private final KeptResults<ReadSubmission> readings = new KeptResults<>(MOST_READINGS);
    private final KeptWork<GatheredClaim> gatherings = new KeptWork<>(MOST_READINGS, any -> true);

    public ClaimGathering(DaoRegistry daos, CurrentVersions store, StoredFees fees, SubmissionReader reader) {
        this.daos = daos;
        this.store = store;
        this.fees = fees;
        this.reader = reader;
    }

    /**
     * A stored claim with its parties, coverages, prices and the answers that payers gave to it.
     *
     * @throws ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException if there is no such claim
     * @throws ca.uhn.fhir.rest.server.exceptions.ResourceGoneException if it was deleted
     */
    public GatheredClaim stored(String id) {
        return stored(id, claim -> {});
    }

    /**
     * The same as it would be after a change, such as another focal coverage; nothing is stored. The number of the claim
     * (CLM01) is its own, else one made from its id and version.
     */
    public GatheredClaim stored(String id, Consumer<ObjectNode> change) {
        return store.work("claim " + id, view -> stored(id, change, view));
    }

    /** The claim as it is in a view of the store. */
    public GatheredClaim stored(String id, StoreView view) {
        Current claim = claim(id, view);
        List<Current> prices = codes(claim.json());
        GatheredClaim found = gatherings.of(id, view, trees(prices), () -> gather(claim(id, view), prices, view)
                .over(null));
        return Objects.requireNonNull(found).over(view);
    }

    private static List<JsonNode> trees(List<Current> resources) {
        return resources.stream().map(Current::json).toList();
    }

    private GatheredClaim stored(String id, Consumer<ObjectNode> change, StoreView view) {
        Current stored = claim(id, view);
        ObjectNode claim = stored.json().deepCopy();
        change.accept(claim);
        return gather(new Current(stored.reference(), stored.row(), stored.version(), claim), codes(claim), view);
    }

    private GatheredClaim gather(Current claim, List<Current> prices, StoreView view) {
        GatheredResources resources = new GatheredResources(view);
        resources.add(claim);
        resources.follow();
        // of what refers to the claim, its patient and its clinicians, some belongs in
        List<String> centre = new ArrayList<>(resources.references("Claim"));
        resources.references("Patient").stream().limit(1).forEach(centre::add);
        centre.addAll(resources.references("Practitioner"));
        resources.referring(centre);
        prices.forEach(resources::add);
        resources.follow();
        String number = ClaimNumber.of(claim.reference(), String.valueOf(claim.version()));
        ObjectNode bundle = resources.bundle();
        List<JsonNode> sources = KeptResults.resources(bundle);
        Seen seen = new Seen(resources.versions(), view);
        ReadSubmission kept = readings.get(number, sources).orElseGet(() -> read(bundle, number));
        readings.keep(number, sources, kept);
        return gathered(kept, bundle, seen);
    }

    /** What was read of the store, and how. */
    private record Seen(Map<String, String> versions, @Nullable StoreView view) {
        static final Seen NOTHING = new Seen(Map.of(), null);
    }

    /** A claim that is not stored, with an id, among what is: its parties, coverages and prices. */
    public GatheredClaim among(ObjectNode claim) {
        String id = claim.path("id").asText();
        StoreView view = store.view();
        GatheredResources resources = new GatheredResources(view);
        resources.add(new Current("Claim/" + id, 0, 0, claim));
        resources.follow();
        codes(claim).forEach(resources::add);
        resources.follow();
        ObjectNode bundle = resources.bundle();
        return gathered(read(bundle, ClaimNumber.of("Claim/" + id, "")), bundle, new Seen(Map.of(), view));
    }

    /** HAPI says what is the matter with one that is not there. */
    private Current claim(String id, StoreView view) {
        view.expect(List.of(Question.named("Claim", id), Question.referring("Claim/" + id, "ClaimResponse.request")));
        return view.ask(Question.named("Claim", id)).stream().findFirst().orElseThrow(() -> missing(id));
    }

    private RuntimeException missing(String id) {
        daos.getResourceDao(Claim.class).read(new IdType("Claim", id), new SystemRequestDetails());
        return new ResourceNotFoundException(new IdType("Claim", id));
    }

    /** Prices are looked for only where an item has none. */
    private List<Current> codes(JsonNode claim) {
        List<String> codes = new ArrayList<>();
        for (JsonNode item : claim.path("item")) {
            if (!item.has("net") && !item.has("unitPrice")) {
                for (JsonNode coding : item.path("productOrService").path("coding")) {
                    codes.add(coding.path("code").asText());
                }
            }
        }
        return codes.isEmpty() ? List.of() : fees.of(codes);
    }

    /**
     * A claim that was sent along, in a Bundle or in Parameters with one or with resources; the store is not asked.
     *
     * @throws BadInput if there is no Claim in it
     */
    public GatheredClaim sent(JsonNode document) throws BadInput {
        JsonNode bundle = bundle(document);
        return gathered(reader.read(bundle, ClaimNumber.of("sent", bundle.toString())), bundle, Seen.NOTHING);
    }

    private static JsonNode bundle(JsonNode document) {
        if (!document.path("resourceType").asText().equals("Parameters")) {
            return document;
        }
        ObjectNode bundle = Nodes.resource("Bundle").put("type", "collection");
        ArrayNode entries = bundle.putArray("entry");
        for (JsonNode parameter : document.path("parameter")) {
            JsonNode resource = parameter.path("resource");
            if (resource.path("resourceType").asText().equals("Bundle")) {
                resource.path("entry").forEach(entries::add);
            } else if (resource.isObject()) {
                entries.addObject().set("resource", resource);
            }
        }
        return bundle;
    }

    private ReadSubmission read(JsonNode bundle, String number) {
        try {
            return reader.read(bundle, number);
        } catch (BadInput e) {
            throw new IllegalStateException("the claim is in the bundle", e);
        }
    }

    private static GatheredClaim gathered(ReadSubmission read, JsonNode bundle, Seen seen) {
        return new GatheredClaim(
                read.claim(), read.submission().totalled(), read.problems(), seen.versions(), bundle, seen.view());
    }
}
