package org.plainclaim.scrub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Form;
import org.plainclaim.submission.Frequency;
import org.plainclaim.submission.Provider;
import org.plainclaim.submission.Role;
import org.plainclaim.submission.Signatures;
import org.plainclaim.submission.Stay;

/** A claim in a few words: what differs from a clean one, and what has to be found. */
record ScrubScenario(String name, JsonNode facts) {
    private static final Path FOLDER = Path.of("src/test/resources/scrub");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    static List<ScrubScenario> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<ScrubScenario> all = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                YAML.readTree(Files.readString(file))
                        .forEach(node ->
                                all.add(new ScrubScenario(node.path("name").asText(), node)));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> fails() {
        return texts(facts.path("fails"));
    }

    List<String> open() {
        return texts(facts.path("open"));
    }

    List<String> skips() {
        return texts(facts.path("skips"));
    }

    static List<String> texts(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    SampleClaim claim() {
        SampleClaim claim = new SampleClaim();
        heading(claim);
        parties(claim);
        for (JsonNode line : facts.path("lines")) {
            line(claim.line(line.path("code").asText()), line);
        }
        if (!facts.has("lines")) {
            claim.line("90834").minutes = 45;
        }
        if (facts.has("line")) {
            line(claim.first(), facts.path("line"));
        }
        ScenarioContext.put(facts, claim);
        return claim;
    }

    private void heading(SampleClaim claim) {
        claim.book = facts.path("payer").asText(claim.book);
        claim.filing = facts.path("filing").asText(claim.filing);
        claim.form = Form.valueOf(facts.path("form").asText("PROFESSIONAL"));
        claim.frequency = Frequency.valueOf(facts.path("frequency").asText("ORIGINAL"));
        claim.original = facts.path("original").asText("");
        claim.authorization = facts.path("authorization").asText("");
        claim.referral = facts.path("referral").asText("");
        claim.clia = facts.path("clia").asText("");
        claim.note = facts.path("note").asText("");
        claim.member = facts.path("member").asText(claim.member);
        claim.order = facts.path("order").asInt(1);
        claim.coveredFrom = date(facts, "covered-from", claim.coveredFrom);
        claim.coveredTo = date(facts, "covered-to", null);
        claim.stateTotal = !facts.path("total").asText().equals("none");
        claim.total = facts.path("total").isNumber() ? facts.path("total").decimalValue() : null;
        if (facts.has("signatures")) {
            String[] words = facts.path("signatures").asText().split(" ", -1);
            claim.signatures = new Signatures(words[0].equals("Y"), words[1], words[2], words[3]);
        }
        JsonNode stay = facts.path("stay");
        if (stay.isObject()) {
            claim.stay = new Stay(
                    stay.path("bill").asText(""),
                    texts(stay.path("conditions")),
                    date(stay, "admitted", null),
                    date(stay, "discharged", null),
                    "",
                    "",
                    "",
                    "",
                    List.of());
        }
        if (facts.has("diagnoses")) {
            claim.diagnoses.clear();
            claim.diagnoses.addAll(texts(facts.path("diagnoses")));
        }
    }

    private void parties(SampleClaim claim) {
        claim.born = date(facts, "born", claim.born);
        claim.sex = facts.path("sex").asText(claim.sex);
        for (Role role : Role.values()) {
            JsonNode node = facts.path(role.name().toLowerCase(java.util.Locale.ROOT));
            if (node.asText().equals("psychiatrist")) {
                claim.providers.put(role, Provider.clinician("Poe", "Eva", SampleClaim.PSYCHIATRIST, "2084P0800X"));
            } else if (node.isTextual()) {
                claim.providers.remove(role);
            } else if (node.isObject()) {
                claim.providers.put(role, provider(node, claim.providers.get(role)));
            }
        }
    }

    static Provider provider(JsonNode node, @Nullable Provider before) {
        Provider old =
                before == null ? Provider.clinician("Poe", "Eva", SampleClaim.PSYCHIATRIST, "2084P0800X") : before;
        org.plainclaim.submission.Address address =
                node.path("address").asText("").equals("none")
                        ? org.plainclaim.submission.Address.UNKNOWN
                        : new org.plainclaim.submission.Address(
                                node.path("street").asText(SampleClaim.STREET.line()),
                                "",
                                "Springfield",
                                "IL",
                                node.path("zip").asText(SampleClaim.STREET.zip()));
        return new Provider(
                Provider.Kind.valueOf(node.path("kind").asText(old.kind().name())),
                old.name(),
                old.first(),
                node.path("npi").asText(old.npi()),
                node.path("taxonomy").asText(old.taxonomy()),
                old.taxId(),
                old.phone(),
                address);
    }

    private static void line(SampleClaim.SampleLine line, JsonNode node) {
        line.code = node.path("code").asText(line.code);
        line.modifiers = node.has("modifiers") ? texts(node.path("modifiers")) : line.modifiers;
        line.units = node.has("units") ? node.path("units").decimalValue() : line.units;
        line.charge = node.path("charge").isTextual()
                ? null
                : node.has("charge") ? node.path("charge").decimalValue() : line.charge;
        line.place = node.path("place").asText(line.place);
        line.from = java.util.Objects.requireNonNull(date(node, "date", line.from));
        line.to = java.util.Objects.requireNonNull(date(node, "to", line.from));
        line.pointers = node.has("points")
                ? StreamSupport.stream(node.path("points").spliterator(), false)
                        .map(JsonNode::asInt)
                        .toList()
                : line.pointers;
        line.rendering = node.has("by") ? provider(node.path("by"), null) : line.rendering;
        line.revenue = node.path("revenue").asText(line.revenue);
        line.description = node.path("description").asText(line.description);
        line.authorization = node.path("authorization").asText(line.authorization);
        line.minutes = node.path("minutes").isInt()
                ? Integer.valueOf(node.path("minutes").intValue())
                : node.has("minutes") ? null : line.minutes;
        line.hour = node.path("hour").asInt(line.hour);
    }

    static @Nullable LocalDate date(JsonNode node, String field, @Nullable LocalDate otherwise) {
        String text = node.path(field).asText("");
        if (text.equals("none")) {
            return null;
        }
        return text.isEmpty() ? otherwise : LocalDate.parse(text);
    }

    static @Nullable BigDecimal number(JsonNode node, String field) {
        return node.has(field) ? node.path(field).decimalValue() : null;
    }

    static Set<String> set(JsonNode node) {
        return Set.copyOf(texts(node));
    }
}
