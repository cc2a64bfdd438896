package org.plainclaim.fhir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plainclaim.documentation.SessionDocumentation;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Span;
import org.plainclaim.note.NoteReading;

/** Every evidence leads, as FHIRPath, to the value that it states. */
final class EvidenceTest {
    private static final FhirContext R4 = FhirContext.forR4Cached();

    static List<String> examples() {
        return Sessions.names();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void leadsToTheValueItStates(String name) throws ReflectiveOperationException {
        ObjectNode bundle = Sessions.bundle(name);
        List<Evidence> all = new ArrayList<>();
        SessionDocumentation session = Sessions.read(bundle);
        collect(session, all);
        assertTrue(all.size() > 40);
        for (Evidence evidence : all) {
            if (evidence.span() != null) {
                assertEquals(evidence.value(), inText(session, evidence, evidence.span()), evidence.toString());
            } else if (evidence.value() != null) {
                assertEquals(evidence.value(), evaluate(bundle, evidence), evidence.toString());
            }
        }
    }

    private static String inText(SessionDocumentation session, Evidence evidence, Span span) {
        return session.note().text().texts().stream()
                .map(NoteReading.Read::text)
                .filter(text -> text.resource().equals(evidence.resource())
                        && text.path().equals(evidence.path()))
                .findFirst()
                .map(text -> text.text().substring(span.from(), span.to()))
                .orElse("no text at " + evidence.path());
    }

    private static String evaluate(JsonNode bundle, Evidence evidence) {
        for (JsonNode entry : bundle.get("entry")) {
            if (entry.get("fullUrl").asText().equals(evidence.resource())) {
                IBaseResource resource =
                        R4.newJsonParser().parseResource(entry.get("resource").toString());
                Optional<IBase> found = R4.newFhirPath().evaluateFirst(resource, evidence.path(), IBase.class);
                return found.map(EvidenceTest::text).orElse("nothing at " + evidence.path());
            }
        }
        return "no resource " + evidence.resource();
    }

    private static String text(IBase value) {
        return value instanceof IPrimitiveType<?> primitive ? primitive.getValueAsString() : value.toString();
    }

    private static void collect(Object value, List<Evidence> all)
            throws IllegalAccessException, InvocationTargetException {
        if (value instanceof Evidence evidence) {
            all.add(evidence);
        } else if (value instanceof Collection<?> many) {
            for (Object one : many) {
                collect(one, all);
            }
        } else if (value instanceof Map<?, ?> map) {
            collect(map.values(), all);
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                Object part = component.getAccessor().invoke(value);
                if (part != null) {
                    collect(part, all);
                }
            }
        }
    }
}
