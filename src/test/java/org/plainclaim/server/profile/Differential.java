package org.plainclaim.server.profile;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.ValueSet;
import org.plainclaim.server.conformance.Definitions;

/** Compares the compiled checks with the stock validator on examples that are spoilt in many ways. */
final class Differential {
    private static final Set<ResultSeverityEnum> FAULTS = Set.of(ResultSeverityEnum.ERROR, ResultSeverityEnum.FATAL);
    private static final Path EXAMPLES = Path.of("fhir-profiles/examples");

    /** One for all tests: reading R4 takes seconds. */
    private static final StockValidator STOCK = stock();

    private static final CompiledProfiles COMPILED = new CompiledProfiles(STOCK);

    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();

    private static StockValidator stock() {
        FhirContext fhir = FhirContext.forR4Cached();
        Definitions definitions = Definitions.load(fhir);
        List<MetadataResource> all = new ArrayList<>(definitions.of(StructureDefinition.class));
        all.addAll(definitions.of(CodeSystem.class));
        all.addAll(definitions.of(ValueSet.class));
        return new StockValidator(fhir, all, ForeignCodes.NONE);
    }

    /** A resource and the profile that it is held to. */
    record Example(String name, String profile, ObjectNode resource) {}

    static List<Example> examples() {
        try (Stream<Path> files = Files.walk(EXAMPLES, 2)) {
            return files.filter(file -> file.toString().matches(".*plainclaim-[a-z-]+.(in)?valid-.*json"))
                    // nobody sends events of the audit, so no check of theirs is compiled
                    .filter(file -> !file.toString().contains("plainclaim-audit-event"))
                    .sorted()
                    .map(Differential::example)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Mutants in turn of example and kind, so that a few hundred hold every profile and every kind. */
    void mutants(int number, long seed) {
        List<Example> examples = examples();
        Mutation[] kinds = Mutation.values();
        for (int i = 0; i < number; i++) {
            Random random = new Random(seed + i);
            Example example = examples.get(i % examples.size());
            ObjectNode mutant = example.resource().deepCopy();
            Mutation kind = kinds[(i + i / examples.size()) % kinds.length];
            boolean changed = kind.apply(mutant, random);
            for (int more = random.nextInt(6); more > 4 || !changed; more = random.nextInt(6)) {
                changed |= kinds[random.nextInt(kinds.length)].apply(mutant, random);
            }
            compare(kind + " " + i + " of " + example.name(), mutant, example.profile());
        }
    }

    /** Compares one resource. */
    void compare(String name, JsonNode resource, String profile) {
        Judgement judgement = COMPILED.judge(resource, List.of(profile));
        boolean accepted = stockAccepts(resource, profile);
        count(judgement.answer() + (accepted ? " of valid" : " of invalid"));
        if (judgement.answer() == Judgement.Answer.UNCOVERED && accepted) {
            count("valid but: " + judgement.reason());
        }
        boolean agreed = judgement.answer() == Judgement.Answer.UNCOVERED
                || accepted == (judgement.answer() == Judgement.Answer.VALID);
        if (!agreed) {
            differences.add(name + ": " + judgement + ", stock " + accepted + why(accepted, resource, profile));
        }
    }

    Map<String, Integer> counts() {
        return counts;
    }

    List<String> differences() {
        return differences;
    }

    int counted(Judgement.Answer answer) {
        return counts.getOrDefault(answer + " of valid", 0) + counts.getOrDefault(answer + " of invalid", 0);
    }

    private static boolean stockAccepts(JsonNode resource, String profile) {
        try {
            return STOCK.accepts(resource.toString(), List.of(profile));
        } catch (RuntimeException unreadable) {
            return false;
        }
    }

    private static String why(boolean accepted, JsonNode resource, String profile) {
        if (accepted) {
            return "\n  " + resource;
        }
        return STOCK.validate(resource.toString(), List.of(profile)).getMessages().stream()
                .filter(message -> FAULTS.contains(message.getSeverity()))
                .map(message -> "\n  " + message.getLocationString() + " " + message.getMessage())
                .collect(Collectors.joining());
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private static Example example(Path file) {
        try {
            String profile = String.valueOf(file.getName(file.getNameCount() - 2));
            ObjectNode resource = (ObjectNode) Samples.read(Files.readString(file));
            return new Example(
                    profile + "/" + file.getFileName(),
                    "https://plainclaim.org/fhir/StructureDefinition/" + profile,
                    resource);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
