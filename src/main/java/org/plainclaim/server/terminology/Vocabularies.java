package org.plainclaim.server.terminology;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.ValueSet;
import org.jspecify.annotations.Nullable;
import org.plainclaim.codes.CodeEdition;
import org.plainclaim.codes.CodeMap;
import org.plainclaim.codes.CodeRelease;
import org.plainclaim.codes.CodeStore;
import org.plainclaim.codes.DatedCode;
import org.plainclaim.codes.DatedCodeSystem;
import org.plainclaim.codes.EffectivePeriod;
import org.plainclaim.server.Version;
import org.plainclaim.server.conformance.Definitions;

/** The vocabulary of the moment: made anew when another code store is in force, and never else. */
public final class Vocabularies {
    private static final String OURS = "https://plainclaim.org/fhir/";
    private static final EffectivePeriod ALWAYS = new EffectivePeriod(null, null);

    private final Supplier<CodeStore> stores;
    private final List<DatedCodeSystem> own;
    private final List<NamedSet> sets;
    private final List<CodeMap> maps;
    private final AtomicReference<@Nullable Vocabulary> made = new AtomicReference<>();

    /**
     * Over what ships and what is loaded.
     *
     * @param stores the code store in force whenever it is asked
     */
    public Vocabularies(Supplier<CodeStore> stores, Definitions definitions, List<CodeMap> maps) {
        this.stores = stores;
        this.maps = List.copyOf(maps);
        this.own = definitions.of(CodeSystem.class).stream()
                .filter(CodeSystem::hasConcept)
                .map(Vocabularies::dated)
                .toList();
        this.sets = definitions.of(ValueSet.class).stream().map(NamedSet::of).toList();
    }

    Vocabulary current() {
        CodeStore store = stores.get();
        Vocabulary last = made.get();
        if (last != null && last.isOf(store)) {
            return last;
        }
        List<DatedCodeSystem> named = named(store);
        Vocabulary next = new Vocabulary(store, new Vocabulary.Shipped(own, named, sets, maps));
        made.set(next);
        return next;
    }

    /** The names that only a concept map has, as code systems of our own. */
    private List<DatedCodeSystem> named(CodeStore store) {
        return maps.stream()
                .filter(map -> map.sourceUri().startsWith(OURS)
                        && store.system(map.source()).isEmpty())
                .map(map -> map.sources(
                        new CodeRelease(map.source(), Version.current(), ALWAYS, map.title(), null),
                        "Sources of " + map.title()))
                .toList();
    }

    private static DatedCodeSystem dated(CodeSystem system) {
        String id = system.getIdElement().getIdPart();
        CodeRelease release = new CodeRelease(id, system.getVersion(), ALWAYS, "Plainclaim", null);
        List<DatedCode> codes = new ArrayList<>();
        add(system.getConcept(), codes);
        return new DatedCodeSystem(id, system.getUrl(), system.getTitle(), List.of(CodeEdition.of(release, codes)));
    }

    private static void add(List<ConceptDefinitionComponent> concepts, List<DatedCode> codes) {
        for (ConceptDefinitionComponent concept : concepts) {
            codes.add(new DatedCode(concept.getCode(), concept.getDisplay(), true, ALWAYS, "Plainclaim", null));
            add(concept.getConcept(), codes);
        }
    }
}
