package org.plainclaim.server.scrub;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.scrub.OtherClaimsReader;
import org.plainclaim.scrub.OtherClaims;
import org.plainclaim.server.store.CurrentVersions.Current;
import org.plainclaim.server.store.Question;
import org.plainclaim.server.store.StoreView;
import org.plainclaim.server.submission.GatheredClaim;

/** The other claims of the patient that the store has, to the same payer. */
final class StoredOthers {
    private static final int MOST = 1000;

    /** The longest time that a limit counts back over. */
    private static final int MONTHS = 13;

    /** Without a word on it, a practice is taken to have sent the claims of the last month, but not of years ago. */
    private static final int RECENT_DAYS = 31;

    private final @Nullable LocalDate completeSince;

    StoredOthers(@Nullable LocalDate completeSince) {
        this.completeSince = completeSince;
    }

    /** Other claims up to the day; the claim itself, and the one that it replaces, are none. */
    OtherClaims of(GatheredClaim gathered, LocalDate today) {
        LocalDate first = gathered.submission().from();
        String patient = gathered.claim().at("/patient/reference").asText();
        StoreView view = gathered.view();
        if (view == null
                || first == null
                || !patient.startsWith("Patient/")
                || first.getYear() < 1900
                || first.getYear() > 2999) {
            return OtherClaims.UNKNOWN;
        }
        LocalDate from = first.minusMonths(MONTHS);
        LocalDate complete = completeSince == null ? first.minusDays(RECENT_DAYS) : completeSince;
        List<JsonNode> found = new ArrayList<>();
        List<Current> stored =
                view.ask(Question.referring(patient, "Claim.patient").atMost(MOST));
        for (Current claim : stored) {
            if (since(claim.json(), from) && counts(claim.json(), gathered.claim())) {
                found.add(claim.json());
            }
        }
        boolean all = stored.size() < MOST;
        LocalDate known = complete.isAfter(from) ? complete : from;
        return new OtherClaimsReader(resources(gathered.bundle())).read(found, all ? known : null, all ? today : null);
    }

    /** A claim is not written before the service that it bills; a month or a year counts if it reaches the day. */
    private static boolean since(JsonNode claim, LocalDate from) {
        String created = claim.path("created").asText();
        String day = from.toString();
        int length = Math.min(created.length(), day.length());
        return created.substring(0, length).compareTo(day.substring(0, length)) >= 0;
    }

    private static boolean counts(JsonNode other, JsonNode claim) {
        String id = other.path("id").asText();
        if (id.equals(claim.path("id").asText())) {
            return false;
        }
        for (JsonNode related : claim.path("related")) {
            if (related.at("/claim/reference").asText().startsWith("Claim/" + id)) {
                return false;
            }
        }
        String theirs = focal(other);
        String ours = focal(claim);
        return theirs.isEmpty() || ours.isEmpty() || theirs.equals(ours);
    }

    private static String focal(JsonNode claim) {
        for (JsonNode insurance : claim.path("insurance")) {
            if (insurance.path("focal").asBoolean()) {
                return insurance.at("/coverage/reference").asText();
            }
        }
        return claim.at("/insurance/0/coverage/reference").asText();
    }

    static Map<String, JsonNode> resources(JsonNode bundle) {
        Map<String, JsonNode> resources = new HashMap<>();
        for (JsonNode entry : bundle.path("entry")) {
            JsonNode resource = entry.path("resource");
            resources.put(
                    resource.path("resourceType").asText() + "/"
                            + resource.path("id").asText(),
                    resource);
        }
        return resources;
    }
}
