package org.plainclaim.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.DocumentationReader;
import org.plainclaim.fhir.ReadingOptions;
import org.plainclaim.terminology.RuleLoader;
import org.plainclaim.terminology.TerminologyFolder;

/** Sessions a second on one core: records in, explained claims out. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
@Threads(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class EngineBenchmark {
    private final List<SessionDocumentation> sessions = new ArrayList<>();
    private final ClaimDerivation derivation = new ClaimDerivation(RuleLoader.load(TerminologyFolder.shipped()));
    private int next;

    /** Reads the example sessions once. */
    @Setup
    public void read() throws IOException, BadInput {
        DocumentationReader reader = DocumentationReader.load(TerminologyFolder.shipped());
        try (Stream<Path> files = Files.list(Path.of("fhir-profiles/examples/sessions"))) {
            for (Path file : files.sorted().toList()) {
                sessions.add(reader.read(new ObjectMapper().readTree(Files.readString(file)), ReadingOptions.NONE));
            }
        }
    }

    @Benchmark
    public ClaimOutcome derive() {
        next = (next + 1) % sessions.size();
        return derivation.derive(sessions.get(next));
    }
}
