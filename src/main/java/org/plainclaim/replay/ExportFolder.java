package org.plainclaim.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A bulk export on this machine, small enough to be held in memory: a folder of NDJSON files, or one of them. */
public final class ExportFolder {
    private final List<Path> files;

    private ExportFolder(List<Path> files) {
        this.files = files;
    }

    /**
     * The export in a folder, or in a file.
     *
     * @throws UncheckedIOException if there is none
     */
    public static ExportFolder at(Path path) {
        try (Stream<Path> inside = Files.walk(path)) {
            List<Path> files = inside.filter(file -> file.toString().endsWith(".ndjson")
                            || file.toString().endsWith(".ndjson.gz"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new IOException("no NDJSON");
            }
            return new ExportFolder(files);
        } catch (IOException e) {
            throw new UncheckedIOException("There is no export in " + path + ": it has no file ending in .ndjson.", e);
        }
    }

    /** Replays all of it in this thread. */
    public Tally replay(Sides sides) {
        List<byte[]> shared = new ArrayList<>();
        Map<String, List<byte[]>> byPatient = new LinkedHashMap<>();
        Tally tally = new Tally();
        for (Path file : files) {
            lines(file, line -> {
                ExportLine about = ExportLine.of(line);
                if (about.shared()) {
                    shared.add(line);
                } else if (about.ofPatient()) {
                    byPatient
                            .computeIfAbsent(about.patient(), any -> new ArrayList<>())
                            .add(line);
                } else {
                    tally.addAstray(about.astray() ? 1 : 0);
                }
            });
        }
        Replay replay = new Replay(sides, Directory.of(shared));
        byPatient.values().forEach(replay::patient);
        return tally.add(replay.tally());
    }

    /** The lines of the export: first those of nobody in particular, then those of each patient together. */
    public List<List<byte[]>> records() {
        List<byte[]> shared = new ArrayList<>();
        List<byte[]> rest = new ArrayList<>();
        Map<String, List<byte[]>> byPatient = new LinkedHashMap<>();
        for (Path file : files) {
            lines(file, line -> {
                ExportLine about = ExportLine.of(line);
                if (about.ofPatient()) {
                    byPatient
                            .computeIfAbsent(about.patient(), any -> new ArrayList<>())
                            .add(line);
                } else {
                    (about.shared() ? shared : rest).add(line);
                }
            });
        }
        List<List<byte[]>> records = new ArrayList<>(List.of(shared));
        records.addAll(byPatient.values());
        records.add(rest);
        return records;
    }

    private static void lines(Path file, Consumer<byte[]> into) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    into.accept(line.getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The export in " + file + " can not be read.", e);
        }
    }
}
