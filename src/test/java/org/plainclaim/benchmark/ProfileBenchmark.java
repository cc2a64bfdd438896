package org.plainclaim.benchmark;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.plainclaim.server.conformance.Definitions;
import org.plainclaim.server.profile.ForeignCodes;
import org.plainclaim.server.profile.ProfileValidation;

/**
 * What it costs to hold the valid examples of each profile to their profile: with the stock validator, and as writing does.
 *
 * <p>The figures are time of one thread on a processor, so that what else the machine does counts little. Both sides start
 * from what they have when a resource is written: the stock validator from JSON, the compiled checks from the parsed
 * resource, which they write as JSON first.
 */
public final class ProfileBenchmark {
    private static final Path EXAMPLES = Path.of("fhir-profiles/examples");
    private static final String CANONICAL = "https://plainclaim.org/fhir/StructureDefinition/";
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 4;

    private final FhirContext fhir = FhirContext.forR4Cached();
    private final ProfileValidation profiles = new ProfileValidation(fhir, Definitions.load(fhir), ForeignCodes.NONE);
    private final int rounds;

    private ProfileBenchmark(int rounds) {
        this.rounds = rounds;
    }

    /** Prints a line for each profile; the argument is how often the stock validator sees each example (default 20). */
    public static void main(String[] arguments) throws IOException {
        ProfileBenchmark benchmark = new ProfileBenchmark(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20);
        List<Path> folders;
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            folders = files.filter(file -> file.getFileName().toString().startsWith("plainclaim-"))
                    .sorted((a, b) ->
                            Boolean.compare(b.endsWith("plainclaim-encounter"), a.endsWith("plainclaim-encounter")))
                    .toList();
        }
        for (Path folder : folders) {
            benchmark.measure(folder);
        }
    }

    private void measure(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                if (file.getFileName().toString().startsWith("valid-")) {
                    texts.add(Files.readString(file));
                }
            }
        }
        List<String> profile = List.of(CANONICAL + folder.getFileName());
        List<Resource> resources = texts.stream()
                .map(text -> (Resource) fhir.newJsonParser().parseResource(text))
                .toList();
        Runnable stock = () -> texts.forEach(text -> profiles.validate(text, profile));
        Runnable compiled = () -> resources.forEach(resource -> profiles.objections(resource, profile));
        double slow = millis(stock, rounds) / texts.size();
        double fast = millis(compiled, rounds * 100) / texts.size();
        System.out.printf(
                Locale.ROOT,
                "%-30s %d examples: stock %.2f ms (%,.0f/s), compiled %.3f ms (%,.0f/s), %.0f times%n",
                folder.getFileName(),
                texts.size(),
                slow,
                1000 / slow,
                fast,
                1000 / fast,
                slow / fast);
    }

    private static double millis(Runnable work, int rounds) {
        for (int i = 0; i < rounds / WARM_UP; i++) {
            work.run();
        }
        long start = THREADS.getCurrentThreadCpuTime();
        for (int i = 0; i < rounds; i++) {
            work.run();
        }
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6 / rounds;
    }
}
