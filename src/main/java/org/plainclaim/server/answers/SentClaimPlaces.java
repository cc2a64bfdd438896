package org.plainclaim.server.answers;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.plainclaim.x12.Said;
import org.plainclaim.x12.SegmentFeed;
import org.plainclaim.x12.acknowledgment.SegmentError;

/** Which claims of one transaction of a file that we wrote stand where. */
final class SentClaimPlaces {
    /** IK304: a segment that has to be there is missing. */
    private static final String MISSING = "3";

    private final Set<String> all = new TreeSet<>();
    private final Map<Long, Place> places = new HashMap<>();

    private SentClaimPlaces() {}

    /**
     * A segment.
     *
     * @param segment its name
     * @param claims the claim that it is part of, or those below the level (HL) that it is part of; none above all levels
     */
    private record Place(String segment, Set<String> claims) {}

    /**
     * Reads a file of ours.
     *
     * @param transaction control number of the transaction (ST02)
     * @param wanted positions in it that matter; ST is 1
     */
    static SentClaimPlaces of(InputStream file, String transaction, Set<Long> wanted) throws IOException {
        SentClaimPlaces places = new SentClaimPlaces();
        SegmentFeed.read(file, places.new Reading(transaction, wanted));
        return places;
    }

    /** Positions that tell which claims an error is about: a missing segment is between two that are there. */
    static Set<Long> around(SegmentError error) {
        return error.code().equals(MISSING) ? Set.of(error.position() - 1, error.position()) : Set.of(error.position());
    }

    /** The claims of the transaction. */
    Set<String> all() {
        return all;
    }

    /** The claims that an error is about; none if that can not be said, as when another segment stands there. */
    Set<String> of(SegmentError error) {
        Set<String> claims = null;
        for (long position : around(error)) {
            Place place = places.get(position);
            boolean said = place != null
                    && (error.code().equals(MISSING) || place.segment().equals(error.segment()));
            if (place == null || !said || (claims != null && !claims.equals(place.claims()))) {
                return Set.of();
            }
            claims = place.claims();
        }
        return claims == null ? Set.of() : claims;
    }

    /** A level of the hierarchy that is open: what is in it before its first claim is about all of its claims. */
    private record Level(int depth, Set<String> claims) {}

    private final class Reading implements SegmentFeed.Sink {
        private final String transaction;
        private final Set<Long> wanted;
        private final Deque<Level> levels = new ArrayDeque<>();
        private Set<String> current = Set.of();
        private long at;
        private boolean inside;

        Reading(String transaction, Set<Long> wanted) {
            this.transaction = transaction;
            this.wanted = wanted;
        }

        @Override
        public void accept(String id, Said.Source segment, long position) {
            switch (id) {
                case "ST" -> {
                    inside = segment.text(2, 1).equals(transaction);
                    at = 0;
                    levels.clear();
                    current = Set.of();
                }
                case "HL" -> level(segment.text(3, 1));
                case "CLM" -> claim(segment.text(1, 1));
                case "SE" -> current = Set.of();
                default -> {
                    // belongs to what it stands in
                }
            }
            at++;
            if (inside && wanted.contains(at)) {
                places.put(at, new Place(id, current));
            }
        }

        /** Billing provider (20), subscriber (22), patient (23). */
        private void level(String code) {
            int depth = code.matches("[0-9]{1,4}") ? Integer.parseInt(code) : 0;
            while (!levels.isEmpty() && levels.peek().depth() >= depth) {
                levels.pop();
            }
            current = new TreeSet<>();
            levels.push(new Level(depth, current));
        }

        private void claim(String id) {
            current = Set.of(id);
            if (inside) {
                all.add(id);
                levels.forEach(level -> level.claims().add(id));
            }
        }

        @Override
        public void envelopeFault(long position, String message) {
            // our own file is whole
        }

        @Override
        public void finish(long position) {
            // all claims were seen
        }
    }
}
