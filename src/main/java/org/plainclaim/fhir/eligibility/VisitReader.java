package org.plainclaim.fhir.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plainclaim.eligibility.AskedService;
import org.plainclaim.eligibility.Visit;
import org.plainclaim.fhir.Element;
import org.plainclaim.fhir.Systems;
import org.plainclaim.submission.Procedure;

/** Reads what service a request is about. */
final class VisitReader {
    private static final BigDecimal MOST_UNITS = BigDecimal.valueOf(9_999);

    private final Element request;
    private final LocalDate from;
    private final LocalDate to;

    VisitReader(Element request, LocalDate from, LocalDate to) {
        this.request = request;
        this.from = from;
        this.to = to;
    }

    Visit visit(ServiceTypes types) {
        return new Visit(
                from,
                to,
                types.speaking(categories()),
                procedures().stream().findFirst().orElse(null),
                units(),
                place(),
                Visit.Papers.NONE);
    }

    List<AskedService> services(ServiceTypes types) {
        List<AskedService> services = new ArrayList<>();
        types.asked(categories()).forEach(type -> services.add(AskedService.of(type)));
        procedures().forEach(procedure -> services.add(new AskedService("", procedure, place())));
        return services;
    }

    private List<String> categories() {
        return List.copyOf(new LinkedHashSet<>(request.each("item").stream()
                .flatMap(item -> codes(item.child("category"), EligibilitySystems.SERVICE_TYPE))
                .toList()));
    }

    private List<Procedure> procedures() {
        return request.each("item").stream()
                .flatMap(item -> Stream.ofNullable(procedure(item)))
                .toList();
    }

    private static @Nullable Procedure procedure(Element item) {
        String code = item.child("productOrService").each("coding").stream()
                .filter(coding -> Systems.procedureCodes(coding.child("system").textOr("")))
                .map(coding -> coding.child("code").textOr(""))
                .filter(found -> found.matches("[A-Z0-9]{5}"))
                .findFirst()
                .orElse("");
        if (code.isEmpty()) {
            return null;
        }
        List<String> modifiers = item.each("modifier").stream()
                .flatMap(modifier -> modifier.each("coding").stream())
                .map(coding -> coding.child("code").textOr(""))
                .filter(modifier -> modifier.matches("[A-Z0-9]{2}"))
                .limit(4)
                .toList();
        return new Procedure("HC", code, modifiers);
    }

    private static Stream<String> codes(Element concept, String system) {
        return concept.each("coding").stream()
                .filter(coding -> coding.child("system").is(system))
                .map(coding -> coding.child("code").textOr(""))
                .filter(code -> code.matches("[A-Z0-9]{1,2}"));
    }

    private BigDecimal units() {
        return request.each("item").stream()
                .map(item -> item.child("quantity").child("value").json())
                .filter(value -> value.isNumber())
                .map(value -> value.decimalValue())
                .filter(units -> units.signum() > 0 && units.compareTo(MOST_UNITS) <= 0)
                .findFirst()
                .orElse(BigDecimal.ONE);
    }

    /** A place of service that the facility of an item is identified by, such as 10 for the patient's home. */
    private String place() {
        return request.each("item").stream()
                .map(item -> item.child("facility").child("identifier"))
                .filter(identifier -> identifier.child("system").is(Systems.PLACE_OF_SERVICE))
                .map(identifier -> identifier.child("value").textOr(""))
                .filter(code -> code.matches("[0-9]{2}"))
                .findFirst()
                .orElse("");
    }
}
