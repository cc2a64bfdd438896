package org.plainclaim.server.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plainclaim.audit.Entry;
import org.plainclaim.audit.SealedEntry;
import org.plainclaim.confidentiality.Labels;
import org.plainclaim.fhir.audit.AuditEventWriter;
import org.plainclaim.fhir.audit.CanonicalJson;
import org.plainclaim.fhir.audit.ClaimReasons;
import org.plainclaim.fhir.audit.Packet;
import org.plainclaim.fhir.audit.PacketSection;
import org.plainclaim.server.answers.AnswerParts;
import org.plainclaim.server.submission.LoggedClaim;
import org.plainclaim.server.submission.LoggedInterchange;
import org.plainclaim.server.submission.SubmissionLog;

/** Gathers everything that there is about one claim. */
final class PacketGathering {
    private static final Pattern PROTECTED = Pattern.compile("\"PSYTHPN\"");
    private static final Set<String> NOTES = Set.of("Composition", "DocumentReference");

    private final Sources sources;
    private final String claim;
    private final String practice;
    private final Instant until;
    private final List<ObjectNode> versions;
    private final List<ObjectNode> provenances;
    private final List<PacketSection> sections = new ArrayList<>();
    private final List<JsonNode> resources = new ArrayList<>();

    /** Where the parts lie. */
    record Sources(StoredVersions versions, SubmissionLog submissions, AuditTable trail, AnswerParts answers) {}

    PacketGathering(Sources sources, String claim, String practice, Instant until) {
        this.until = until;
        this.sources = sources;
        this.claim = claim;
        this.practice = practice;
        this.versions = sources.versions().all(claim);
        this.provenances = sources.versions().referring("Provenance", "Provenance.target", claim);
    }

    /** Every version of the claim; none if there is no such claim. */
    List<ObjectNode> versions() {
        return versions;
    }

    String patient() {
        return versions.get(versions.size() - 1).at("/patient/reference").asText();
    }

    List<JsonNode> resources() {
        return resources;
    }

    /** The parts as people read them; the resources are known afterwards. */
    List<PacketSection> sections() {
        resources.addAll(versions);
        provenances.forEach(provenance -> resources.add(withoutProtected(provenance)));
        claims();
        notes();
        rules();
        submissions();
        answers();
        passages();
        trail();
        return sections;
    }

    private void section(String title, String words, List<String> columns, List<List<String>> rows) {
        sections.add(new PacketSection(title, rows.isEmpty() ? words + " There is nothing." : words, columns, rows));
    }

    private void claims() {
        List<List<String>> rows = new ArrayList<>();
        for (ObjectNode version : versions) {
            rows.add(List.of(
                    version.at("/meta/versionId").asText(),
                    version.at("/meta/lastUpdated").asText(),
                    version.path("status").asText(),
                    String.valueOf(version.path("item").size()),
                    String.join(" ", ClaimReasons.releases(version)),
                    CanonicalJson.sha256(version)));
        }
        section(
                "Versions of the claim",
                "Each version with the releases of the rules that it was derived with and the SHA-256 of its content.",
                List.of("version", "stored", "status", "lines", "release", "sha-256"),
                rows);
    }

    /** What the claim was derived from; texts of notes are not given, and protected notes are never among it. */
    private void notes() {
        Set<String> used = new TreeSet<>();
        provenances.forEach(provenance -> provenance
                .path("entity")
                .forEach(entity -> used.add(entity.at("/what/reference").asText())));
        List<List<String>> rows = new ArrayList<>();
        for (String reference : used) {
            ObjectNode stored = sources.versions().one(reference).orElse(null);
            if (!isProtected(reference, stored)) {
                String type = reference.replaceFirst("/.*", "");
                rows.add(List.of(
                        reference,
                        NOTES.contains(type) ? "note" : "record",
                        stored == null ? "not stored any more" : CanonicalJson.sha256(stored)));
            }
        }
        section(
                "What it was derived from",
                "Notes and records by reference, version and SHA-256 of their content; their texts are not part of a"
                        + " packet, and a psychotherapy note is never used.",
                List.of("reference", "kind", "sha-256"),
                rows);
    }

    /** Labels stand in the content if the sender wrote them, and beside it if the server did. */
    private boolean isProtected(String reference, @Nullable ObjectNode stored) {
        return sources.versions().labels(reference).contains(Labels.PSYCHOTHERAPY)
                || (stored != null && PROTECTED.matcher(stored.toString()).find());
    }

    /** A note that is kept apart by now is not named, though a claim was derived from it before. */
    private ObjectNode withoutProtected(ObjectNode provenance) {
        ObjectNode copy = provenance.deepCopy();
        Iterator<JsonNode> entities = copy.path("entity").elements();
        while (entities.hasNext()) {
            String reference = entities.next().at("/what/reference").asText();
            if (isProtected(reference, sources.versions().one(reference).orElse(null))) {
                entities.remove();
            }
        }
        return copy;
    }

    private void rules() {
        Set<List<String>> rows = new LinkedHashSet<>();
        versions.forEach(version -> rows.addAll(ClaimReasons.of(version)));
        section(
                "Rules and explanations",
                "Each rule that put something on a line, with its source, the time that it holds for and the release.",
                List.of("version", "line", "code", "rule", "result", "citation", "effective", "because", "release"),
                List.copyOf(rows));
    }

    private void submissions() {
        List<List<String>> rows = new ArrayList<>();
        for (LoggedClaim sent : sources.submissions().claimsOf(claim)) {
            LoggedInterchange interchange =
                    sources.submissions().interchangeOf(sent).orElse(null);
            rows.add(List.of(
                    sent.number(),
                    String.valueOf(sent.version()),
                    sent.payer(),
                    sent.frequency().code(),
                    sent.state().name(),
                    sent.created().toString(),
                    sent.payerNumber(),
                    interchange == null ? "" : interchange.kind() + " " + interchange.control(),
                    interchange == null || interchange.sent() == null ? "" : String.valueOf(interchange.sent()),
                    interchange == null
                            ? ""
                            : CanonicalJson.sha256(sources.submissions().content(interchange))));
        }
        section(
                "Submissions",
                "What was sent to payers, with the control number (ISA13) and the SHA-256 of the interchange.",
                List.of(
                        "number",
                        "version",
                        "payer",
                        "frequency",
                        "state",
                        "submitted",
                        "payer's number",
                        "interchange",
                        "sent",
                        "sha-256"),
                rows);
    }

    private void answers() {
        List<List<String>> rows = new ArrayList<>();
        for (ObjectNode answer : sources.versions().referring("ClaimResponse", "ClaimResponse.request", claim)) {
            String reference = "ClaimResponse/" + answer.path("id").asText();
            for (ObjectNode version : sources.versions().all(reference)) {
                resources.add(version);
                rows.add(List.of(
                        reference + "/_history/" + version.at("/meta/versionId").asText(),
                        version.path("created").asText(),
                        version.path("outcome").asText(),
                        version.path("disposition").asText(),
                        version.at("/payment/amount/value").asText()));
            }
        }
        section(
                "Answers",
                "What came back: acknowledgments (999), claim status (277CA) and remittances (835), as ClaimResponse.",
                List.of("answer", "created", "outcome", "disposition", "paid"),
                rows);
    }

    /** The files' own words; what they say of other claims is not part of it. */
    private void passages() {
        List<List<String>> rows = new ArrayList<>();
        for (LoggedClaim sent : sources.submissions().claimsOf(claim)) {
            List<LoggedInterchange> interchanges =
                    sources.submissions().interchangeOf(sent).stream().toList();
            for (AnswerParts.Part part : sources.answers().about(sent, interchanges, sent.created(), until)) {
                rows.add(List.of(
                        sent.number(),
                        part.passage().kind(),
                        part.received().toString(),
                        part.passage().text(),
                        part.digest()));
                resources.add(Packet.binary(
                        "answer-" + rows.size(),
                        "application/edi-x12",
                        part.passage().text()));
            }
        }
        section(
                "Answers as they came",
                "What the files of the payer (TA1, 999, 277CA, 277, 835) say of the claim, cut out of them, with the"
                        + " SHA-256 of each whole file.",
                List.of("number", "kind", "received", "text", "sha-256"),
                rows);
    }

    private void trail() {
        Set<String> subjects = new TreeSet<>(Set.of(claim));
        versions.forEach(version -> version.path("item").forEach(item -> item.path("encounter")
                .forEach(encounter -> subjects.add(encounter.path("reference").asText()))));
        sources.versions()
                .referring("ClaimResponse", "ClaimResponse.request", claim)
                .forEach(answer ->
                        subjects.add("ClaimResponse/" + answer.path("id").asText()));
        Map<String, SealedEntry> found = new LinkedHashMap<>();
        for (String subject : subjects) {
            sources.trail()
                    .find("practice = ? and focus = ? order by at, chain, sequence", List.of(practice, subject))
                    .forEach(place -> found.put(place.hash(), place));
        }
        List<List<String>> rows = new ArrayList<>();
        for (SealedEntry place : found.values()) {
            Entry entry = place.entry();
            resources.add(AuditEventWriter.write(place));
            rows.add(List.of(
                    entry.time().toString(),
                    entry.agent().subject(),
                    entry.interaction().word() + (entry.name().isEmpty() ? "" : " " + entry.name()),
                    entry.focus(),
                    entry.status() == 0 ? "" : String.valueOf(entry.status()),
                    String.valueOf(entry.details()),
                    place.chain() + " " + place.sequence()));
        }
        section(
                "Who did what",
                "The audit trail of the claim, its sessions and its answers, with the place of each entry in the"
                        + " chains.",
                List.of("time", "who", "what", "about", "status", "details", "place"),
                rows);
    }
}
