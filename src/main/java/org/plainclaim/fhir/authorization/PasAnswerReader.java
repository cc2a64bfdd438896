package org.plainclaim.fhir.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.fhir.Systems;

/** Takes the ClaimResponse out of the answer of a payer, with our names in place of the payer's. */
public final class PasAnswerReader {
    private PasAnswerReader() {}

    /**
     * The answer in our names; empty if it is no answer to a request for authorization.
     *
     * @param bundle the response Bundle
     * @param asked the stored Claim that was asked for
     */
    public static Optional<ObjectNode> read(JsonNode bundle, JsonNode asked) {
        JsonNode first =
                bundle.path("resourceType").asText().equals("Bundle") ? bundle.at("/entry/0/resource") : bundle;
        boolean answers = first.path("resourceType").asText().equals("ClaimResponse")
                && first.path("use").asText().equals("preauthorization");
        if (!answers) {
            return Optional.empty();
        }
        ObjectNode response = first.deepCopy();
        response.remove(List.of("id", "meta", "text", "communicationRequest", "contained", "requestor"));
        providers(response, npis(bundle));
        String claim = "Claim/" + asked.path("id").asText();
        response.putObject("request").put("reference", claim);
        response.set("patient", asked.path("patient").deepCopy());
        if (asked.path("insurer").isObject()) {
            response.set("insurer", asked.path("insurer").deepCopy());
        } else {
            response.remove("insurer");
        }
        response.set("requestor", asked.path("provider").deepCopy());
        return Optional.of(response);
    }

    /**
     * What a payer says to the question what became of a request, in our names; empty if it knows no such request.
     *
     * @param answer Parameters with a Bundle for each request that fits, or a Bundle
     * @param asked the stored Claim that was asked about
     */
    public static Optional<ObjectNode> inquired(JsonNode answer, JsonNode asked) {
        List<JsonNode> bundles = new ArrayList<>();
        for (JsonNode parameter : answer.path("parameter")) {
            bundles.add(parameter.path("resource"));
        }
        if (bundles.isEmpty()) {
            bundles.add(answer);
        }
        ObjectNode ours = PasRequestWriter.identifier(asked);
        return bundles.stream()
                .filter(bundle -> bundles.size() == 1 || bundle.toString().contains(identifier(ours)))
                .flatMap(bundle -> read(bundle, asked).stream())
                .max(Comparator.comparing(response -> response.path("created").asText()));
    }

    private static String identifier(JsonNode ours) {
        return "\"value\":" + ours.get("value");
    }

    private static Map<String, String> npis(JsonNode bundle) {
        Map<String, String> npis = new HashMap<>();
        for (JsonNode entry : bundle.path("entry")) {
            JsonNode resource = entry.path("resource");
            for (JsonNode identifier : resource.path("identifier")) {
                if (identifier.path("system").asText().equals(Systems.NPI)) {
                    String npi = identifier.path("value").asText();
                    npis.put(entry.path("fullUrl").asText(), npi);
                    npis.put(
                            resource.path("resourceType").asText() + "/"
                                    + resource.path("id").asText(),
                            npi);
                }
            }
        }
        return npis;
    }

    /** A provider of the payer's store becomes one known by NPI; one without is left out. */
    private static void providers(ObjectNode response, Map<String, String> npis) {
        List<ObjectNode> references = new ArrayList<>();
        find(response, references);
        for (ObjectNode reference : references) {
            String npi = npis.get(reference.path("reference").asText());
            reference.remove("reference");
            if (npi != null) {
                reference.putObject("identifier").put("system", Systems.NPI).put("value", npi);
            } else if (!reference.has("identifier") && !reference.has("display")) {
                reference.put("display", "not told");
            }
        }
    }

    private static void find(JsonNode json, List<ObjectNode> found) {
        if (json instanceof ObjectNode object && object.path("reference").isTextual()) {
            found.add(object);
        }
        json.forEach(child -> find(child, found));
    }

    /** True if an answer decides on the request, in whatever way, and is no error. */
    public static boolean decides(JsonNode response) {
        String outcome = response.path("outcome").asText();
        return (outcome.equals("complete") || outcome.equals("partial"))
                && errors(response).isEmpty();
    }

    /** Reference of the request that a Claim changes; empty if it changes none. */
    public static String prior(JsonNode claim) {
        return PasKind.prior(claim);
    }

    /** The X12 reject codes of an answer that is an error, for a person to look up. */
    public static List<String> errors(JsonNode response) {
        List<String> errors = new ArrayList<>();
        response.path("error").forEach(error -> errors.add(Pas.code(error.path("code"))));
        errors.removeIf(String::isEmpty);
        return errors;
    }
}
