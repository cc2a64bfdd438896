package org.plainclaim.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.plainclaim.submission.Address;
import org.plainclaim.submission.Cover;
import org.plainclaim.submission.Payer;
import org.plainclaim.submission.Person;
import org.plainclaim.submission.Procedure;
import org.plainclaim.x12.eligibility.Answers;

/** One line of {@code reviews.yaml} as a case. */
record ReviewScenario(String name, JsonNode line) {
    private static final Path FILE = Path.of("src/test/resources/eligibility/reviews.yaml");

    static List<ReviewScenario> all() throws IOException {
        List<ReviewScenario> all = new ArrayList<>();
        for (JsonNode entry : new ObjectMapper(new YAMLFactory()).readTree(FILE.toFile())) {
            String name = entry.get("name").asText();
            if (!entry.has("each")) {
                all.add(new ReviewScenario(name, entry));
            }
            for (JsonNode variant : entry.path("each")) {
                ObjectNode merged = entry.deepCopy();
                merged.remove("each");
                merged.setAll((ObjectNode) variant);
                all.add(new ReviewScenario(name + " " + variant, merged));
            }
        }
        return all;
    }

    List<String> list(String field) {
        return StreamSupport.stream(line.path(field).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    boolean has(String field) {
        return line.has(field);
    }

    String text(String field, String other) {
        return line.path(field).asText(other);
    }

    EligibilityCase asCase() throws IOException {
        Person patient = new Person("DOE", "JANE", "", "", birth(), "F", Address.UNKNOWN);
        LocalDate day = LocalDate.parse("2026-03-10");
        Visit visit = new Visit(
                day,
                day,
                List.of("A6", "MH"),
                procedure(),
                new BigDecimal(text("units", "1")),
                text("place", ""),
                new Visit.Papers(
                        text("authorization", ""),
                        text("referral", ""),
                        has("self-pay") ? line.get("self-pay").booleanValue() : null));
        boolean active = !text("on-file", "").equals("not-active");
        CoverOnFile cover = new CoverOnFile("Coverage/1", active, cover(1, line, patient), Circumstances.UNKNOWN);
        List<CoverOnFile> others = new ArrayList<>();
        for (JsonNode other : line.path("others")) {
            others.add(CoverOnFile.of("Coverage/" + (others.size() + 2), cover(2, other, patient)));
        }
        return new EligibilityCase(
                patient, cover, others, visit, answer(), LocalDate.parse(text("today", "2026-03-09")));
    }

    private @Nullable LocalDate birth() {
        String born = text("born", "1990-05-01");
        return born.equals("unknown") ? null : LocalDate.parse(born);
    }

    private @Nullable Procedure procedure() {
        if (!has("procedure")) {
            return null;
        }
        String[] parts = text("procedure", "").split(":", -1);
        return parts.length == 1 ? Procedure.of(parts[0]) : Procedure.of(parts[0], parts[1]);
    }

    private static Cover cover(int order, JsonNode said, Person patient) {
        String filing = said.path("filing").asText("CI");
        return new Cover(
                order,
                new Payer("GH" + order, order == 1 ? "GOLD HEALTH" : "SECOND HEALTH", ""),
                filing,
                said.path("relationship").asText("18"),
                said.path("number").asText("M123"),
                "",
                "",
                patient,
                LocalDate.parse(said.path("from").asText("2026-01-01")),
                said.has("to") ? LocalDate.parse(said.get("to").asText()) : null);
    }

    private @Nullable EligibilityAnswer answer() throws IOException {
        String kind = text("answer", "");
        LocalDate asked = LocalDate.parse(text("asked", "2026-03-09"));
        return switch (kind) {
            case "none" -> null;
            case "on-file" -> outcome(EligibilityAnswer.Origin.ON_FILE, EligibilityAnswer.Outcome.ANSWERED, asked);
            case "queued" -> outcome(EligibilityAnswer.Origin.PAYER, EligibilityAnswer.Outcome.QUEUED, asked);
            case "unreachable" -> outcome(EligibilityAnswer.Origin.PAYER, EligibilityAnswer.Outcome.UNREACHABLE, asked);
            default -> read(asked);
        };
    }

    private static EligibilityAnswer outcome(
            EligibilityAnswer.Origin origin, EligibilityAnswer.Outcome outcome, LocalDate asked) {
        return EligibilityAnswer.of(new EligibilityAnswer.Heading(
                "T1", origin, outcome, asked.atStartOfDay().toInstant(ZoneOffset.UTC), "", ""));
    }

    private EligibilityAnswer read(LocalDate asked) throws IOException {
        String number = text("number", "M123");
        List<String> member = new ArrayList<>(List.of(
                text("member", "NM1*IL*1*DOE*JANE****MI*" + number), "DMG*D8*" + text("birth", "19900501") + "*F"));
        if (has("corrected")) {
            member.add("INS*Y*18*001*25");
        }
        Answers answers = Answers.of(Answers.file(asked.toString().replace("-", ""), member, list("says")));
        assertEquals(List.of(), answers.faults());
        return answers.answers().get(0);
    }

    @Override
    public String toString() {
        return name;
    }
}
