package org.plainclaim.server.terminology;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetFilterComponent;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.CodeGroup;
import org.plainclaim.codes.CodeSelection;

/**
 * A value set that ships.
 *
 * @param id of the resource
 * @param url its canonical URL
 * @param version its version
 * @param name for programs
 * @param title for people
 * @param selection what it takes of which systems
 */
record NamedSet(String id, String url, String version, String name, String title, CodeSelection selection) {
    /**
     * Reads the definition.
     *
     * @throws IllegalStateException if it says something that is not understood here
     */
    static NamedSet of(ValueSet set) {
        CodeSelection selection = new CodeSelection(
                groups(set, set.getCompose().getInclude()),
                groups(set, set.getCompose().getExclude()));
        return new NamedSet(
                set.getIdElement().getIdPart(),
                set.getUrl(),
                set.getVersion(),
                set.getName(),
                set.getTitle(),
                selection);
    }

    private static List<CodeGroup> groups(ValueSet set, List<ConceptSetComponent> parts) {
        List<CodeGroup> groups = new ArrayList<>();
        for (ConceptSetComponent part : parts) {
            if (!part.hasSystem() || part.hasValueSet()) {
                throw new IllegalStateException(set.getUrl() + " may only be made of code systems");
            }
            groups.add(group(set, part));
        }
        return groups;
    }

    private static CodeGroup group(ValueSet set, ConceptSetComponent part) {
        Set<String> codes = part.getConcept().stream()
                .map(ConceptReferenceComponent::getCode)
                .collect(Collectors.toSet());
        Pattern shape = null;
        boolean leafOnly = false;
        for (ConceptSetFilterComponent filter : part.getFilter()) {
            String asked = filter.getProperty() + " " + filter.getOp().toCode();
            if (asked.equals("code regex")) {
                shape = pattern(set, filter.getValue());
            } else if (asked.equals("leaf =") && filter.getValue().equals("true")) {
                leafOnly = true;
            } else {
                throw new IllegalStateException(
                        set.getUrl() + " filters by '" + asked + "'; possible are code regex and leaf = true");
            }
        }
        return new CodeGroup(part.getSystem(), codes, shape, leafOnly);
    }

    private static @Nullable Pattern pattern(ValueSet set, String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new IllegalStateException(set.getUrl() + " has a filter that is no pattern: " + regex, e);
        }
    }
}
