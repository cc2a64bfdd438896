package org.plainclaim.fhir.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.plainclaim.authorization.Authorization;
import org.plainclaim.authorization.AuthorizationDecision;
import org.plainclaim.authorization.AuthorizationRules;
import org.plainclaim.authorization.AuthorizedService;

/**
 * Reads authorizations from a ClaimResponse with use preauthorization, as R4 has it or as PAS does.
 *
 * <p>What an item does not say is taken from the whole answer, and what the answer does not say from the request.
 */
public final class AuthorizationReader {
    private final AuthorizationRules rules;
    private final Function<String, String> npi;

    /**
     * A reader.
     *
     * @param npi the NPI of a practitioner or organization by reference; empty if it has none
     */
    public AuthorizationReader(AuthorizationRules rules, Function<String, String> npi) {
        this.rules = rules;
        this.npi = npi;
    }

    /** True if a ClaimResponse answers a request for authorization. */
    public static boolean authorizes(JsonNode response) {
        return response.path("use").asText().equals("preauthorization")
                && response.path("status").asText().equals("active");
    }

    /** The authorizations of an answer: one for each number, and one without a number for what has none. */
    public List<Authorization> read(JsonNode response, @Nullable JsonNode request) {
        Answer answer = new Answer(response, request);
        Map<String, List<Item>> byNumber = new LinkedHashMap<>();
        answer.items().forEach(item -> byNumber.computeIfAbsent(item.number(), number -> new ArrayList<>())
                .add(item));
        if (byNumber.isEmpty() && response.hasNonNull("preAuthRef")) {
            Item whole = new Item(answer, response, response);
            byNumber.put(whole.number(), List.of(whole));
        }
        List<Authorization> authorizations = new ArrayList<>();
        byNumber.forEach((number, items) -> authorizations.add(new Authorization(
                "ClaimResponse/" + response.path("id").asText(),
                number,
                response.at("/patient/reference").asText(),
                response.at("/insurer/reference").asText(),
                providers(items),
                items.stream().map(this::service).toList())));
        return authorizations;
    }

    private List<String> providers(List<Item> items) {
        TreeSet<String> providers = new TreeSet<>();
        for (Item item : items) {
            for (JsonNode extension : item.json().path("extension")) {
                if (extension.path("url").asText().equals(Pas.AUTHORIZED_PROVIDER)) {
                    JsonNode provider = Pas.extension(extension, "provider").path("valueReference");
                    String known = provider.at("/identifier/value").asText();
                    providers.add(
                            known.isEmpty()
                                    ? npi.apply(provider.path("reference").asText())
                                    : known);
                }
            }
            for (JsonNode provider : item.json().path("provider")) {
                providers.add(npi.apply(provider.path("reference").asText()));
            }
        }
        providers.remove("");
        return List.copyOf(providers);
    }

    private AuthorizedService service(Item item) {
        LocalDate asked = item.date("start");
        AuthorizationDecision decision =
                decision(item, asked == null ? item.answer().created() : asked);
        return new AuthorizedService(
                decision,
                Pas.code(item.code()),
                Pas.code(item.lastCode()),
                item.modifiers(),
                item.units(decision),
                asked,
                item.date("end"));
    }

    private AuthorizationDecision decision(Item item, LocalDate date) {
        String action = item.action();
        if (!action.isEmpty()) {
            return rules.decision(action, date);
        }
        return switch (item.answer().response().path("outcome").asText()) {
            case "complete", "partial" -> item.number().isEmpty()
                    ? AuthorizationDecision.UNKNOWN
                    : AuthorizationDecision.APPROVED;
            case "queued" -> AuthorizationDecision.PENDED;
            case "error" -> AuthorizationDecision.DENIED;
            default -> AuthorizationDecision.UNKNOWN;
        };
    }

    /** An answer and what it answers. */
    private record Answer(JsonNode response, @Nullable JsonNode request) {
        List<Item> items() {
            List<Item> items = new ArrayList<>();
            for (JsonNode item : response.path("item")) {
                JsonNode asked = requested(item.path("itemSequence").asInt());
                // what was decided of an item that is no longer asked for authorizes nothing
                if (!Pas.cancelled(asked)) {
                    items.add(new Item(this, item, asked));
                }
            }
            for (JsonNode item : response.path("addItem")) {
                items.add(new Item(this, item, item));
            }
            return items;
        }

        private JsonNode requested(int sequence) {
            JsonNode asked = Objects.requireNonNullElse(request, MissingNode.getInstance());
            return StreamSupport.stream(asked.path("item").spliterator(), false)
                    .filter(item -> item.path("sequence").asInt() == sequence)
                    .findFirst()
                    .orElse(MissingNode.getInstance());
        }

        LocalDate created() {
            String created = response.path("created").asText();
            return created.length() < 10 ? LocalDate.EPOCH : LocalDate.parse(created.substring(0, 10));
        }
    }

    /** One item of an answer, with the item of the request. */
    private record Item(Answer answer, JsonNode json, JsonNode asked) {
        private JsonNode review() {
            for (JsonNode adjudication : json.path("adjudication")) {
                JsonNode review = Pas.extension(adjudication, Pas.REVIEW_ACTION);
                if (!review.isMissingNode()) {
                    return review;
                }
            }
            return MissingNode.getInstance();
        }

        String action() {
            return Pas.code(Pas.extension(review(), Pas.REVIEW_ACTION_CODE).path("valueCodeableConcept"));
        }

        String number() {
            String own = Pas.extension(review(), "number").path("valueString").asText();
            return own.isEmpty() ? answer.response().path("preAuthRef").asText() : own;
        }

        private JsonNode detail() {
            return Pas.extension(json, Pas.AUTHORIZED_DETAIL);
        }

        JsonNode code() {
            JsonNode own = Pas.extension(detail(), "productOrServiceCode").path("valueCodeableConcept");
            JsonNode code = own.isMissingNode() ? asked.path("productOrService") : own;
            boolean kindOfService = code.at("/coding/0/system").asText().startsWith(Pas.X12);
            return kindOfService ? MissingNode.getInstance() : code;
        }

        JsonNode lastCode() {
            JsonNode own = Pas.extension(detail(), Pas.CODE_END);
            return (own.isMissingNode() ? Pas.extension(asked, Pas.CODE_END) : own).path("valueCodeableConcept");
        }

        List<String> modifiers() {
            List<String> modifiers = new ArrayList<>();
            for (JsonNode extension : detail().path("extension")) {
                if (extension.path("url").asText().equals("modifier")) {
                    modifiers.add(Pas.code(extension.path("valueCodeableConcept")));
                }
            }
            if (detail().isMissingNode()) {
                asked.path("modifier").forEach(modifier -> modifiers.add(Pas.code(modifier)));
            }
            return modifiers;
        }

        @Nullable
        BigDecimal units(AuthorizationDecision decision) {
            JsonNode own = Pas.extension(detail(), "quantity").at("/valueQuantity/value");
            if (own.isNumber()) {
                return own.decimalValue();
            }
            if (json.at("/quantity/value").isNumber()) {
                return json.at("/quantity/value").decimalValue();
            }
            for (JsonNode adjudication : json.path("adjudication")) {
                String category = Pas.code(adjudication.path("category"));
                if (adjudication.path("value").isNumber()
                        && List.of("eligible", "benefit").contains(category)) {
                    return adjudication.path("value").decimalValue();
                }
            }
            JsonNode requested = asked.at("/quantity/value");
            return decision == AuthorizationDecision.APPROVED && requested.isNumber() ? requested.decimalValue() : null;
        }

        @Nullable
        LocalDate date(String end) {
            JsonNode own = Pas.extension(json, Pas.AUTHORIZED_PERIOD).path("valuePeriod");
            String text = (own.isMissingNode() ? answer.response().path("preAuthPeriod") : own)
                    .path(end)
                    .asText();
            return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        }
    }
}
