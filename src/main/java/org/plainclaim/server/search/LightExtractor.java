package org.plainclaim.server.search;

import ca.uhn.fhir.jpa.searchparam.extractor.SearchParamExtractorR4;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hl7.fhir.instance.model.api.IBase;
import org.hl7.fhir.r4.fhirpath.ExpressionNode;
import org.hl7.fhir.r4.fhirpath.FHIRPathEngine;
import org.hl7.fhir.r4.hapi.ctx.HapiWorkerContext;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Timing;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.Systems;

/** Evaluates the paths of search parameters as HAPI does, with type names instead of full definitions. */
public final class LightExtractor extends SearchParamExtractorR4 {
    private final Map<String, ExpressionNode> parsed = new ConcurrentHashMap<>();
    private @Nullable FHIRPathEngine engine;

    @Override
    public void initFhirPath() {
        FHIRPathEngine made = new FHIRPathEngine(new HapiWorkerContext(getContext(), new TypeNames(getContext())));
        made.setHostServices(new ReferenceStubs());
        engine = made;
    }

    @Override
    public IValueExtractor getPathValueExtractor(IBase resource, String path) {
        if (isKeptApart(resource)) {
            return List::of;
        }
        return () -> {
            FHIRPathEngine ready = engine;
            if (ready == null) {
                throw new IllegalStateException("used before it was started");
            }
            Base base = (Base) resource;
            List<Base> values = ready.evaluate(
                    base, base, base, base, parsed.computeIfAbsent(path, p -> ready.parse(corrected(p))));
            return values.stream().map(LightExtractor::withoutEmptyDates).toList();
        };
    }

    /** Of a psychotherapy note nothing is kept to be found by, not even what it refers to: no search ever leads to it. */
    private static boolean isKeptApart(IBase resource) {
        return resource instanceof Resource stored
                && stored.getMeta().getSecurity().stream()
                        .anyMatch(label ->
                                "PSYTHPN".equals(label.getCode()) && Systems.ACT_CODE.equals(label.getSystem()));
    }

    /** A bound that is only an extension has no date, which HAPI does not expect. */
    private static Base withoutEmptyDates(Base value) {
        if (!(value instanceof Timing timing) || !timing.getRepeat().hasBoundsPeriod()) {
            return value;
        }
        Timing copy = timing.copy();
        Period bounds = copy.getRepeat().getBoundsPeriod();
        if (!bounds.getStartElement().hasValue()) {
            bounds.setStartElement(null);
        }
        if (!bounds.getEndElement().hasValue()) {
            bounds.setEndElement(null);
        }
        return copy;
    }

    /** R4 writes a type in one of its own parameters, Observation's code-value-date, as no type is written. */
    private static String corrected(String path) {
        return path.replace("as(DateTime)", "as(dateTime)");
    }
}
