package org.plainclaim.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.DocumentationReader;
import org.plainclaim.fhir.Json;
import org.plainclaim.fhir.OutcomeWriter;
import org.plainclaim.fhir.ReadingOptions;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** Sessions a second on one core: the bytes of a FHIR Bundle in, the bytes of the answer out, as {@code derive} does. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
@Threads(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class DeriveBenchmark {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final List<byte[]> bundles = new ArrayList<>();
    private final DocumentationReader reader = DocumentationReader.load(TerminologyFolder.shipped());
    private final ClaimDerivation derivation = new ClaimDerivation(RuleLoader.load(TerminologyFolder.shipped()));
    private int next;

    /** Loads the example sessions. */
    @Setup
    public void load() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("fhir-profiles/examples/sessions"))) {
            for (Path file : files.sorted().toList()) {
                bundles.add(Files.readAllBytes(file));
            }
        }
    }

    @Benchmark
    public byte[] derive() throws BadInput {
        next = (next + 1) % bundles.size();
        var session = reader.read(Json.parse(bundles.get(next)), ReadingOptions.NONE);
        return OutcomeWriter.derivation(derivation.derive(session), TODAY)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
