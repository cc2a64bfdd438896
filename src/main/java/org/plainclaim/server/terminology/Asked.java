package org.plainclaim.server.terminology;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of a call, wherever they stood. */
final class Asked {
    private static final Set<String> REPEATED = Set.of("property", "exclude-system", "designation");

    private final Map<String, String> texts = new HashMap<>();
    private final List<String> properties = new ArrayList<>();
    private final List<Coded> codings = new ArrayList<>();
    private final Set<String> allowed;

    private Asked(Set<String> allowed) {
        this.allowed = allowed;
    }

    /** The parameters of a URL; those of FHIR itself, such as {@code _format}, are not ours. */
    static Asked ofUrl(Map<String, String[]> parameters, Set<String> allowed) throws Refused {
        Asked asked = new Asked(allowed);
        for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
            if (!parameter.getKey().startsWith("_")) {
                for (String value : parameter.getValue()) {
                    asked.put(parameter.getKey(), value);
                }
            }
        }
        return asked;
    }

    /** The parameters of a URL and of a body. */
    static Asked ofBody(Map<String, String[]> url, JsonNode body, Set<String> allowed) throws Refused {
        Asked asked = ofUrl(url, allowed);
        if (!body.path("resourceType").asText().equals("Parameters")) {
            throw Refused.malformed("The body is not a Parameters resource; " + asked.expected());
        }
        for (JsonNode parameter : body.path("parameter")) {
            asked.put(parameter);
        }
        return asked;
    }

    /** A parameter, or null. */
    @Nullable
    String text(String name) {
        return texts.get(name);
    }

    /** The properties that are wanted; none means all. */
    List<String> properties() {
        return properties;
    }

    /** The codes asked about, at least one. */
    List<Coded> codes(@Nullable String system) throws Refused {
        List<Coded> codes = new ArrayList<>(codings);
        String code = text("code");
        if (code != null) {
            codes.add(new Coded(system, text("version"), code, text("display")));
        }
        if (codes.isEmpty()) {
            throw Refused.malformed("No code is asked about; send code with its system, or coding.");
        }
        if (code != null && codes.size() > 1) {
            throw Refused.malformed("Send either code, coding or codeableConcept.");
        }
        return codes;
    }

    /** The date of service, or the day itself. */
    LocalDate date(LocalDate today) throws Refused {
        String text = text("date");
        if (text == null) {
            return today;
        }
        try {
            // a date of service is a day; of an instant, the day as it is written
            boolean instant = text.length() > 10 && text.charAt(10) == 'T';
            return LocalDate.parse(instant ? text.substring(0, 10) : text);
        } catch (DateTimeParseException e) {
            throw Refused.malformed("date must be one day, such as 2026-03-01.");
        }
    }

    boolean flag(String name) throws Refused {
        String text = text(name);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw Refused.malformed(name + " must be true or false.");
        }
        return "true".equals(text);
    }

    /** A whole number from 0 on, or null. */
    @Nullable
    Integer number(String name) throws Refused {
        String text = text(name);
        if (text != null && !text.matches("[0-9]{1,9}")) {
            throw Refused.malformed(name + " must be a whole number from 0 on.");
        }
        return text == null ? null : Integer.valueOf(text);
    }

    private void put(JsonNode parameter) throws Refused {
        String name = parameter.path("name").asText();
        if (parameter.has("resource")) {
            throw Refused.unanswerable(
                    "not-supported",
                    "'" + name + "' can not be sent along; name it by url, and GET its type to see what is here.");
        }
        if (parameter.has("valueCoding")) {
            refuseUnknown(name);
            codings.add(Coded.of(parameter.path("valueCoding")));
        } else if (parameter.has("valueCodeableConcept")) {
            refuseUnknown(name);
            for (JsonNode coding : parameter.path("valueCodeableConcept").path("coding")) {
                codings.add(Coded.of(coding));
            }
        } else {
            put(name, primitive(parameter));
        }
    }

    private static String primitive(JsonNode parameter) {
        for (Map.Entry<String, JsonNode> field : parameter.properties()) {
            if (field.getKey().startsWith("value") && field.getValue().isValueNode()) {
                return field.getValue().asText();
            }
        }
        return "";
    }

    private void put(String name, String value) throws Refused {
        refuseUnknown(name);
        if (name.equals("coding") || name.equals("codeableConcept")) {
            throw Refused.malformed(name + " has parts; send it in the body of a POST, or send system and code.");
        }
        if (value.isEmpty()) {
            throw Refused.malformed(name + " has no value.");
        }
        if (REPEATED.contains(name)) {
            properties.add(value);
        } else if (texts.put(name, value) != null) {
            throw Refused.malformed(name + " must be there only once.");
        }
    }

    private void refuseUnknown(String name) throws Refused {
        if (!allowed.contains(name)) {
            throw Refused.malformed("'" + name + "' is no parameter that is known here; " + expected());
        }
    }

    private String expected() {
        return "send " + String.join(", ", allowed.stream().sorted().toList()) + ".";
    }
}
