package org.plainclaim.fhir.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.DocumentationReader;
import org.plainclaim.fhir.Json;
import org.plainclaim.fhir.training.SessionChanges.Changed;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.terminology.TerminologyFolder;
import org.plainclaim.training.CaseFault;
import org.plainclaim.training.CaseText;
import org.plainclaim.training.CaseTexts;
import org.plainclaim.training.TrainingCase;

/**
 * Reads folders of cases: files {@code *.cases}, and the sessions that they start from, {@code *.json}.
 *
 * <p>What the authors wrote is read at once; the session of a case that ships is read when somebody opens the case, for the build
 * has read them all. Those of the site are read at once, so that one with a fault is not offered.
 */
public final class CaseFolder {
    private static final int MOST_BYTES = 2_000_000;

    private final SessionOfCase reader;
    private final Map<String, Path> starts = new LinkedHashMap<>();
    private final Map<String, Optional<ObjectNode>> read = new HashMap<>();
    private final Map<String, CaseText> texts = new LinkedHashMap<>();
    private final Map<String, Optional<Opened>> opened = new HashMap<>();
    private final List<CaseFault> faults = new ArrayList<>();

    private CaseFolder(DocumentationReader reader, RuleLibrary rules) {
        this.reader = new SessionOfCase(reader, rules);
    }

    /**
     * A case whose session was read.
     *
     * @param training the case
     * @param session its session as a Bundle
     */
    record Opened(TrainingCase training, ObjectNode session) {}

    /** The folder that ships with the program. */
    public static Path shipped() {
        return TerminologyFolder.shipped().root().resolve("training");
    }

    /** The cases that ship, and those of the site; the site may start from sessions that ship. */
    public static CaseLibrary load(@Nullable Path ofSite, DocumentationReader reader, RuleLibrary rules) {
        CaseFolder folder = new CaseFolder(reader, rules);
        folder.read(shipped());
        if (ofSite != null) {
            Set<String> ship = Set.copyOf(folder.texts.keySet());
            Set<String> begins = Set.copyOf(folder.starts.keySet());
            folder.read(ofSite);
            folder.starts.keySet().stream()
                    .filter(start -> !begins.contains(start))
                    .forEach(folder::start);
            List.copyOf(folder.texts.values()).stream()
                    .filter(text -> !ship.contains(text.id()))
                    .filter(text -> folder.open(text).isEmpty())
                    .forEach(text -> folder.texts.remove(text.id()));
        }
        return new CaseLibrary(folder);
    }

    /** What the authors wrote of the cases that are offered, by id, in the order of their files. */
    Map<String, CaseText> texts() {
        return Collections.unmodifiableMap(texts);
    }

    /** What was found to be wrong so far: with the files of the site, everything. */
    synchronized List<CaseFault> known() {
        return List.copyOf(faults);
    }

    /** Everything that is wrong; all is read for it. */
    synchronized List<CaseFault> faults() {
        starts.keySet().forEach(this::start);
        texts.values().forEach(this::open);
        return List.copyOf(faults);
    }

    /** The case with its session; empty if that can not be read. */
    synchronized Optional<Opened> open(CaseText text) {
        Optional<Opened> known = opened.get(text.id());
        if (known == null) {
            known = read(text);
            opened.put(text.id(), known);
        }
        return known;
    }

    private void read(Path root) {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(root, 3)) {
            found.sorted().filter(Files::isRegularFile).forEach(files::add);
        } catch (IOException | UncheckedIOException e) {
            faults.add(new CaseFault(String.valueOf(root), 1, "is no folder that can be listed."));
        }
        files.stream().filter(file -> file.toString().endsWith(".json")).forEach(file -> {
            starts.put(String.valueOf(file.getFileName()), file);
            read.remove(String.valueOf(file.getFileName()));
        });
        files.stream().filter(file -> file.toString().endsWith(".cases")).forEach(this::cases);
    }

    /** The session of a file; empty if it is none. */
    private Optional<ObjectNode> start(String name) {
        Path file = starts.get(name);
        if (file == null) {
            return Optional.empty();
        }
        Optional<ObjectNode> known = read.get(name);
        if (known == null) {
            known = session(file);
            read.put(name, known);
        }
        return known;
    }

    private Optional<ObjectNode> session(Path file) {
        String text = text(file);
        try {
            JsonNode tree = Json.parse(text);
            if (tree instanceof ObjectNode bundle
                    && bundle.path("resourceType").asText().equals("Bundle")) {
                return Optional.of(bundle);
            }
            faults.add(new CaseFault(file.toString(), 1, "is no FHIR Bundle."));
        } catch (BadInput e) {
            e.problems().forEach(problem -> faults.add(new CaseFault(file.toString(), e.line(), problem.message())));
        }
        return Optional.empty();
    }

    private String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                faults.add(new CaseFault(file.toString(), 1, "is larger than " + MOST_BYTES + " bytes."));
                return "";
            }
            return Files.readString(file);
        } catch (IOException e) {
            faults.add(new CaseFault(file.toString(), 1, "can not be read as text in UTF-8."));
            return "";
        }
    }

    private void cases(Path file) {
        CaseTexts.Read found = CaseTexts.read(file.toString(), text(file));
        faults.addAll(found.faults());
        found.cases().forEach(this::add);
    }

    private void add(CaseText text) {
        CaseText before = texts.putIfAbsent(text.id(), text);
        if (before != null) {
            faults.add(text.place()
                    .fault("'" + text.id() + "' is the id of another case too, in "
                            + before.place().file() + ":" + before.place().line() + "."));
        }
    }

    private Optional<Opened> read(CaseText text) {
        Optional<ObjectNode> start = start(text.session());
        if (start.isEmpty()) {
            faults.add(text.place()
                    .fault("there is no session '" + text.session()
                            + "'; put the file into a folder beside the cases."));
            return Optional.empty();
        }
        Changed changed = SessionChanges.apply(start.get(), text.changes());
        faults.addAll(changed.faults());
        if (!changed.faults().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Opened(reader.read(text, changed.tree()), changed.tree().bundle()));
        } catch (BadInput e) {
            e.problems()
                    .forEach(problem ->
                            faults.add(text.place().fault("the session can not be read: " + problem.message())));
            return Optional.empty();
        }
    }
}
