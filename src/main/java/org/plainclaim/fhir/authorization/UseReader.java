package org.plainclaim.fhir.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plainclaim.authorization.AuthorizedUse;

/** Reads from claims what of authorizations they use. */
public final class UseReader {
    private static final Set<String> TAKES_PLACE = Set.of("prior", "replace");
    private final Function<String, String> npi;

    /**
     * A reader.
     *
     * @param npi the NPI of a practitioner or organization by reference; empty if it has none
     */
    public UseReader(Function<String, String> npi) {
        this.npi = npi;
    }

    /** The uses of claims that are in force: not those that are cancelled, nor those that another one takes the place of. */
    public List<AuthorizedUse> read(List<JsonNode> claims) {
        Set<String> replaced = new HashSet<>();
        List<JsonNode> inForce = claims.stream()
                .filter(claim -> claim.path("use").asText("claim").equals("claim"))
                .filter(claim -> claim.path("status").asText().equals("active"))
                .toList();
        for (JsonNode claim : inForce) {
            for (JsonNode related : claim.path("related")) {
                if (TAKES_PLACE.contains(Pas.code(related.path("relationship")))) {
                    replaced.add(related.at("/claim/reference").asText());
                }
            }
        }
        List<AuthorizedUse> uses = new ArrayList<>();
        inForce.stream().filter(claim -> !replaced.contains(reference(claim))).forEach(claim -> add(claim, uses));
        return uses;
    }

    private static String reference(JsonNode claim) {
        return "Claim/" + claim.path("id").asText();
    }

    private void add(JsonNode claim, List<AuthorizedUse> uses) {
        List<String> numbers = numbers(claim);
        List<String> providers = providers(claim);
        for (JsonNode item : claim.path("item")) {
            LocalDate from = date(item, "start");
            LocalDate to = date(item, "end");
            if (from == null) {
                continue;
            }
            for (String number : numbers) {
                uses.add(new AuthorizedUse(
                        reference(claim),
                        item.path("sequence").asText(),
                        number,
                        Pas.code(item.path("productOrService")),
                        modifiers(item),
                        item.at("/quantity/value").isNumber()
                                ? item.at("/quantity/value").decimalValue()
                                : BigDecimal.ONE,
                        from,
                        to == null ? from : to,
                        providers));
            }
        }
    }

    private static List<String> numbers(JsonNode claim) {
        List<String> numbers = new ArrayList<>();
        for (JsonNode insurance : claim.path("insurance")) {
            if (insurance.path("focal").asBoolean()) {
                insurance.path("preAuthRef").forEach(number -> numbers.add(number.asText()));
            }
        }
        return numbers.isEmpty() ? List.of("") : numbers;
    }

    private List<String> providers(JsonNode claim) {
        List<String> providers = new ArrayList<>();
        providers.add(npi(claim.path("provider")));
        claim.path("careTeam").forEach(member -> providers.add(npi(member.path("provider"))));
        providers.removeIf(String::isEmpty);
        return providers;
    }

    private String npi(JsonNode reference) {
        String logical = reference.at("/identifier/value").asText();
        return logical.isEmpty() ? npi.apply(reference.path("reference").asText()) : logical;
    }

    private static List<String> modifiers(JsonNode item) {
        List<String> modifiers = new ArrayList<>();
        item.path("modifier").forEach(modifier -> modifiers.add(Pas.code(modifier)));
        return modifiers;
    }

    private static @Nullable LocalDate date(JsonNode item, String end) {
        String text = item.path("servicedDate").asText();
        if (text.isEmpty()) {
            text = item.at("/servicedPeriod/" + end).asText();
        }
        try {
            return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
