package org.plainclaim.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Spark on this machine, in a process of its own: its libraries and those of the server do not go together.
 *
 * @param folder where {@code plainclaim-replay.jar} and {@code lib/} are
 */
record SparkProcess(Path folder) {
    private static final String JOB = "org.plainclaim.replay.spark.ReplayJob";
    private static final String JAR = "plainclaim-replay.jar";

    /** Packages of Java that Spark reaches into; as in Spark's own {@code JavaModuleOptions}. */
    private static final List<String> OPENED = List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "jdk.internal.ref",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar");

    /** What the build puts beside the program. */
    static SparkProcess besideProgram() {
        CodeSource source = SparkProcess.class.getProtectionDomain().getCodeSource();
        try {
            Path program = Path.of(Objects.requireNonNull(source).getLocation().toURI());
            return in(program.resolveSibling("spark"));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program does not know where it is", e);
        }
    }

    static SparkProcess in(Path folder) {
        return new SparkProcess(folder);
    }

    boolean isThere() {
        return Files.exists(folder.resolve(JAR)) && Files.isDirectory(folder.resolve("lib"));
    }

    /** Runs the job with this process's output; the answer is its exit code. */
    int run(List<String> arguments) throws IOException, InterruptedException {
        return new ProcessBuilder(command(arguments)).inheritIO().start().waitFor();
    }

    /** What is set by a system property of this process, such as {@code spark.master}, goes before what is set here. */
    List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+IgnoreUnrecognizedVMOptions");
        OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        List<String> settings = new ArrayList<>(List.of(
                "spark.master=local[*]",
                "spark.ui.enabled=false",
                "spark.driver.host=127.0.0.1",
                "spark.driver.bindAddress=127.0.0.1",
                "log4j2.configurationFile=plainclaim-log4j2.properties"));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("spark."))
                .sorted()
                .forEach(name -> settings.add(name + "=" + System.getProperty(name)));
        settings.forEach(setting -> command.add("-D" + setting));
        command.add("-cp");
        command.add(folder.resolve(JAR) + System.getProperty("path.separator") + folder.resolve("lib") + "/*");
        command.add(JOB);
        command.addAll(arguments);
        return command;
    }
}
