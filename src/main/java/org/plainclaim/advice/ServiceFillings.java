package org.plainclaim.advice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.plainclaim.documentation.Clinician;
import org.plainclaim.documentation.DocumentedService;
import org.plainclaim.documentation.DocumentedService.Participation;
import org.plainclaim.documentation.DocumentedService.ServiceContent;
import org.plainclaim.documentation.MedicalDecision;
import org.plainclaim.documentation.ServiceDetail;
import org.plainclaim.documentation.ServiceTime;
import org.plainclaim.explanation.Evidence;
import org.plainclaim.explanation.Fact;

/** What may be filled in of a service, by the word of the rule, or the column of the row, that asks for it. */
final class ServiceFillings {
    private static final List<String> LEVELS = List.of("straightforward", "low", "moderate", "high");

    private final Map<String, ServiceDetail> details;

    ServiceFillings(Map<String, ServiceDetail> details) {
        this.details = Map.copyOf(details);
    }

    /** The answers that there may be for every service that lacks the fact; empty if nothing may be filled in. */
    List<Filling> of(String word, String detail) {
        Predicate<DocumentedService> every = service -> true;
        return switch (word) {
            case "group-size" -> List.of(value("group-size", 6, every));
            case "decision" -> LEVELS.stream()
                    .map(level -> value("decision", level, every))
                    .toList();
            case "patient-status" -> List.of(
                    value("patient-status", "new", every), value("patient-status", "established", every));
            case "modality" -> List.of(
                    new Filling("its name", draft -> draft.services(every, ServiceFillings::modality)));
            case "detail" -> ofDetail(detail, every);
            default -> List.of();
        };
    }

    private List<Filling> ofDetail(String name, Predicate<DocumentedService> chosen) {
        ServiceDetail detail = details.get(name);
        if (detail == null) {
            return List.of();
        }
        return switch (detail.type()) {
            case "count" -> List.of(value(name, 1, chosen));
            case "date" -> List.of(new Filling(
                    "the day", draft -> draft.services(chosen, service -> detail(service, name, draft.day()))));
            default -> detail.values().stream()
                    .sorted()
                    .map(each -> value(name, each, chosen))
                    .toList();
        };
    }

    boolean isDetail(String column) {
        return details.containsKey(column);
    }

    /** True if the column of a service rule may be filled in. */
    boolean fits(String column) {
        return List.of("minutes", "patient", "group-size", "decision", "patient-status")
                        .contains(column)
                || details.containsKey(column);
    }

    /** A value of a column, for the services chosen. */
    Filling value(String column, Object value, Predicate<DocumentedService> chosen) {
        return new Filling(value.toString(), draft -> draft.services(chosen, change(column, value)));
    }

    private static UnaryOperator<DocumentedService> change(String column, Object value) {
        return switch (column) {
            case "minutes" -> service -> minutes(service, (Integer) value);
            case "patient" -> service -> service.with(new Participation(
                    Filled.fill(service.participation().patient(), value.toString()),
                    service.participation().groupSize()));
            case "group-size" -> service -> service.with(new Participation(
                    service.participation().patient(),
                    Filled.fill(service.participation().groupSize(), (Integer) value)));
            case "decision" -> service -> decision(service, value.toString());
            case "patient-status" -> service -> status(service, value.toString());
            default -> service -> detail(service, column, value);
        };
    }

    private static DocumentedService minutes(DocumentedService service, int minutes) {
        ServiceTime time = service.time();
        return time.minutes().known()
                ? service
                : service.with(new ServiceTime(time.start(), time.stop(), Filled.fill(time.minutes(), minutes)));
    }

    private static DocumentedService decision(DocumentedService service, String level) {
        ServiceContent content = service.content();
        MedicalDecision stated = content.decision();
        MedicalDecision decision = new MedicalDecision(
                Filled.fill(stated.problems(), level),
                Filled.fill(stated.data(), level),
                Filled.fill(stated.risk(), level));
        return content(
                service,
                new ServiceContent(
                        content.modalities(),
                        content.complexityFactors(),
                        decision,
                        content.patientStatus(),
                        content.details()));
    }

    private static DocumentedService status(DocumentedService service, String status) {
        ServiceContent content = service.content();
        return content(
                service,
                new ServiceContent(
                        content.modalities(),
                        content.complexityFactors(),
                        content.decision(),
                        Filled.fill(content.patientStatus(), status),
                        content.details()));
    }

    private static DocumentedService modality(DocumentedService service) {
        ServiceContent content = service.content();
        if (content.modalities().stream().anyMatch(Fact::known)) {
            return service;
        }
        List<Fact<String>> modalities = new ArrayList<>(content.modalities());
        modalities.add(Fact.of("other", new Evidence(service.reference(), "Procedure.extension", "other")));
        return content(
                service,
                new ServiceContent(
                        modalities,
                        content.complexityFactors(),
                        content.decision(),
                        content.patientStatus(),
                        content.details()));
    }

    private static DocumentedService detail(DocumentedService service, String name, Object value) {
        ServiceContent content = service.content();
        Fact<?> stated = content.details().get(name);
        if (stated != null && stated.known()) {
            return service;
        }
        Map<String, Fact<?>> details = new HashMap<>(content.details());
        details.put(name, Fact.of(value, new Evidence(service.reference(), "Procedure.extension", value.toString())));
        return content(
                service,
                new ServiceContent(
                        content.modalities(),
                        content.complexityFactors(),
                        content.decision(),
                        content.patientStatus(),
                        details));
    }

    private static DocumentedService content(DocumentedService service, ServiceContent content) {
        Clinician rendering = service.rendering();
        return service.with(rendering, content);
    }

    /** The value that a row's cell asks for: its first, or the lower end of its range. */
    static Object first(org.plainclaim.rules.Cell cell, boolean count) {
        if (cell.isRange()) {
            return cell.from();
        }
        String text = cell.text().split("\\|", -1)[0];
        return count ? Integer.valueOf(text) : text.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(text) : text;
    }
}
