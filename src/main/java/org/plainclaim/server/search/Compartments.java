package org.plainclaim.server.search;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.IdType;

/** Which references put a resource into a compartment, by R4's compartment definitions. */
public final class Compartments {
    private static final Set<String> KINDS = Set.of("Patient", "Encounter", "RelatedPerson", "Practitioner");

    private final FhirContext fhir;

    public Compartments(FhirContext fhir) {
        this.fhir = fhir;
    }

    /**
     * The criterion "is in this compartment" for a search of the type.
     *
     * @param owner the resource that the compartment belongs to, such as {@code Patient/4}
     */
    CompartmentParam in(String owner, String type) {
        IdType id = new IdType(owner);
        if (!id.hasResourceType() || !id.hasIdPart() || !KINDS.contains(id.getResourceType())) {
            throw new InvalidRequestException("'" + owner + "' has no compartment; name one of "
                    + KINDS.stream().sorted().toList() + " with its id, such as Patient/4.");
        }
        List<RuntimeSearchParam> members = fhir.getResourceDefinition(type).getSearchParams().stream()
                .filter(parameter -> parameter.getParamType() == RestSearchParameterTypeEnum.REFERENCE)
                .filter(parameter -> parameter.getProvidesMembershipInCompartments() != null
                        && parameter.getProvidesMembershipInCompartments().contains(id.getResourceType()))
                .toList();
        if (members.isEmpty()) {
            throw new InvalidRequestException(type + " is not in the compartment of a " + id.getResourceType()
                    + "; search it by its own parameters.");
        }
        List<String> paths = members.stream()
                .flatMap(parameter -> parameter.getPathsSplit().stream())
                .map(String::strip)
                .filter(path -> path.startsWith(type + "."))
                .distinct()
                .toList();
        return new CompartmentParam(
                id.toUnqualifiedVersionless().getValue(), members.get(0).getName(), paths);
    }
}
