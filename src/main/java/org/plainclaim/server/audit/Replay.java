package org.plainclaim.server.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plainclaim.claim.ClaimDerivation;
import org.plainclaim.claim.ClaimOutcome;
import org.plainclaim.claim.HistoryWindow;
import org.plainclaim.documentation.PatientHistory;
import org.plainclaim.fhir.BadInput;
import org.plainclaim.fhir.ClaimWriter;
import org.plainclaim.fhir.DocumentationReader.ReadSession;
import org.plainclaim.fhir.HistoryDocument;
import org.plainclaim.fhir.HistoryReader.Around;
import org.plainclaim.fhir.Nodes;
import org.plainclaim.fhir.ReadingOptions;
import org.plainclaim.fhir.audit.CanonicalJson;
import org.plainclaim.fhir.audit.ClaimReasons;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.server.audit.ReplayedSession.Sources;
import org.plainclaim.server.operation.Knowledge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Derives a version of a claim again, from the versions and with the rules that were recorded, and compares. */
public final class Replay {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

    private final StoredVersions versions;
    private final List<Knowledge> known;
    private final @Nullable ZoneId zone;

    /**
     * A replay.
     *
     * @param known the rules that are at hand, each with its loads
     * @param zone time zone of the practice, for sessions that state their times only in UTC; null if none is set
     */
    public Replay(StoredVersions versions, List<Knowledge> known, @Nullable ZoneId zone) {
        this.versions = versions;
        this.known = List.copyOf(known);
        this.zone = zone;
    }

    /** What a replay came to. */
    public enum Verdict {
        SAME,
        DIFFERENT,
        NOT_CHECKED
    }

    /**
     * What a replay of one version came to.
     *
     * @param version reference of the version
     * @param verdict whether the same claim came out
     * @param words why, in one sentence
     */
    public record Result(String version, Verdict verdict, String words) {}

    /** Replays every version of a claim; none if there is no such claim. */
    public List<Result> all(String claim) {
        List<Result> results = new ArrayList<>();
        List<ObjectNode> provenances = versions.referring("Provenance", "Provenance.target", claim);
        for (ObjectNode version : versions.all(claim)) {
            String reference =
                    claim + "/_history/" + version.at("/meta/versionId").asText();
            results.add(replay(reference, version, provenances));
        }
        return results;
    }

    private Result replay(String reference, ObjectNode claim, List<ObjectNode> provenances) {
        Set<String> releases = ClaimReasons.releases(claim);
        Optional<ObjectNode> provenance = provenances.stream()
                .filter(one -> one.at("/target/0/reference").asText().equals(reference))
                .findFirst();
        if (provenance.isEmpty() || releases.size() != 1) {
            return notChecked(reference, "it was not derived here, but stored by somebody");
        }
        String release = releases.iterator().next();
        Optional<Then> then = then(release);
        if (then.isEmpty()) {
            return notChecked(
                    reference,
                    "it was derived with release " + release + ", and no rule book at hand is or was that one;"
                            + " name the rules of that time with --rules, or replay it with the program of that time");
        }
        Sources sources = ReplayedSession.of(versions, provenance.get(), encounter(claim));
        if (!sources.missing().isEmpty()) {
            return notChecked(reference, "these versions are not stored any more: " + sources.missing());
        }
        try {
            return compare(reference, claim, derive(then.get(), claim, new Recorded(provenance.get(), sources)));
        } catch (BadInput e) {
            return new Result(reference, Verdict.DIFFERENT, "the recorded versions are no session any more");
        }
    }

    /** The rules of a release. */
    private record Then(Knowledge knowledge, RuleLibrary rules) {}

    /** What a version was derived from. */
    private record Recorded(JsonNode provenance, Sources sources) {}

    private Optional<Then> then(String release) {
        for (Knowledge knowledge : known) {
            try {
                Optional<RuleLibrary> rules = knowledge.live().ofRelease(release);
                if (rules.isPresent()) {
                    return Optional.of(new Then(knowledge, rules.get()));
                }
            } catch (IOException gone) {
                LOG.warn(
                        "Releases that were loaded once can not be read any more: {}",
                        gone.getClass().getName());
            }
        }
        return Optional.empty();
    }

    private ClaimOutcome derive(Then then, JsonNode claim, Recorded recorded) throws BadInput {
        Sources sources = recorded.sources();
        String coverage = claim.at("/insurance/0/coverage/reference").asText();
        Instant moment =
                Instant.parse(recorded.provenance().path("recorded").asText().replace("+00:00", "Z"));
        ReadSession read = then.knowledge()
                .reader()
                .readWithSources(
                        sources.session(), new ReadingOptions(coverage.isEmpty() ? null : coverage, zone, moment));
        ClaimDerivation engine = new ClaimDerivation(then.rules());
        Optional<HistoryWindow> window = engine.historyOf(read.session());
        PatientHistory history = PatientHistory.UNKNOWN;
        if (window.isPresent()) {
            history = then.knowledge()
                    .reader()
                    .history()
                    .read(
                            new HistoryDocument(
                                    sources.others(),
                                    window.get().from(),
                                    window.get().to()),
                            new Around(read.session(), sources.session(), zone));
        }
        return engine.derive(read.session(), history);
    }

    private static Result compare(String reference, JsonNode claim, ClaimOutcome outcome) {
        List<ObjectNode> again = ClaimWriter.claims(
                outcome, LocalDate.parse(claim.path("created").asText()));
        String lines = CanonicalJson.sha256(lines(claim));
        for (ObjectNode one : again) {
            if (derivation(one).equals(derivation(claim))
                    && CanonicalJson.sha256(lines(one)).equals(lines)) {
                return new Result(reference, Verdict.SAME, "the same rules and versions give the same claim");
            }
        }
        boolean sameLines =
                again.stream().anyMatch(one -> CanonicalJson.sha256(lines(one)).equals(lines));
        return new Result(
                reference,
                Verdict.DIFFERENT,
                sameLines
                        ? "the lines are the same, but what they were derived from is not"
                        : "other lines come out of the same rules and versions");
    }

    /** What was derived; the rest of a Claim may be added to by others. */
    private static JsonNode lines(JsonNode claim) {
        ObjectNode lines = Nodes.object();
        lines.set("item", claim.path("item"));
        lines.set("diagnosis", claim.path("diagnosis"));
        return lines;
    }

    private static String derivation(JsonNode claim) {
        for (JsonNode identifier : claim.path("identifier")) {
            if (identifier.path("system").asText().equals(ClaimWriter.DERIVATION)) {
                return identifier.path("value").asText();
            }
        }
        return "";
    }

    private static String encounter(JsonNode claim) {
        return claim.at("/item/0/encounter/0/reference").asText();
    }

    private static Result notChecked(String reference, String why) {
        return new Result(reference, Verdict.NOT_CHECKED, why);
    }
}
