package org.plainclaim.server.search;

import java.util.List;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.fhirpath.FHIRPathUtilityClasses.FunctionDetails;
import org.hl7.fhir.r4.fhirpath.IHostApplicationServices;
import org.hl7.fhir.r4.fhirpath.TypeDetails;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ResourceFactory;
import org.hl7.fhir.r4.model.ResourceType;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.utilities.fhirpath.FHIRPathConstantEvaluationMode;
import org.jspecify.annotations.Nullable;

/** Resolves a reference to an empty resource of its type, which is all that {@code resolve() is Patient} asks for. */
final class ReferenceStubs implements IHostApplicationServices {
    @Override
    public @Nullable Base resolveReference(FHIRPathEngine engine, Object context, String url, Base from) {
        String type = new IdType(url).getResourceType();
        boolean known = type != null
                && List.of(ResourceType.values()).stream()
                        .anyMatch(name -> name.name().equals(type));
        return known ? stub(type) : null;
    }

    @Override
    public List<Base> resolveConstant(
            FHIRPathEngine engine, Object context, String name, FHIRPathConstantEvaluationMode mode) {
        return List.of();
    }

    @Override
    public @Nullable TypeDetails resolveConstantType(
            FHIRPathEngine engine, Object context, String name, FHIRPathConstantEvaluationMode mode) {
        return null;
    }

    @Override
    public boolean log(String argument, List<Base> focus) {
        return false;
    }

    @Override
    public @Nullable FunctionDetails resolveFunction(FHIRPathEngine engine, String name) {
        return null;
    }

    @Override
    public @Nullable TypeDetails checkFunction(
            FHIRPathEngine engine, Object context, String name, TypeDetails focus, List<TypeDetails> parameters) {
        return null;
    }

    @Override
    public List<Base> executeFunction(
            FHIRPathEngine engine, Object context, List<Base> focus, String name, List<List<Base>> parameters) {
        return List.of();
    }

    @Override
    public boolean conformsToProfile(FHIRPathEngine engine, Object context, Base item, String url) {
        return false;
    }

    @Override
    public @Nullable ValueSet resolveValueSet(FHIRPathEngine engine, Object context, String url) {
        return null;
    }

    @Override
    public boolean paramIsType(String name, int index) {
        return false;
    }

    private static Resource stub(String type) {
        return ResourceFactory.createResource(type);
    }
}
