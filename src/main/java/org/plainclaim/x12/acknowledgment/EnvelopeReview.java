package org.plainclaim.x12.acknowledgment;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plainclaim.x12.Said;
import org.plainclaim.x12.SegmentFeed;

/** Goes through the segments of a file and keeps what has to be said about its interchanges and groups. */
final class EnvelopeReview implements SegmentFeed.Sink {
    private static final int MOST_PARTS = 100_000;

    private final ContentReview content;
    private final List<InterchangeReview> interchanges = new ArrayList<>();
    private @Nullable InterchangeReview open;
    private long segments;
    private long parts;
    private boolean stray;

    EnvelopeReview(ContentReview content) {
        this.content = content;
    }

    @Override
    public void accept(String id, Said.Source segment, long position) {
        segments = position;
        InterchangeReview current = open;
        if (id.equals("ISA")) {
            if (current != null) {
                current.broken(InterchangeReview.CONTROL_STRUCTURE);
            }
            current = new InterchangeReview(segment);
            open = current;
            keep(current);
            return;
        }
        if (current == null) {
            stray = true;
        } else if (id.equals("IEA")) {
            current.ends(segment);
            open = null;
        } else {
            parts += id.equals("ST") || id.equals("GS") ? 1 : 0;
            if (parts > MOST_PARTS || content.tooMany()) {
                current.broken(InterchangeReview.CONTENT);
            } else {
                current.accept(id, segment, position, content.at(position));
            }
        }
    }

    private void keep(InterchangeReview review) {
        if (interchanges.size() < MOST_PARTS) {
            interchanges.add(review);
        }
    }

    /** Of the faults of the envelope only this one is not seen here: behind the last segment nothing can be read. */
    @Override
    public void envelopeFault(long position, String message) {
        if (position > segments && open == null) {
            stray = true;
        }
    }

    @Override
    public void finish(long position) {
        if (open != null) {
            open.broken(InterchangeReview.END_OF_FILE);
        }
        if (stray && !interchanges.isEmpty()) {
            interchanges.get(interchanges.size() - 1).broken(InterchangeReview.CONTROL_STRUCTURE);
        }
    }

    Acknowledgments acknowledgments() {
        List<InterchangeAcknowledgment> ofInterchanges = new ArrayList<>();
        List<FunctionalAcknowledgment> ofGroups = new ArrayList<>();
        for (InterchangeReview review : interchanges) {
            InterchangeAcknowledgment made = review.acknowledgment();
            if (made != null) {
                ofInterchanges.add(made);
            }
            ofGroups.addAll(review.groups());
        }
        return new Acknowledgments(!interchanges.isEmpty(), ofInterchanges, ofGroups);
    }
}
