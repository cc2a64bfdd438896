package org.plainclaim.fhir.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Reads folders of cases: files {@code *.cases}, and the sessions that they start from, {@code *.json}. */
public final class CaseFolder {
    private static final int MOST_BYTES = 2_000_000;

    private final SessionOfCase reader;
    private final Map<String, ObjectNode> starts = new HashMap<>();
    private final Map<String, TrainingCase> cases = new LinkedHashMap<>();
    private final Map<String, ObjectNode> sessions = new HashMap<>();
    private final List<CaseFault> faults = new ArrayList<>();

    private CaseFolder(DocumentationReader reader, RuleLibrary rules) {
        this.reader = new SessionOfCase(reader, rules);
    }

    /** The folder that ships with the program. */
    public static Path shipped() {
        return TerminologyFolder.shipped().root().resolve("training");
    }

    /** The cases that ship, and those of the site; the site may start from sessions that ship. */
    public static CaseLibrary load(@Nullable Path ofSite, DocumentationReader reader, RuleLibrary rules) {
        CaseFolder folder = new CaseFolder(reader, rules);
        folder.read(shipped());
        if (ofSite != null) {
            folder.read(ofSite);
        }
        return new CaseLibrary(folder.cases, folder.sessions, folder.faults);
    }

    private void read(Path root) {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(root, 3)) {
            found.sorted().filter(Files::isRegularFile).forEach(files::add);
        } catch (IOException | java.io.UncheckedIOException e) {
            faults.add(new CaseFault(String.valueOf(root), 1, "is no folder that can be listed."));
        }
        files.stream().filter(file -> file.toString().endsWith(".json")).forEach(this::session);
        files.stream().filter(file -> file.toString().endsWith(".cases")).forEach(this::cases);
    }

    private void session(Path file) {
        String text = text(file);
        try {
            JsonNode tree = Json.parse(text);
            if (tree instanceof ObjectNode bundle
                    && bundle.path("resourceType").asText().equals("Bundle")) {
                starts.put(String.valueOf(file.getFileName()), bundle);
            } else {
                faults.add(new CaseFault(file.toString(), 1, "is no FHIR Bundle."));
            }
        } catch (BadInput e) {
            e.problems().forEach(problem -> faults.add(new CaseFault(file.toString(), e.line(), problem.message())));
        }
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
        CaseTexts.Read read = CaseTexts.read(file.toString(), text(file));
        faults.addAll(read.faults());
        read.cases().forEach(this::add);
    }

    private void add(CaseText text) {
        ObjectNode start = starts.get(text.session());
        TrainingCase before = cases.get(text.id());
        if (start == null) {
            faults.add(text.place()
                    .fault("there is no session '" + text.session()
                            + "'; put the file into a folder beside the cases."));
        } else if (before != null) {
            faults.add(text.place()
                    .fault("'" + text.id() + "' is the id of another case too, in "
                            + before.text().place().file() + ":"
                            + before.text().place().line() + "."));
        } else {
            add(text, SessionChanges.apply(start, text.changes()));
        }
    }

    private void add(CaseText text, Changed changed) {
        faults.addAll(changed.faults());
        if (!changed.faults().isEmpty()) {
            return;
        }
        try {
            cases.put(text.id(), reader.read(text, changed.tree()));
            sessions.put(text.id(), changed.tree().bundle());
        } catch (BadInput e) {
            e.problems()
                    .forEach(problem ->
                            faults.add(text.place().fault("the session can not be read: " + problem.message())));
        }
    }
}
