package org.plainclaim.x12.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plainclaim.x12.SegmentOutput;
import org.plainclaim.x12.SegmentText;

/** The levels of one transaction: claims of one billing provider, below it of one subscriber, below it of one patient. */
final class Hierarchy {
    /** The guide allows so many claims below one subscriber or patient. */
    private static final int CLAIMS = 100;

    private final Map<String, Level> billing = new LinkedHashMap<>();
    private int last;

    /** What stands at one level, without its HL. */
    private static final class Level {
        private final SegmentText text;
        private final Map<String, Level> below = new LinkedHashMap<>();
        private final List<SegmentText> claims = new ArrayList<>(1);

        private Level(SegmentText text) {
            this.text = text;
        }
    }

    void add(ClaimText claim) {
        Level subscriber = in(in(billing, claim.billing()).below, claim.subscriber());
        SegmentText patient = claim.patient();
        Level level = patient == null ? subscriber : in(subscriber.below, patient);
        level.claims.add(claim.claim());
    }

    private static Level in(Map<String, Level> levels, SegmentText text) {
        return levels.computeIfAbsent(text.text(), key -> new Level(text));
    }

    void write(SegmentOutput out) {
        last = 0;
        for (Level provider : billing.values()) {
            int number = level(out, provider, 0, "20", true);
            provider.below.values().forEach(subscriber -> subscriber(out, subscriber, number));
        }
    }

    /** A claim is either below the subscriber or below a patient: whether it is the same person stands in SBR02. */
    private void subscriber(SegmentOutput out, Level subscriber, int parent) {
        if (subscriber.below.isEmpty()) {
            claims(out, subscriber, parent, "22");
            return;
        }
        int number = level(out, subscriber, parent, "22", true);
        subscriber.below.values().forEach(patient -> claims(out, patient, number, "23"));
    }

    private void claims(SegmentOutput out, Level level, int parent, String code) {
        for (int from = 0; from < level.claims.size(); from += CLAIMS) {
            level(out, level, parent, code, false);
            level.claims
                    .subList(from, Math.min(level.claims.size(), from + CLAIMS))
                    .forEach(out::segments);
        }
    }

    private int level(SegmentOutput out, Level level, int parent, String code, boolean children) {
        SegmentText line = new SegmentText();
        last++;
        line.segment(
                "HL", Integer.toString(last), parent == 0 ? "" : Integer.toString(parent), code, children ? "1" : "0");
        out.segments(line);
        out.segments(level.text);
        return last;
    }
}
