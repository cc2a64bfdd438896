package org.plainclaim.server.bulk;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;
import org.plainclaim.server.store.StoredTypes;

/**
 * The parameters of a kick-off.
 *
 * @param since nothing that was stored before; the epoch if not said
 * @param types the types that were named; none for all
 * @param patients ids of the patients that were named; none for all
 */
record ExportQuestion(Instant since, List<String> types, List<String> patients) {
    private static final Set<String> FORMATS =
            Set.of("application/fhir+ndjson", "application/ndjson", "ndjson", "application/fhir ndjson");
    private static final int MOST_PATIENTS = 500;

    ExportQuestion {
        types = List.copyOf(types);
        patients = List.copyOf(patients);
    }

    /**
     * Reads the parameters of the address and of the body.
     *
     * @throws InvalidRequestException if one is not known here, or has no such value
     */
    static ExportQuestion of(Map<String, String[]> query, @Nullable Parameters body, boolean ofPatients) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        query.forEach((name, values) ->
                given.computeIfAbsent(name, any -> new ArrayList<>()).addAll(Arrays.asList(values)));
        if (body != null) {
            for (ParametersParameterComponent one : body.getParameter()) {
                given.computeIfAbsent(one.getName(), any -> new ArrayList<>()).add(text(one));
            }
        }
        given.remove("_format");
        given.remove("_pretty");
        for (String name : given.keySet()) {
            if (!Set.of("_since", "_type", "_outputFormat").contains(name) && !(ofPatients && name.equals("patient"))) {
                throw new InvalidRequestException("$export here takes _since, _type and _outputFormat"
                        + (ofPatients ? " and patient" : "") + ", but not '" + name + "'; leave it out.");
            }
        }
        for (String format : given.getOrDefault("_outputFormat", List.of())) {
            if (!FORMATS.contains(format)) {
                throw new InvalidRequestException(
                        "_outputFormat '" + format + "' is not written here; ask for application/fhir+ndjson.");
            }
        }
        return new ExportQuestion(
                since(given.getOrDefault("_since", List.of())),
                types(given.getOrDefault("_type", List.of())),
                patients(given.getOrDefault("patient", List.of())));
    }

    private static String text(ParametersParameterComponent one) {
        return one.getValue() instanceof Reference reference
                ? reference.getReference()
                : one.getValue() == null ? "" : one.getValue().primitiveValue();
    }

    private static Instant since(List<String> given) {
        if (given.isEmpty()) {
            return Instant.EPOCH;
        }
        try {
            return new InstantType(given.get(0).replace(' ', '+')).getValue().toInstant();
        } catch (RuntimeException e) {
            if (e instanceof DateTimeException || e instanceof IllegalArgumentException || isParse(e)) {
                throw new InvalidRequestException("_since '" + given.get(0)
                        + "' is no instant; send it as in 2026-03-03T10:00:00Z, with + written as %2B.");
            }
            throw e;
        }
    }

    private static boolean isParse(RuntimeException e) {
        return e instanceof ca.uhn.fhir.parser.DataFormatException;
    }

    private static List<String> types(List<String> given) {
        List<String> types = given.stream()
                .flatMap(one -> Arrays.stream(one.split(",", -1)))
                .map(String::strip)
                .distinct()
                .toList();
        for (String type : types) {
            if (!StoredTypes.offeredNames().contains(type)) {
                throw new InvalidRequestException("_type '" + type + "' is not stored here; leave it out.");
            }
        }
        return types;
    }

    private static List<String> patients(List<String> given) {
        List<String> ids = new ArrayList<>();
        for (String one : given) {
            if (!one.matches("(?:.*/)?Patient/[A-Za-z0-9.\\-]{1,64}")) {
                throw new InvalidRequestException("patient has to be a reference as in Patient/7.");
            }
            ids.add(one.substring(one.lastIndexOf('/') + 1));
        }
        if (ids.size() > MOST_PATIENTS) {
            throw new InvalidRequestException("Name " + MOST_PATIENTS + " patients at most, or none for all.");
        }
        return ids;
    }
}
