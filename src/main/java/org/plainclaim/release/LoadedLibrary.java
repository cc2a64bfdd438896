package org.plainclaim.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.plainclaim.codes.CodeEdition;
import org.plainclaim.codes.CodeRelease;
import org.plainclaim.codes.CodeStore;
import org.plainclaim.codes.DatedCode;
import org.plainclaim.codes.DatedCodeSystem;
import org.plainclaim.codes.Edition;
import org.plainclaim.codes.NationalEdits;
import org.plainclaim.codes.ProcedurePairs;
import org.plainclaim.codes.UnitLimits;
import org.plainclaim.release.Manifest.InForce;
import org.plainclaim.rules.Release;
import org.plainclaim.rules.RuleLibrary;

/** Puts loaded editions over what ships; an edition that was read once is not read again. */
final class LoadedLibrary {
    private final RuleLibrary shipped;
    private Map<LoadedRelease, Object> read = new HashMap<>();

    LoadedLibrary(RuleLibrary shipped) {
        this.shipped = shipped;
    }

    RuleLibrary of(Manifest manifest, ReleaseFolder folder) throws IOException {
        if (manifest.loads().isEmpty()) {
            read = new HashMap<>();
            return shipped;
        }
        Map<LoadedRelease, Object> used = new HashMap<>();
        for (ReleaseKind kind : ReleaseKind.values()) {
            for (InForce one : manifest.inForce(kind)) {
                Object known = read.get(one.release());
                used.put(one.release(), known == null ? ready(folder, one.release()) : known);
            }
        }
        read = used;
        return shipped.with(new CodeStore(systems(manifest), edits(manifest)), release(manifest));
    }

    private static Object ready(ReleaseFolder folder, LoadedRelease release) throws IOException {
        EditionContent content = EditionContent.read(folder, release);
        if (content instanceof CodesContent codes) {
            String source = source(release);
            return codes.codes().stream()
                    .map(code -> new DatedCode(code.code(), code.label(), code.leaf(), code.period(), source, null))
                    .collect(Collectors.groupingBy(DatedCode::code));
        }
        return content instanceof UnitsContent units ? units.compact() : ((PairsContent) content).pairs();
    }

    private static String source(LoadedRelease release) {
        return release.kind().label() + ", " + release.name() + " (" + release.file() + ")";
    }

    private static CodeRelease named(InForce one) {
        LoadedRelease release = one.release();
        String system = release.kind().hasCodes()
                ? release.kind().system()
                : release.kind().id();
        return new CodeRelease(system, release.name(), one.covers(), source(release), release.loadedOn());
    }

    private Map<String, DatedCodeSystem> systems(Manifest manifest) {
        Map<String, DatedCodeSystem> systems =
                new LinkedHashMap<>(shipped.codes().systems());
        for (ReleaseKind kind : ReleaseKind.values()) {
            List<CodeEdition> loaded = kind.hasCodes() ? codeEditions(manifest, kind) : List.of();
            if (!loaded.isEmpty()) {
                DatedCodeSystem known = systems.get(kind.system());
                List<CodeEdition> editions = new ArrayList<>(known == null ? List.of() : known.editions());
                editions.addAll(loaded);
                systems.put(
                        kind.system(),
                        known == null
                                ? new DatedCodeSystem(kind.system(), kind.uri(), kind.label(), editions)
                                : new DatedCodeSystem(known.id(), known.uri(), known.label(), editions));
            }
        }
        return systems;
    }

    @SuppressWarnings("unchecked")
    private List<CodeEdition> codeEditions(Manifest manifest, ReleaseKind kind) {
        List<CodeEdition> editions = new ArrayList<>();
        for (InForce one : manifest.inForce(kind)) {
            var codes = (Map<String, List<DatedCode>>) read.get(one.release());
            editions.add(new CodeEdition(named(one), Objects.requireNonNull(codes)));
        }
        return editions;
    }

    private NationalEdits edits(Manifest manifest) {
        return new NationalEdits(
                editions(manifest, ReleaseKind.NCCI_PAIRS, ProcedurePairs.class),
                editions(manifest, ReleaseKind.NCCI_UNITS, UnitLimits.class));
    }

    private <T> List<Edition<T>> editions(Manifest manifest, ReleaseKind kind, Class<T> type) {
        return manifest.inForce(kind).stream()
                .map(one -> new Edition<>(named(one), Objects.requireNonNull(type.cast(read.get(one.release())))))
                .toList();
    }

    /** Covers the loaded releases too, so that the same digest gives the same answers. */
    private Release release(Manifest manifest) {
        String both = shipped.release().digest() + "\n" + manifest.digest();
        byte[] digest = Sha256.digest().digest(both.getBytes(StandardCharsets.UTF_8));
        return new Release(shipped.release().version(), HexFormat.of().formatHex(digest));
    }
}
