package org.plainclaim.simulator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A simulated payer at the other end of a folder: it reads {@code out/}, where a practice puts its files, answers into
 * {@code in/}, and keeps what it read in {@code seen/}.
 *
 * <p>A file is answered as of the time it was written. So a payer that starts again reads {@code seen/} to remember, and a
 * file that it answered but did not put away gets the same answers under the same names.
 */
public final class FolderPayer {
    private static final String SCENARIO = "scenario.txt";

    private final Path folder;
    private final SimulatedPayer payer;
    private int seen;

    private FolderPayer(Path folder, SimulatedPayer payer) {
        this.folder = folder;
        this.payer = payer;
    }

    /**
     * The payer of a folder; how it answers is said by {@code scenario.txt} in it, if there is one.
     *
     * @throws IOException if the folder can not be read
     * @throws IllegalArgumentException if the scenario can not be read; says why
     */
    public static FolderPayer at(Path folder, List<SimulatedPayer.Desk> desks) throws IOException {
        Path rules = folder.resolve(SCENARIO);
        Scenario scenario =
                Files.exists(rules) ? Scenario.read(Files.readAllLines(rules, StandardCharsets.UTF_8)) : Scenario.USUAL;
        FolderPayer made = new FolderPayer(folder, new SimulatedPayer(scenario, new PayerMemory(), desks));
        for (Path file : made.files("seen")) {
            made.answers(file, String.valueOf(file.getFileName()).replaceFirst("^\\d+-", ""));
            made.seen++;
        }
        return made;
    }

    /**
     * Answers everything that waits.
     *
     * @return how many files that were
     */
    public int answer() throws IOException {
        List<Path> waiting = files("out");
        for (Path file : waiting) {
            String name = String.valueOf(file.getFileName());
            for (PayerFile answer : answers(file, name)) {
                put(answer);
            }
            String kept = String.format(Locale.ROOT, "%06d-%s", ++seen, name);
            Files.move(file, folder("seen").resolve(kept), StandardCopyOption.ATOMIC_MOVE);
        }
        return waiting.size();
    }

    private List<PayerFile> answers(Path file, String name) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        LocalDateTime at =
                LocalDateTime.ofInstant(Files.getLastModifiedTime(file).toInstant(), ZoneOffset.UTC);
        return payer.answer(name, () -> new ByteArrayInputStream(bytes), at);
    }

    /** Nobody sees an answer before it is whole. */
    private void put(PayerFile answer) throws IOException {
        Path draft = folder("in").resolve("." + answer.name());
        try (OutputStream out = Files.newOutputStream(draft)) {
            answer.writeTo(out);
        }
        Files.move(draft, folder("in").resolve(answer.name()), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    private List<Path> files(String name) throws IOException {
        try (Stream<Path> listed = Files.list(folder(name))) {
            return listed.filter(path -> !String.valueOf(path.getFileName()).startsWith("."))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }
}
