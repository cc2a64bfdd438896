package org.plainclaim.server.terminology;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.CodeSystem.PropertyType;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.ConceptMap.ConceptMapGroupComponent;
import org.hl7.fhir.r4.model.ConceptMap.SourceElementComponent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.ConceptMapEquivalence;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.CodeMap;
import org.plainclaim.codes.CodeMapping;
import org.plainclaim.codes.CodeRelease;
import org.plainclaim.codes.DatedCode;
import org.plainclaim.codes.DatedCodeSystem;

/** The code systems and concept maps at hand as FHIR resources, as they are today. */
public final class Descriptions {
    /** A larger system is described without its codes; $expand and $lookup tell of them. */
    private static final int MOST_CONCEPTS = 5_000;

    private final Vocabularies vocabularies;
    private final Clock clock;
    private final AtomicReference<@Nullable Made> made = new AtomicReference<>();

    private record Made(Vocabulary of, LocalDate on, List<CodeSystem> systems, List<ConceptMap> maps) {}

    public Descriptions(Vocabularies vocabularies, Clock clock) {
        this.vocabularies = vocabularies;
        this.clock = clock;
    }

    /** The code systems that have no definition of their own. */
    public List<CodeSystem> codeSystems() {
        return current().systems();
    }

    /** Every concept map, with the rows that hold today. */
    public List<ConceptMap> conceptMaps() {
        return current().maps();
    }

    private Made current() {
        Vocabulary vocabulary = vocabularies.current();
        LocalDate today = LocalDate.now(clock);
        Made last = made.get();
        if (last != null && last.of() == vocabulary && last.on().equals(today)) {
            return last;
        }
        Made next = new Made(
                vocabulary,
                today,
                vocabulary.described().stream().map(system -> of(system, today)).toList(),
                vocabulary.maps().stream().map(map -> of(map, today)).toList());
        made.set(next);
        return next;
    }

    private static CodeSystem of(DatedCodeSystem system, LocalDate today) {
        CodeRelease release = system.edition(today).release();
        List<DatedCode> codes = system.codes(today).toList();
        boolean small = codes.size() <= MOST_CONCEPTS;
        CodeSystem resource = new CodeSystem();
        resource.setId(system.id());
        resource.setUrl(system.uri()).setVersion(release.name()).setName(name(system.id()));
        resource.setTitle(system.label()).setStatus(PublicationStatus.ACTIVE).setExperimental(false);
        resource.setDescription("The codes at hand that are in use on " + today + ", a part of the official system;"
                + " the release " + release.name() + " speaks of dates of service from "
                + release.covers().from()
                + " to " + release.covers().to() + ". Source: " + release.source() + ". Labels are our own.");
        resource.setCaseSensitive(true);
        resource.setContent(small ? CodeSystemContentMode.FRAGMENT : CodeSystemContentMode.NOTPRESENT);
        resource.setCount(codes.size());
        resource.addProperty().setCode("leaf").setType(PropertyType.BOOLEAN).setDescription("May stand on a claim");
        resource.addProperty().setCode("effective-from").setType(PropertyType.DATETIME);
        resource.addProperty().setCode("effective-to").setType(PropertyType.DATETIME);
        if (release.verifiedOn() != null) {
            resource.setDate(date(release.verifiedOn()));
        }
        if (small) {
            codes.forEach(code -> add(code, resource));
        }
        return resource;
    }

    private static void add(DatedCode code, CodeSystem resource) {
        var concept = resource.addConcept().setCode(code.code()).setDisplay(code.label());
        concept.addProperty().setCode("leaf").setValue(new BooleanType(code.leaf()));
        if (code.period().from() != null) {
            concept.addProperty()
                    .setCode("effective-from")
                    .setValue(new DateTimeType(code.period().from().toString()));
        }
        if (code.period().to() != null) {
            concept.addProperty()
                    .setCode("effective-to")
                    .setValue(new DateTimeType(code.period().to().toString()));
        }
    }

    private static ConceptMap of(CodeMap map, LocalDate today) {
        ConceptMap resource = new ConceptMap();
        resource.setId(map.id());
        resource.setUrl(Translate.BASE + map.id()).setName(name(map.id())).setTitle(map.title());
        resource.setStatus(PublicationStatus.ACTIVE).setExperimental(false);
        resource.setDescription("The rows that hold on " + today + "; $translate takes a date of service.");
        ConceptMapGroupComponent group =
                resource.addGroup().setSource(map.sourceUri()).setTarget(map.targetUri());
        Map<CodeMapping.Named, SourceElementComponent> elements = new LinkedHashMap<>();
        for (CodeMapping row : map.rows()) {
            if (row.period().contains(today)) {
                elements.computeIfAbsent(row.source(), source -> group.addElement()
                                .setCode(source.code())
                                .setDisplay(source.label()))
                        .addTarget()
                        .setCode(row.target().code())
                        .setDisplay(row.target().label())
                        .setEquivalence(
                                ConceptMapEquivalence.fromCode(row.equivalence().code()));
            }
        }
        return resource;
    }

    /** An id as a name for programs. */
    private static String name(String id) {
        return Arrays.stream(id.split("-"))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
    }

    private static Date date(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
