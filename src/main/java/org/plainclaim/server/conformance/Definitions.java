package org.plainclaim.server.conformance;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hl7.fhir.r4.model.MetadataResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The FHIR definitions that ship with Plainclaim, read once from the class path. */
public final class Definitions {
    private static final List<String> TYPES = List.of(
            "StructureDefinition", "OperationDefinition", "SearchParameter", "CodeSystem", "ValueSet", "Measure");

    /** Where they lie; value sets over official codes lie beside the codes. */
    private static final List<String> FOLDERS = List.of("fhir-profiles", "terminology/value-sets");

    private final List<MetadataResource> all;

    private Definitions(List<MetadataResource> all) {
        this.all = List.copyOf(all);
    }

    /**
     * Reads the folders, from a directory or from a jar.
     *
     * @throws IllegalStateException with the name of a file that is not the definition its name promises
     */
    public static Definitions load(FhirContext fhir) {
        PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
        List<MetadataResource> all = new ArrayList<>();
        try {
            for (String type : TYPES) {
                for (String folder : FOLDERS) {
                    for (Resource file : resolver.getResources("classpath*:" + folder + "/" + type + "-*.json")) {
                        all.add(parse(fhir.newJsonParser(), type, file));
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The definitions can not be read", unreadable);
        }
        all.sort(Comparator.comparing(definition -> definition.getIdElement().getIdPart()));
        return new Definitions(all);
    }

    /** The definitions of one kind, in the order of their ids. */
    public <T extends MetadataResource> List<T> of(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static MetadataResource parse(IParser parser, String type, Resource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            if (parser.parseResource(in) instanceof MetadataResource definition
                    && definition.fhirType().equals(type)
                    && definition.hasUrl()
                    && definition.hasId()) {
                definition.setId(definition.getIdElement().getIdPart());
                return definition;
            }
        } catch (DataFormatException malformed) {
            throw new IllegalStateException(file.getFilename() + ": " + malformed.getMessage(), malformed);
        }
        throw new IllegalStateException(file.getFilename() + " must be a " + type + " with an id and a url");
    }
}
