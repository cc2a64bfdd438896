package org.plainclaim.server.conformance;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry.SearchParamLookupContextEnum;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceOperationComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ConditionalDeleteStatus;
import org.hl7.fhir.r4.model.CapabilityStatement.ConditionalReadStatus;
import org.hl7.fhir.r4.model.CapabilityStatement.ReferenceHandlingPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ConceptMap;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.SearchParameter;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import org.hl7.fhir.r4.model.StructureDefinition.TypeDerivationRule;
import org.hl7.fhir.r4.model.ValueSet;
import org.plainclaim.server.access.Access;

/** Describes the end points: stored types with their search parameters, definitions, operations. */
public final class Capabilities {
    private static final List<TypeRestfulInteraction> STORED = List.of(
            TypeRestfulInteraction.READ,
            TypeRestfulInteraction.VREAD,
            TypeRestfulInteraction.UPDATE,
            TypeRestfulInteraction.PATCH,
            TypeRestfulInteraction.DELETE,
            TypeRestfulInteraction.HISTORYINSTANCE,
            TypeRestfulInteraction.HISTORYTYPE,
            TypeRestfulInteraction.CREATE,
            TypeRestfulInteraction.SEARCHTYPE);

    /** The operations on definitions, which FHIR itself defines. */
    private static final Map<String, List<String>> OF_FHIR = Map.of(
            "CodeSystem", List.of("validate-code", "lookup"),
            "ConceptMap", List.of("translate"),
            "Measure", List.of("evaluate-measure"),
            "ValueSet", List.of("validate-code", "expand"));

    private final Definitions definitions;
    private final ISearchParamRegistry parameters;
    private final List<String> storedTypes;
    private final Access access;

    public Capabilities(
            Definitions definitions, ISearchParamRegistry parameters, List<String> storedTypes, Access access) {
        this.access = access;
        this.definitions = definitions;
        this.parameters = parameters;
        this.storedTypes = List.copyOf(storedTypes);
    }

    /** The description of everything below the base. */
    public CapabilityStatementRestComponent describe() {
        CapabilityStatementRestComponent rest = new CapabilityStatementRestComponent();
        rest.setMode(RestfulCapabilityMode.SERVER);
        rest.getSecurity().setDescription(access.words());
        if (!access.isTriedOut()) {
            rest.getSecurity()
                    .addService()
                    .setText("OAuth2 with tokens by SMART App Launch 2.2")
                    .addCoding(new Coding(
                            "http://terminology.hl7.org/CodeSystem/restful-security-service", "SMART-on-FHIR", null));
        }
        storedTypes.stream().sorted().forEach(type -> rest.addResource(stored(type)));
        Stream.of(
                        CodeSystem.class,
                        ConceptMap.class,
                        Measure.class,
                        OperationDefinition.class,
                        SearchParameter.class,
                        StructureDefinition.class,
                        ValueSet.class)
                .forEach(kind -> rest.addResource(readOnly(kind.getSimpleName())));
        rest.addResource(auditEvents());
        rest.addInteraction().setCode(SystemRestfulInteraction.TRANSACTION);
        rest.addInteraction().setCode(SystemRestfulInteraction.BATCH);
        rest.addInteraction().setCode(SystemRestfulInteraction.HISTORYSYSTEM);
        rest.addOperation()
                .setName("export")
                .setDefinition("http://hl7.org/fhir/uv/bulkdata/OperationDefinition/export");
        operations().filter(OperationDefinition::getSystem).forEach(operation -> rest.addOperation(named(operation)));
        return rest;
    }

    private CapabilityStatementRestResourceComponent stored(String type) {
        CapabilityStatementRestResourceComponent resource = new CapabilityStatementRestResourceComponent();
        resource.setType(type).setProfile("http://hl7.org/fhir/StructureDefinition/" + type);
        profiles(type).forEach(resource::addSupportedProfile);
        STORED.forEach(interaction -> resource.addInteraction().setCode(interaction));
        resource.setVersioning(ResourceVersionPolicy.VERSIONED)
                .setReadHistory(true)
                .setUpdateCreate(true);
        resource.setConditionalCreate(true).setConditionalUpdate(true);
        resource.setConditionalRead(ConditionalReadStatus.FULLSUPPORT);
        resource.setConditionalDelete(ConditionalDeleteStatus.SINGLE);
        resource.addReferencePolicy(ReferenceHandlingPolicy.LITERAL);
        resource.addReferencePolicy(ReferenceHandlingPolicy.LOGICAL);
        active(type).forEach(parameter -> add(resource, parameter));
        references(type).forEach(name -> resource.addSearchInclude(type + ":" + name));
        storedTypes.stream().sorted().forEach(source -> addReverse(resource, source));
        resource.addOperation()
                .setName("validate")
                .setDefinition("http://hl7.org/fhir/OperationDefinition/Resource-validate");
        if (type.equals("Patient")) {
            resource.addOperation()
                    .setName("export")
                    .setDefinition("http://hl7.org/fhir/uv/bulkdata/OperationDefinition/patient-export");
            resource.addOperation()
                    .setName("everything")
                    .setDefinition("http://hl7.org/fhir/OperationDefinition/Patient-everything");
        }
        operations()
                .filter(operation -> operation.getResource().stream().anyMatch(code -> type.equals(code.getValue())))
                .forEach(operation -> resource.addOperation(named(operation)));
        return resource;
    }

    private static CapabilityStatementRestResourceComponent readOnly(String type) {
        CapabilityStatementRestResourceComponent resource = new CapabilityStatementRestResourceComponent();
        resource.setType(type).setProfile("http://hl7.org/fhir/StructureDefinition/" + type);
        resource.addInteraction().setCode(TypeRestfulInteraction.READ);
        resource.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
        resource.addSearchParam().setName("_id").setType(SearchParamType.TOKEN);
        resource.addSearchParam().setName("url").setType(SearchParamType.URI);
        resource.addSearchParam().setName("name").setType(SearchParamType.STRING);
        OF_FHIR.getOrDefault(type, List.of()).forEach(operation -> resource.addOperation()
                .setName(operation)
                .setDefinition("http://hl7.org/fhir/OperationDefinition/" + type + "-" + operation));
        return resource;
    }

    /** They are no resources of the store, and nobody writes them over HTTP. */
    private CapabilityStatementRestResourceComponent auditEvents() {
        CapabilityStatementRestResourceComponent resource = new CapabilityStatementRestResourceComponent();
        resource.setType("AuditEvent").setProfile("http://hl7.org/fhir/StructureDefinition/AuditEvent");
        profiles("AuditEvent").forEach(resource::addSupportedProfile);
        resource.addInteraction().setCode(TypeRestfulInteraction.READ);
        resource.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
        resource.addSearchParam().setName("_id").setType(SearchParamType.TOKEN);
        Stream.of("type", "subtype", "action", "altid")
                .forEach(name -> resource.addSearchParam().setName(name).setType(SearchParamType.TOKEN));
        Stream.of("patient", "agent", "entity")
                .forEach(name -> resource.addSearchParam().setName(name).setType(SearchParamType.REFERENCE));
        resource.addSearchParam().setName("date").setType(SearchParamType.DATE);
        return resource;
    }

    private Stream<String> profiles(String type) {
        return definitions.of(StructureDefinition.class).stream()
                .filter(profile -> profile.getKind() == StructureDefinitionKind.RESOURCE)
                .filter(profile -> profile.getDerivation() == TypeDerivationRule.CONSTRAINT)
                .filter(profile -> type.equals(profile.getType()))
                .map(StructureDefinition::getUrl);
    }

    private Stream<OperationDefinition> operations() {
        return definitions.of(OperationDefinition.class).stream();
    }

    private static CapabilityStatementRestResourceOperationComponent named(OperationDefinition operation) {
        return new CapabilityStatementRestResourceOperationComponent()
                .setName(operation.getCode())
                .setDefinition(operation.getUrl());
    }

    private Stream<RuntimeSearchParam> active(String type) {
        Collection<RuntimeSearchParam> all = parameters
                .getActiveSearchParams(type, SearchParamLookupContextEnum.SEARCH)
                .values();
        return all.stream().filter(this::works).sorted(Comparator.comparing(RuntimeSearchParam::getName));
    }

    /** HAPI can not search a composite of references, such as DocumentReference's relationship. */
    private boolean works(RuntimeSearchParam parameter) {
        if (parameter.getParamType() != RestSearchParameterTypeEnum.COMPOSITE) {
            return true;
        }
        return parameter.getComponents().stream()
                .map(part ->
                        parameters.getActiveSearchParamByUrl(part.getReference(), SearchParamLookupContextEnum.SEARCH))
                .noneMatch(part -> part == null || part.getParamType() == RestSearchParameterTypeEnum.REFERENCE);
    }

    private Stream<String> references(String type) {
        return active(type)
                .filter(parameter -> parameter.getParamType() == RestSearchParameterTypeEnum.REFERENCE)
                .map(RuntimeSearchParam::getName);
    }

    private void addReverse(CapabilityStatementRestResourceComponent resource, String source) {
        active(source)
                .filter(parameter -> parameter.getParamType() == RestSearchParameterTypeEnum.REFERENCE)
                .filter(parameter -> parameter.getTargets().isEmpty()
                        || parameter.getTargets().contains(resource.getType()))
                .forEach(parameter -> resource.addSearchRevInclude(source + ":" + parameter.getName()));
    }

    private static void add(CapabilityStatementRestResourceComponent resource, RuntimeSearchParam parameter) {
        var entry = resource.addSearchParam().setName(parameter.getName());
        entry.setType(SearchParamType.fromCode(parameter.getParamType().getCode()));
        if (parameter.getUri() != null) {
            entry.setDefinition(parameter.getUri());
        }
    }
}
