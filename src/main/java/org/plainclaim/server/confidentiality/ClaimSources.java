package org.plainclaim.server.confidentiality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.plainclaim.confidentiality.Disclosure;
import org.plainclaim.server.submission.GatheredClaim;
import org.plainclaim.submission.Submission;

/** Where a claim comes from, what it rests on, and who receives it. */
final class ClaimSources {
    private ClaimSources() {}

    /** The practice and the sessions of a claim. */
    static Set<String> of(JsonNode claim) {
        Set<String> sources = new TreeSet<>();
        add(claim.path("provider"), sources);
        for (JsonNode item : claim.path("item")) {
            item.path("encounter").forEach(encounter -> add(encounter, sources));
        }
        claim.path("careTeam").forEach(member -> add(member.path("provider"), sources));
        sources.removeIf(source -> source.startsWith("Practitioner"));
        return sources;
    }

    /** What supports it. */
    static Set<String> evidence(JsonNode claim) {
        Set<String> evidence = new TreeSet<>();
        claim.path("supportingInfo").forEach(info -> add(info.path("valueReference"), evidence));
        return evidence;
    }

    private static void add(JsonNode reference, Set<String> names) {
        IdType id = new IdType(reference.path("reference").asText());
        if (id.hasIdPart() && id.getResourceType() != null) {
            names.add(id.getResourceType() + "/" + id.getIdPart());
        } else if (reference.has("identifier")) {
            JsonNode identifier = reference.path("identifier");
            names.add(Written.alias(new Identifier()
                    .setSystem(identifier.path("system").asText(null))
                    .setValue(identifier.path("value").asText(null))));
        }
    }

    /** Everything that the payer of a claim goes by. */
    static Set<String> payers(GatheredClaim gathered) {
        Set<String> payers = payers(gathered.submission(), gathered.claim());
        for (JsonNode entry : gathered.bundle().path("entry")) {
            JsonNode resource = entry.path("resource");
            if (resource.path("resourceType").asText().equals("Organization")) {
                for (JsonNode identifier : resource.path("identifier")) {
                    if (payers.contains(identifier.path("value").asText())) {
                        payers.add("Organization/" + resource.path("id").asText());
                    }
                }
            }
        }
        return payers;
    }

    /** The same of a claim without what it refers to. */
    static Set<String> payers(Submission submission, JsonNode claim) {
        Set<String> payers = new TreeSet<>(Set.of(Disclosure.PAYER));
        payers.add(submission.cover().payer().id());
        add(claim.path("insurer"), payers);
        payers.remove("");
        return payers;
    }
}
