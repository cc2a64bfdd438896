package org.plainclaim.server.store;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseParameters;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;

/**
 * Holds the paths of patches to plain ones, which lead to an element in one walk: a client's expression must not be able to
 * search, to loop, or to try a regular expression on what is stored.
 */
final class PatchPaths {
    private static final int LONGEST = 500;
    private static final int MOST_CALLS = 6;
    private static final Pattern TEXT = Pattern.compile("'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'|\"[^\"]*+\"");
    private static final Pattern CALL = Pattern.compile("([A-Za-z-]++)\\s*+\\(");
    private static final Pattern SELECTED = Pattern.compile("\\bsel\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)')");
    private static final Set<String> OF_FHIRPATH =
            Set.of("where", "extension", "ofType", "as", "is", "first", "last", "exists", "and", "or", "not");
    private static final Set<String> OF_XPATH = Set.of("text", "comment", "processing-instruction", "id");

    private PatchPaths() {}

    /**
     * Looks at the paths of a FHIRPath Patch.
     *
     * @throws UnprocessableEntityException if one is not plain
     */
    static void check(IBaseParameters patch) {
        if (patch instanceof Parameters parameters) {
            for (ParametersParameterComponent operation : parameters.getParameter()) {
                operation.getPart().stream()
                        .filter(part -> "path".equals(part.getName())
                                && part.getValue() != null
                                && part.getValue().isPrimitive())
                        .forEach(part -> check(String.valueOf(part.getValue().primitiveValue()), OF_FHIRPATH));
            }
        }
    }

    /**
     * Looks at the paths of an XML Patch.
     *
     * @throws UnprocessableEntityException if one is not plain
     */
    static void check(String xml) {
        Matcher selected = SELECTED.matcher(xml);
        while (selected.find()) {
            String path = selected.group(1) == null ? selected.group(2) : selected.group(1);
            if (path.contains("//") || path.contains("::")) {
                throw refused();
            }
            check(path, OF_XPATH);
        }
    }

    private static void check(String path, Set<String> known) {
        if (path.length() > LONGEST) {
            throw refused();
        }
        Matcher call = CALL.matcher(TEXT.matcher(path).replaceAll("''"));
        for (int calls = 1; call.find(); calls++) {
            if (calls > MOST_CALLS || !known.contains(call.group(1))) {
                throw refused();
            }
        }
    }

    private static UnprocessableEntityException refused() {
        return new UnprocessableEntityException(
                "A path of the patch is none that leads to one element: use element names, [n], where(x = 'y'),"
                        + " extension('url') and ofType(type), " + LONGEST + " characters at most.");
    }
}
