package org.plainclaim.fhir;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.plainclaim.documentation.ServiceDetail;
import org.plainclaim.explanation.Fact;

/** Reads the further facts of a service: extension {@code service-detail} with a name and a value. */
final class DetailReader {
    private static final String EXTENSION = Systems.EXTENSION + "service-detail";
    private static final String RULE = "service-detail-unknown";

    private final Reading reading;
    private final DetailNames names;

    DetailReader(Reading reading, DetailNames names) {
        this.reading = reading;
        this.names = names;
    }

    /** Those of the service; of the encounter, those that the service does not have. */
    Map<String, Fact<?>> read(Element service, Element encounter) {
        Map<String, Fact<?>> details = new HashMap<>();
        add(service, details);
        if (!service.resource().equals(encounter.resource())) {
            add(encounter, details);
        }
        return details;
    }

    private void add(Element element, Map<String, Fact<?>> details) {
        for (Element extension : element.extensions(EXTENSION)) {
            Element name = extension.extension("name").choice("value", "Code");
            Optional<ServiceDetail> detail = names.named(name.textOr(""));
            if (detail.isEmpty()) {
                reading.fail(RULE, name.evidence());
                continue;
            }
            Fact<?> fact = value(extension.extension("value"), detail.get());
            if (!fact.known()) {
                reading.fail(RULE, fact.evidence());
            }
            details.putIfAbsent(detail.get().name(), fact);
        }
    }

    private static Fact<?> value(Element value, ServiceDetail detail) {
        return switch (detail.type()) {
            case "count" -> value.choice("value", "Integer").fact(DetailReader::count);
            case "date" -> value.choice("value", "Date").fact(Moment::day);
            case "text" -> value.choice("value", "String")
                    .fact(text -> Optional.of(text.strip()).filter(said -> !said.isEmpty()));
            case "flag" -> value.choice("value", "Boolean").fact(DetailReader::yesOrNo);
            default -> value.choice("value", "Code")
                    .fact(code -> detail.values().contains(code) ? Optional.of(code) : Optional.empty());
        };
    }

    private static Optional<Integer> count(String text) {
        return text.matches("[0-9]{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<String> yesOrNo(String text) {
        return switch (text) {
            case "true" -> Optional.of("yes");
            case "false" -> Optional.of("no");
            default -> Optional.empty();
        };
    }
}
