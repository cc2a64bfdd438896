package org.plainclaim.profiles;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;

/** The files of the folder {@code fhir-profiles}. */
final class Artefacts {
    static final Path ROOT = Path.of("fhir-profiles");
    static final String CANONICAL_BASE = "https://plainclaim.org/fhir/";

    private Artefacts() {}

    /** The definitions themselves, sorted by name. */
    static List<Path> definitions() {
        return json(ROOT);
    }

    /** The ids of the profiles, without the extensions. */
    static List<String> profiles() {
        String prefix = "StructureDefinition-plainclaim-";
        return definitions().stream()
                .map(Artefacts::name)
                .filter(name -> name.startsWith(prefix))
                .map(name -> "plainclaim-" + name.substring(prefix.length(), name.length() - ".json".length()))
                .toList();
    }

    /** The profile that the folder of an example stands for. */
    static String profileOf(Path example) {
        return name(example.resolveSibling("").normalize());
    }

    /** The id of our profile of a resource type, such as {@code plainclaim-care-plan}. */
    static String profileFor(String resourceType) {
        return "plainclaim" + resourceType.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** The examples of one profile, sorted by name. */
    static List<Path> examples(String profile) {
        return json(ROOT.resolve("examples").resolve(profile));
    }

    /** The example sessions, sorted by name. */
    static List<Path> sessions() {
        return json(ROOT.resolve("examples/sessions"));
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static IBaseResource resource(Path file) {
        return FhirContext.forR4Cached().newJsonParser().parseResource(text(file));
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static List<Path> json(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
