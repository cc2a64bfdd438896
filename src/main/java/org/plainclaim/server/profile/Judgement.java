package org.plainclaim.server.profile;

/**
 * What the compiled checks say of a resource.
 *
 * @param reason what the doubt is, without values of the resource; empty if there is none
 */
public record Judgement(Answer answer, String reason) {
    static final Judgement VALID = new Judgement(Answer.VALID, "");

    /** Only {@code VALID} is final; the stock validator settles the others. */
    public enum Answer {
        VALID,
        INVALID,
        UNCOVERED
    }

    static Judgement of(Doubt doubt) {
        Answer answer = doubt.kind() == Doubt.Kind.BROKEN ? Answer.INVALID : Answer.UNCOVERED;
        return new Judgement(answer, String.valueOf(doubt.getMessage()));
    }
}
