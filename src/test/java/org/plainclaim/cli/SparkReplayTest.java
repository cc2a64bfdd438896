package org.plainclaim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.plainclaim.replay.ExportFolder;
import org.plainclaim.replay.GeneratedExport;
import org.plainclaim.replay.ReplayReport;
import org.plainclaim.replay.ReplaySetup;
import org.plainclaim.replay.RuleSource;
import org.plainclaim.replay.Sides;
import org.plainclaim.replay.Tally;

/**
 * One export, replayed in this process and on Spark: embedded, from Parquet, and by spark-submit with executors that are processes of
 * their own. Each starts Spark, so all of it is asked for: {@code -Dplainclaim.spark=target/spark}, which `mvn -f src/spark package` makes.
 */
@EnabledIfSystemProperty(
        named = "plainclaim.spark",
        matches = ".+",
        disabledReason = "starts Spark five times; with -Dplainclaim.spark=target/spark")
final class SparkReplayTest {
    private static final long SESSIONS = 60;
    private static final String JOB = "org.plainclaim.replay.spark.ReplayJob";
    private static final Path SPARK =
            Path.of(System.getProperty("plainclaim.spark", "target/spark")).toAbsolutePath();

    @TempDir
    private static Path folder = Path.of("");

    private static String expected = "";

    @BeforeAll
    static void replaysHere() throws IOException {
        GeneratedExport.write(folder.resolve("export"), SESSIONS, 11);
        Path rules = folder.resolve("rules");
        copy(Path.of("terminology"), rules);
        Path services = rules.resolve("rules/services/psychotherapy.csv");
        Files.writeString(
                services,
                Files.readString(services)
                        .replace("individual-psychotherapy,53..,", "individual-psychotherapy,75..,")
                        .replace("individual-psychotherapy,38..52,", "individual-psychotherapy,38..74,"));
        ReplaySetup setup = new ReplaySetup(
                RuleSource.named(RuleSource.SHIPPED, null), RuleSource.named(rules.toString(), null), null, null);
        Tally tally = ExportFolder.at(folder.resolve("export")).replay(Sides.load(setup));
        assertTrue(tally.all().changed() > 0, "no session that the other rules change");
        expected = ReplayReport.of(setup, tally);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> inside = Files.walk(from)) {
            for (Path path : inside.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private static List<String> asked(Path from) {
        return List.of(
                "--from",
                from.toString(),
                "--rules",
                RuleSource.SHIPPED,
                "--rules",
                folder.resolve("rules").toString());
    }

    @Test
    void embeddedItSaysTheSameOfNdjsonAndOfParquet() throws IOException, InterruptedException {
        assertEquals(expected, said(SparkProcess.in(SPARK).command(asked(folder.resolve("export"))), Map.of()));
        Path parquet = folder.resolve("parquet");
        List<String> copy = new ArrayList<>(
                SparkProcess.in(SPARK).command(List.of(folder.resolve("export").toString(), parquet.toString())));
        Collections.replaceAll(copy, JOB, JOB.replace("ReplayJob", "ParquetCopy"));
        said(copy, Map.of());
        assertEquals(expected, said(SparkProcess.in(SPARK).command(asked(parquet)), Map.of()));
    }

    @Test
    void submittedItSaysTheSameWithExecutorsInProcessesOfTheirOwn() throws IOException, InterruptedException {
        for (String master : List.of("local[2]", "local-cluster[2,1,1024]")) {
            assertEquals(expected, said(submitted(master), environment()), master);
        }
    }

    /** What spark-submit runs, without its script. */
    private static List<String> submitted(String master) {
        List<String> command = new ArrayList<>(SparkProcess.in(SPARK).command(List.of()));
        command.removeIf(part -> part.startsWith("-Dspark.master") || part.startsWith("-Dlog4j2"));
        int classPath = command.indexOf("-cp");
        command.set(classPath + 1, SPARK.resolve("lib") + File.separator + "*");
        Collections.replaceAll(command, JOB, "org.apache.spark.deploy.SparkSubmit");
        command.addAll(List.of("--master", master, "--class", JOB));
        command.add(SPARK.resolve("plainclaim-replay.jar").toString());
        command.addAll(asked(folder.resolve("export")));
        return command;
    }

    /** Executors find Spark by these, as a distribution lies: its libraries in the folder jars. */
    private static Map<String, String> environment() throws IOException {
        Path home = Files.createDirectories(folder.resolve("spark"));
        if (!Files.exists(home.resolve("jars"))) {
            Files.createSymbolicLink(home.resolve("jars"), SPARK.resolve("lib"));
        }
        return Map.of(
                "SPARK_HOME",
                home.toString(),
                "SPARK_SCALA_VERSION",
                "2.13",
                "SPARK_LOCAL_IP",
                "127.0.0.1",
                "JAVA_HOME",
                System.getProperty("java.home"));
    }

    private static String said(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "said", ".txt");
        Path complaints = Files.createTempFile(folder, "complaints", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(complaints.toFile());
        builder.environment().putAll(environment);
        int exit = builder.start().waitFor();
        assertEquals(0, exit, Files.readString(complaints));
        return Files.readString(out, StandardCharsets.UTF_8);
    }
}
