package org.plainclaim.server.training;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.plainclaim.training.Answer;
import org.plainclaim.training.AnswerLine;

/** What was sent to an operation of training: names with plain values, in the address or as Parameters. */
final class TrainingInput {
    private static final Set<String> OF_HTTP = Set.of("_format", "_pretty");
    private static final int LONGEST = 200;
    private static final int MOST = 60;

    private final Map<String, List<String>> sent = new HashMap<>();
    private final Set<String> once;
    private final Set<String> often;

    private TrainingInput(Set<String> once, Set<String> often) {
        this.once = once;
        this.often = often;
    }

    /** Reads a request that may have some parameters once, and others more often. */
    static TrainingInput of(ServletRequestDetails request, FhirContext fhir, Set<String> once, Set<String> often) {
        TrainingInput input = new TrainingInput(once, often);
        request.getParameters().forEach((name, values) -> {
            for (String value : values) {
                if (!OF_HTTP.contains(name)) {
                    input.put(name, value);
                }
            }
        });
        byte[] body = request.loadRequestContents();
        if (body != null && body.length > 0) {
            parameters(request, body, fhir)
                    .getParameter()
                    .forEach(one -> input.put(
                            one.getName(),
                            one.getValue() instanceof PrimitiveType<?> value ? value.getValueAsString() : ""));
        }
        return input;
    }

    private static Parameters parameters(ServletRequestDetails request, byte[] body, FhirContext fhir) {
        EncodingEnum encoding = EncodingEnum.forContentType(request.getHeader("Content-Type"));
        var parser = encoding == EncodingEnum.XML ? fhir.newXmlParser() : fhir.newJsonParser();
        try {
            if (parser.parseResource(new String(body, StandardCharsets.UTF_8)) instanceof Parameters parameters) {
                return parameters;
            }
        } catch (DataFormatException malformed) {
            throw new InvalidRequestException("The body is not FHIR R4; send a Parameters resource.", malformed);
        }
        throw new InvalidRequestException("The body is not a Parameters resource; send one.");
    }

    private void put(String name, String value) {
        List<String> values = sent.computeIfAbsent(String.valueOf(name), key -> new ArrayList<>());
        boolean known = (once.contains(name) && values.isEmpty()) || (often.contains(name) && values.size() < MOST);
        if (!known || value.isBlank() || value.length() > LONGEST) {
            throw new InvalidRequestException("The operation takes each of " + names(once) + " once at most"
                    + (often.isEmpty() ? "" : " and each of " + names(often) + " up to " + MOST + " times")
                    + ", with a value of at most " + LONGEST + " characters.");
        }
        values.add(value.strip());
    }

    private static String names(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }

    Optional<String> one(String name) {
        return all(name).stream().findFirst();
    }

    /** The value of a parameter that has to be there. */
    String needed(String name) {
        return one(name).orElseThrow(() -> new InvalidRequestException("The parameter " + name + " is missing."));
    }

    private List<String> all(String name) {
        return sent.getOrDefault(name, List.of());
    }

    boolean yes(String name) {
        String text = one(name).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw new InvalidRequestException(name + " must be true or false.");
        }
        return text.equals("true");
    }

    /** The level that is asked for; 0 for all. */
    int level() {
        String text = one("level").orElse("0");
        if (!text.matches("[0-3]")) {
            throw new InvalidRequestException("level must be 1, 2 or 3; leave it out for all.");
        }
        return Integer.parseInt(text);
    }

    /** The answer of a learner. */
    Answer answer() {
        List<AnswerLine> lines = new ArrayList<>();
        for (String text : all("line")) {
            lines.add(AnswerLine.parse(text)
                    .orElseThrow(() -> new InvalidRequestException(
                            "The parameter line " + (lines.size() + 1) + " is not a line. " + AnswerLine.FORM)));
        }
        return new Answer(yes("held"), lines, all("diagnosis"), new HashSet<>(all("gap")));
    }
}
