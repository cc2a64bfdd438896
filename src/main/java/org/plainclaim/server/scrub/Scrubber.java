package org.plainclaim.server.scrub;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plainclaim.fhir.scrub.OtherClaimsReader;
import org.plainclaim.rules.RuleLibrary;
import org.plainclaim.scrub.ClaimScrub;
import org.plainclaim.scrub.RecordFacts;
import org.plainclaim.scrub.ScrubContext;
import org.plainclaim.scrub.ScrubOutcome;
import org.plainclaim.server.operation.Derivations;
import org.plainclaim.server.signals.CopiedNotes;
import org.plainclaim.server.store.KeptResults;
import org.plainclaim.server.submission.GatheredClaim;
import org.plainclaim.submission.Submission;

/** Looks at gathered claims with the rules as of now, and with all that can be known around them. */
public final class Scrubber {
    private static final int DAY_LENGTH = 10;
    private static final int MOST = 500;

    private final Supplier<RuleLibrary> rules;
    private final StoredOthers others;
    private final StoredRecord records;
    private final KnownAround around;
    private final KeptResults<Looked> outcomes = new KeptResults<>(MOST);
    private volatile @Nullable Made made;

    /** A scrubber over the rules that the supplier has at the time of each claim. */
    public Scrubber(Supplier<RuleLibrary> rules, Records records, KnownAround around) {
        this.rules = rules;
        this.others = new StoredOthers(around.completeSince());
        this.records = new StoredRecord(records.derivations(), records.notes());
        this.around = around;
    }

    /**
     * Who knows what is documented.
     *
     * @param derivations what reads and reviews sessions
     * @param notes what compares notes
     */
    public record Records(Derivations derivations, CopiedNotes notes) {}

    private record Made(RuleLibrary library, ClaimScrub engine) {}

    /**
     * Looks at a stored claim.
     *
     * @param received the day on which the payer receives it
     * @param documentation true to read and review the sessions behind it
     */
    public ScrubOutcome stored(GatheredClaim gathered, LocalDate received, boolean documentation) {
        String reference = "Claim/" + gathered.claim().path("id").asText();
        RecordFacts record = documentation ? records.of(gathered) : null;
        ScrubContext context = ScrubContext.of(reference, received)
                .died(died(gathered))
                .with(around.coverage().apply(gathered))
                .authorized(around.authorizations().apply(gathered))
                .with(others.of(gathered, received))
                .with(record)
                .with(around.privacy().apply(gathered))
                .with(around.enrollment().apply(gathered));
        return looked(new Asked(engine(), gathered.submission(), context));
    }

    /** All that an outcome follows from. */
    private record Asked(ClaimScrub engine, Submission claim, ScrubContext context) {}

    private record Looked(Asked asked, ScrubOutcome outcome) {}

    /** The edits are pure: the same claim among the same facts, by the same rules, is looked at once. */
    private ScrubOutcome looked(Asked asked) {
        String name = asked.context().claim();
        Looked last = outcomes.get(name, List.of()).orElse(null);
        if (last == null || !last.asked().equals(asked)) {
            last = new Looked(asked, asked.engine().scrub(asked.claim(), asked.context()));
            outcomes.keep(name, List.of(), last);
        }
        return last.outcome();
    }

    /** Looks at a claim that was sent along; other Claims that came with it are other claims of the patient. */
    public ScrubOutcome sent(GatheredClaim gathered, LocalDate received) {
        List<JsonNode> sent = new ArrayList<>();
        for (JsonNode entry : gathered.bundle().path("entry")) {
            JsonNode resource = entry.path("resource");
            if (resource.path("resourceType").asText().equals("Claim") && !resource.equals(gathered.claim())) {
                sent.add(resource);
            }
        }
        OtherClaimsReader reader = new OtherClaimsReader(StoredOthers.resources(gathered.bundle()));
        return engine().scrub(
                        gathered.submission(),
                        ScrubContext.of("Claim", received).died(died(gathered)).with(reader.read(sent, null, null)));
    }

    /** Two may make it at once when the rules change; both make the same. */
    private ClaimScrub engine() {
        RuleLibrary now = rules.get();
        Made last = made;
        if (last == null || last.library() != now) {
            last = new Made(now, new ClaimScrub(now));
            made = last;
        }
        return Objects.requireNonNull(last).engine();
    }

    private static @Nullable LocalDate died(GatheredClaim gathered) {
        for (JsonNode entry : gathered.bundle().path("entry")) {
            JsonNode resource = entry.path("resource");
            if (resource.path("resourceType").asText().equals("Patient") && resource.has("deceasedDateTime")) {
                String text = resource.path("deceasedDateTime").asText();
                try {
                    return text.length() < DAY_LENGTH ? null : LocalDate.parse(text.substring(0, DAY_LENGTH));
                } catch (DateTimeParseException e) {
                    return null;
                }
            }
        }
        return null;
    }
}
