package org.plainclaim.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The JSON shape of the elements that are read; everything else is left alone. */
final class Shapes {
    /** Type, then its elements as {@code name:type}; a star means that it repeats, so JSON has an array. */
    private static final String TABLE =
            """
            Encounter status:code class:Coding type:CodeableConcept* subject:Reference participant:Participant* period:Period \
            length:Quantity reasonReference:Reference* diagnosis:EncounterDiagnosis* location:EncounterLocation* \
            serviceProvider:Reference episodeOfCare:Reference* identifier:Identifier* contained:Contained* extension:Extension*
            Participant type:CodeableConcept* individual:Reference period:Period extension:Extension*
            EncounterDiagnosis condition:Reference rank:number extension:Extension*
            EncounterLocation location:Reference status:code extension:Extension*
            Procedure status:code code:CodeableConcept subject:Reference encounter:Reference performedPeriod:Period \
            performedDateTime:date performer:Performer* identifier:Identifier* contained:Contained* extension:Extension*
            Performer actor:Reference function:CodeableConcept extension:Extension*
            Condition code:CodeableConcept verificationStatus:CodeableConcept subject:Reference encounter:Reference \
            identifier:Identifier* contained:Contained*
            Composition status:code subject:Reference encounter:Reference date:date author:Reference* attester:Attester* \
            section:Section* relatesTo:CompositionRelation* identifier:Identifier contained:Contained* meta:Meta type:CodeableConcept \
            category:CodeableConcept* title:string
            CompositionRelation code:code targetReference:Reference targetIdentifier:Identifier
            Attester mode:code time:date party:Reference
            Section code:CodeableConcept text:Narrative entry:Reference* section:Section*
            Narrative div:string
            DocumentReference status:code docStatus:code subject:Reference author:Reference* authenticator:Reference \
            date:date context:DocumentContext identifier:Identifier* contained:Contained* meta:Meta type:CodeableConcept \
            category:CodeableConcept* securityLabel:CodeableConcept* description:string content:DocumentContent* \
            relatesTo:DocumentRelation*
            DocumentRelation code:code target:Reference
            DocumentContent attachment:Attachment
            Attachment contentType:code data:string url:string title:string
            Binary contentType:code data:string meta:Meta
            Meta security:Coding*
            DocumentContext encounter:Reference*
            CarePlan status:code subject:Reference period:Period addresses:Reference* goal:Reference* activity:Activity* \
            identifier:Identifier* contained:Contained* extension:Extension*
            Activity detail:ActivityDetail
            ActivityDetail status:code code:CodeableConcept scheduledTiming:Timing
            Timing repeat:Repeat
            Repeat boundsPeriod:Period frequency:number frequencyMax:number period:number periodUnit:code
            Goal lifecycleStatus:code description:CodeableConcept subject:Reference target:Target* identifier:Identifier*
            Target measure:CodeableConcept detailString:string detailCodeableConcept:CodeableConcept dueDate:date
            Consent status:code category:CodeableConcept* patient:Reference dateTime:date provision:Provision \
            identifier:Identifier* contained:Contained*
            Provision type:code period:Period
            Coverage status:code type:CodeableConcept subscriberId:string beneficiary:Reference subscriber:Reference \
            policyHolder:Reference period:Period payor:Reference* order:number class:CoverageClass* identifier:Identifier* contained:Contained*
            CoverageClass type:CodeableConcept value:string
            Claim status:code use:code patient:Reference provider:Reference billablePeriod:Period careTeam:CareTeam* \
            item:Item* supportingInfo:SupportingInfo* identifier:Identifier* contained:Contained*
            CareTeam sequence:number provider:Reference role:CodeableConcept qualification:CodeableConcept
            Item careTeamSequence:number* productOrService:CodeableConcept servicedDate:date servicedPeriod:Period \
            quantity:Quantity encounter:Reference*
            SupportingInfo valueReference:Reference
            Patient birthDate:date identifier:Identifier* link:PatientLink* contained:Contained*
            PatientLink other:Reference
            Practitioner identifier:Identifier* qualification:Qualification*
            Qualification code:CodeableConcept
            PractitionerRole practitioner:Reference organization:Reference code:CodeableConcept* \
            specialty:CodeableConcept* active:boolean identifier:Identifier* contained:Contained*
            Organization identifier:Identifier* type:CodeableConcept*
            Location type:CodeableConcept* identifier:Identifier* extension:Extension*
            RelatedPerson patient:Reference identifier:Identifier*
            Observation status:code code:CodeableConcept subject:Reference encounter:Reference effectiveDateTime:date \
            effectiveInstant:date valueInteger:number valueQuantity:Quantity component:ObservationComponent* identifier:Identifier*
            ObservationComponent code:CodeableConcept valueInteger:number valueQuantity:Quantity valueCodeableConcept:CodeableConcept
            QuestionnaireResponse status:code questionnaire:string subject:Reference encounter:Reference authored:date \
            item:ResponseItem* identifier:Identifier contained:Contained*
            ResponseItem linkId:string item:ResponseItem* answer:ResponseAnswer*
            ResponseAnswer valueInteger:number valueDecimal:number valueCoding:Coding item:ResponseItem*
            Questionnaire code:Coding* item:QuestionnaireItem*
            QuestionnaireItem linkId:string code:Coding* item:QuestionnaireItem*
            ServiceRequest subject:Reference identifier:Identifier*
            CodeableConcept coding:Coding* text:string extension:Extension*
            Coding system:string code:string display:string extension:Extension*
            Identifier system:string value:string
            Period start:date end:date
            Quantity value:number unit:string system:string code:string
            Reference reference:string identifier:Identifier type:string
            Signature when:date sigFormat:code
            Extension url:string valueCode:string valueCodeableConcept:CodeableConcept valueDate:date \
            valueReference:Reference valuePositiveInt:number valueInteger:number valueDecimal:number valueBoolean:boolean valueDuration:Quantity valueSignature:Signature extension:Extension*
            """;

    private static final Map<String, Type> TYPES = read();

    /** What is checked of a type; filled once, when the table is read. */
    private record Type(String name, List<Child> children) {}

    /** What a JSON value has to be. */
    private enum Kind {
        RESOURCE,
        COMPLEX,
        NUMBER,
        BOOLEAN,
        DATE,
        TEXT
    }

    private record Child(String name, String typeName, @Nullable Type type, Kind kind, boolean repeats) {}

    /** A place in a resource, put into words only where something is wrong with it. */
    private record Place(@Nullable Place in, String name, int index) {
        static Place of(String type) {
            return new Place(null, type, -1);
        }

        Place child(String child) {
            return new Place(this, child, -1);
        }

        Place repetition(int number) {
            return new Place(in, name, number);
        }

        String path() {
            return (in == null ? "" : in.path() + ".") + name + (index < 0 ? "" : "[" + index + "]");
        }
    }

    private final List<InputProblem> problems = new ArrayList<>(0);

    /** Everything about the shape of a resource that is not as FHIR says. */
    static List<InputProblem> check(Resource resource) {
        Shapes shapes = new Shapes();
        shapes.object(TYPES.get(resource.type()), Place.of(resource.root().path()), resource.json());
        return shapes.problems;
    }

    private static Map<String, Type> read() {
        Map<String, Type> types = new HashMap<>();
        List<String[]> lines =
                TABLE.lines().map(line -> line.trim().split("\\s+")).toList();
        lines.forEach(words -> types.put(words[0], new Type(words[0], new ArrayList<>())));
        for (String[] words : lines) {
            List<Child> children = Objects.requireNonNull(types.get(words[0])).children();
            for (int i = 1; i < words.length; i++) {
                String[] parts = words[i].replace("*", "").split(":", 2);
                children.add(
                        new Child(parts[0], parts[1], types.get(parts[1]), kind(parts[1]), words[i].endsWith("*")));
            }
        }
        return types;
    }

    private static Kind kind(String type) {
        return switch (type) {
            case "Contained" -> Kind.RESOURCE;
            case "number" -> Kind.NUMBER;
            case "boolean" -> Kind.BOOLEAN;
            case "date" -> Kind.DATE;
            default -> Character.isUpperCase(type.charAt(0)) ? Kind.COMPLEX : Kind.TEXT;
        };
    }

    private void object(@Nullable Type type, Place place, JsonNode json) {
        if (type == null) {
            return;
        }
        for (Child child : type.children()) {
            JsonNode value = json.get(child.name());
            if (value != null) {
                element(child, place.child(child.name()), value);
            }
        }
    }

    private void element(Child child, Place place, JsonNode value) {
        if (!child.repeats()) {
            single(child, place, value);
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                single(child, place.repetition(i), value.get(i));
            }
        } else {
            problem("structure", place, "must be a JSON array", "Put the value into an array.");
        }
    }

    private void single(Child child, Place place, JsonNode value) {
        if (child.kind() == Kind.RESOURCE) {
            object(TYPES.get(value.path("resourceType").asText()), place, value);
        } else if (child.kind() == Kind.COMPLEX) {
            complex(child, place, value);
        } else {
            primitive(child, place, value);
        }
    }

    private void complex(Child child, Place place, JsonNode value) {
        if (value.isObject()) {
            object(child.type(), place, value);
        } else {
            String type = child.typeName();
            problem("structure", place, "must be a JSON object (" + type + ")", "Send it as a FHIR R4 " + type + ".");
        }
    }

    private void primitive(Child child, Place place, JsonNode value) {
        boolean right =
                switch (child.kind()) {
                    case NUMBER -> value.isNumber();
                    case BOOLEAN -> value.isBoolean();
                    default -> value.isTextual();
                };
        if (!right) {
            String type = child.typeName();
            String wanted = type.equals("date") || type.equals("code") ? "string" : type;
            problem("structure", place, "must be a JSON " + wanted, "Send it as a FHIR R4 " + type + ".");
        } else if (child.kind() == Kind.DATE && Moment.parse(value.textValue()).isEmpty()) {
            problem(
                    "value",
                    place,
                    "is not a date or time",
                    "Send it as in 2026-03-03 or 2026-03-03T10:00:00-05:00, with the offset.");
        }
    }

    private void problem(String code, Place place, String what, String fix) {
        String path = place.path();
        problems.add(new InputProblem(code.toLowerCase(Locale.ROOT), path, path + " " + what + ".", fix));
    }
}
